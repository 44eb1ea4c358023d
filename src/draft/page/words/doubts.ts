/** What words around a fact say that takes it back for some requests: when, for whom, where, since when, or no longer. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { environmentWords } from './environments.ts';
import { sentForSome, withoutInstructions } from './instructions.ts';
import { plainly } from './no-conditions.ts';
import { ungrouped, withoutMay } from './numbers.ts';
import { remembered } from './remembered.ts';

/** A pattern of whole words of either language. */
const anyOf = (...words: string[]): RegExp => pattern`(?<![\p{L}\d_])${oneOf(...words)}(?![\p{L}\d_])`;

/** Months in both languages, short or whole. */
const months = oneOf(
  ...['jan(?:uari|uary)?', 'feb(?:ruari|ruary)?', 'mar(?:ch|et)?', 'apr(?:il)?', 'mei', 'may', 'june?', 'juni'],
  ...['july?', 'juli', 'aug(?:ust)?', 'agu(?:stus)?', 'agt', 'sept?(?:ember)?', 'o[ck]t(?:ober)?'],
  ...['nov(?:ember)?', 'de[cs](?:ember)?'],
);

/** A year; `2048 bits` counts something. */
const year = `20[2-9]\\d(?! ?${oneOf(word.character, word.digit, word.letter, 'bytes?', 'bits?', 'octet')})`;

/** A version or a date, as `v2`, `version 1.3` and `March 2025`. */
const version = `(?:api )?${oneOf(
  'v(?:ersion|ersi)?\\.?[ .]?\\d[\\d.]*',
  'versi(?:on)? \\d',
  year,
  `${months}(?!\\p{L})\\.? ?\\d*`,
)}`;

/** That something is turned off, or not used; what is not set has a default. */
const off = [
  ...[word.noLonger, 'not yet', 'do not (?:use|send)', 'unused', 'ignored', 'has no effect', 'diabaikan'],
  `(?:not|never) ${oneOf('checked', 'verified', 'validated', 'evaluated', 'enforced', 'looked at')}`,
  `not ${oneOf(word.used, 'sent', 'read', 'supported', 'needed', 'in use', 'applicable')}`,
  '(?:never|not) (?:be )?(?:returned|present|included|given)',
  `belum ${oneOf(word.used, 'aktif', 'tersedia', 'berlaku', 'diperlukan')}`,
  `tidak ${oneOf(word.used, 'lagi', 'berlaku', 'dikirim', 'dikembalikan')}`,
];
const past = [
  ...['deprecated', 'deprecation', 'obsolete', 'removed', 'retired', 'discontinued', 'sunset', 'superseded', 'legacy'],
  ...['replaced by', 'usang', 'dihapus', 'dihentikan', 'dulu'],
];
const later = [
  ...['upcoming', 'planned', 'reserved', 'placeholder', 'to come', 'soon', 'coming (?:soon|in|with|later)'],
  ...['next (?:year|month|quarter|release|version)', 'in (?:the )?future', 'later (?:version|release)s?'],
  ...['will be (?:removed|required|added)', 'beta', 'experimental', 'preview', 'pilot', 'trial', 'alpha(?!-\\d)'],
  ...['(?:tahun|bulan|rilis) depan', 'direncanakan', '(?:di)?cadangkan', 'cadangan', 'nanti(?:nya)?', 'kelak'],
  ...['segera (?:hadir|tersedia|aktif)', 'akan datang', 'mendatang'],
];

/** What is no longer so, or not yet. */
const retired = anyOf(...past, ...off, ...later);

/** What is there for some alone. */
const leftOut = anyOf(
  `(?:${word.not}|non)[- ]${oneOf(word.mandatory, word.always, 'harus', 'perlu')}`,
  ...[`${word.optional}(?:ly)?`, word.conditional, 'voluntary', 'omit(?:ted)?', 'omissible', 'nullable', 'recommended'],
  `${word.may} (?:also )?be ${oneOf(word.missing, word.empty, 'left', 'null', 'skipped')}`,
  `(?:left|leave(?: it)?) (?:out|${word.empty})`,
  ...['absent', `boleh (?:${word.empty}|tidak)`, 'dikosongkan'],
  `(?:as|where|${word.when}) ${oneOf(word.mandatory, 'perlu', 'applicable', 'available', 'present', 'given')}`,
  ...['sometimes', 'usually', 'normally', 'typically', 'at least one of', 'one of the two'],
);

/** Words that begin a condition or an exception. */
const condition = anyOf(
  ...[word.when, word.unless, 'except(?:ing|ions?)', 'excluding', 'apart from', 'other than', 'in case'],
  ...['provided that', 'as long as', 'depend(?:s|ing)?', 'otherwise', 'instead of', 'where applicable'],
  ...['from the (?:second|next)', 'first (?:call|request|time) only', 'upon request', 'atas permintaan'],
  ...['saat', 'selain', 'tergantung', 'asalkan', 'khusus', 'kalau-kalau'],
);

const there = oneOf(word.mandatory, 'sent', 'returned', 'present');
const whom = oneOf(
  ...[word.client, 'users?', 'agents?', 'agen', 'aggregators?', 'agregator', 'resellers?', 'corporates?', 'customers?'],
  ...['issuers?', 'accounts?', 'grants?', 'flows?', 'transactions?'],
);
const limit = anyOf(
  `(?:${word.only}|just|khusus) ${oneOf(word.for, word.when, word.in, word.with, word.used, there, 'by', 'to', 'applies')}`,
  // Not `digunakan untuk`, which says what for.
  `(?:${there}|used) ${oneOf(word.only, word.for, word.with, 'by', 'in')}`,
  `(?:${word.client}|apps?) (?:of|on|using|from|dari) (?:version |versi )?v?\\d`,
  `all (?:the )?others?|the others?|(?:${word.client}|yang) lain(?:nya)?`,
  '(?:some|certain|selected|most|new|old|existing|specific|beberapa|sebagian|tertentu) \\p{L}+',
  `${word.for} (?:\\p{L}+ ){0,2}${whom}`,
);

/** Something that stands alone before or behind `only`, as `authorization_code only`, and a sentence that begins with it. */
const onlyThen = pattern`^\s*(?:${word.only}|khusus)\b|(?<![\p{L}\d_])(?:[\w-]+ (?:${word.only}|saja)|${word.only})[\s.;)]*$`;

/** Words that are nothing but those for whom something is, as `mobile apps` and `not with mTLS`. */
const groups = oneOf(
  ...['calls', 'apps', 'clients', 'merchants', 'partners', 'users', 'agents', 'terminals', 'transactions'],
  ...['platforms', 'devices', 'browsers', 'aplikasi (?:mobile|web|seluler|android|ios)'],
);
const audience = pattern`^\s*(?:not|bukan|tanpa)\s|^[\s(]*(?:[\p{L}\d-]+ ){0,2}${groups}[\s.)]*$`;

const begins = oneOf(word.since, word.until, word.before, word.after, 'from', 'up to', 'in', 'on', 'per', 'pada');
const day = '(?: (?:with|the|dari|tahun|bulan|tanggal))?(?: \\d{1,2}(?:st|nd|rd|th)?)?';
const since = pattern`(?<![\p{L}\d_])${begins}${day} ${version}`;

const versionAlone = /(?<![\p{L}\d_./-])v\d+(?:\.\d+)*(?![\p{L}\d_/])/iu;

const environment = anyOf(
  ...environmentWords.filter((name) => name.length > 3 && !/^(?:test|live|demo|non)$/.test(name)),
);

export const sentences = remembered((words: string): readonly string[] =>
  words
    .slice(0, mostWords)
    .split(/(?<=[.;!?])(?<!\b(?:e\.g|i\.e|mis|cth)\.)\s+|\n+/)
    .filter((one) => one.trim() !== ''),
);

/** Characters of words that are looked at. */
const mostWords = 4000;

/** Whether words say that something is so for some requests alone, whatever it is. */
export const isQualified = remembered((words: string): boolean => {
  if (words.trim() === '') return false;
  const own = plainly(words.slice(0, mostWords));
  return [retired, leftOut, condition, limit, onlyThen, audience, since, versionAlone, environment].some((form) =>
    form.test(own),
  );
});

/** Whether words say that something is no longer so, or not yet. */
export function isRetired(words: string): boolean {
  return retired.test(plainly(words.slice(0, mostWords)));
}

/** Whether words give a value for some clients or cases alone, or no longer; where it is so is no matter. */
export function isOneOfSeveral(words: string): boolean {
  const own = plainly(words.slice(0, mostWords));
  return [retired, condition, limit, onlyThen, since].some((form) => form.test(own));
}

/** Whether a sentence that gives a value gives it for some alone: by a condition, for whom, since when, or no longer. */
export const takesBack = remembered((sentence: string): boolean => {
  const own = plainly(sentence.slice(0, mostWords));
  return [retired, condition, limit, since].some((form) => form.test(own));
});

/** Whether the head of a column or of a part says that what is below it is so for some requests alone. */
export const isPartial = remembered((head: string): boolean =>
  [retired, limit, onlyThen, since, versionAlone, environment].some((form) => form.test(head)),
);

/** Whether words name an environment, or since or until when something is so. */
export const isOfOneTime = (words: string): boolean =>
  [since, versionAlone, environment].some((form) => form.test(words.slice(0, mostWords)));

/** Whether the words about a refusal say that it is one of some requests alone; what is not sent or not supported is its reason. */
export const isForSome = remembered((words: string): boolean => {
  // What was used before with something else is refused for that.
  const own = words.replace(/\b(?:re-?)?used (?:with|for|in|by|on) (?=(?:an?)?other\b|(?:an? )?different\b)/gi, ' ');
  return [limit, onlyThen, since, versionAlone, environment].some((form) => form.test(own));
});

/** A sentence about the value and not about the field: one that gives a value, or counts its characters. */
const giving = oneOf(word.use, word.send, word.always, 'set', 'must be');
const aboutValue = pattern`${oneOf(
  `^[\\s("'\\\`]*(?:true|false|null|yes|no|\\d+)\\b`,
  `^\\s*${giving}? ?[\\\`"'“‘][^\\\`"'”’]+[\\\`"'”’]`,
  `\\b(?:${word.value}|defaults?|e\\.g\\.|format)\\b`,
)}`;

/** Words about whether something is there; `set` and `isi` are about what it is there. */
const ofPresence = anyOf(
  ...[word.mandatory, word.optional, word.only, word.used, 'require[sd]?', 'need(?:s|ed)?', 'must', 'harus', 'perlu'],
  ...['send', 'sent', 'pass(?:ed)?', 'included?', 'provided?', 'present', 'returned', 'given', 'omit\\p{L}*'],
  ...['available', 'supported', 'exists?', 'added', 'introduced', 'applies'],
  ...['dikirim', 'disertakan', 'dikembalikan', 'tersedia', 'ada', 'khusus'],
);

/** Whether a sentence speaks of where something is, and not of what it is there. */
export const isOfPresence = (sentence: string): boolean => ofPresence.test(sentence);

const enumerates = pattern`\b${oneOf(
  ...['one of', 'salah satu', 'pilihan', 'options?'],
  `(?:${word.accepted}|possible|available|valid) ${word.value}`,
)}\b`;

/** Words of a sentence that is about nothing but where or since when. */
const fewWords = 5;

/** The first sentence that takes back whether a field is there; null where none does. */
export function presenceDoubt(words: string): string | null {
  const doubts = (whole: string): boolean => {
    // An entry of a history begins with its version.
    const sentence = withoutInstructions(whole.replace(/^[\s*_>-]*v?\d+(?:\.\d+)+\W*[:–—-]\s+/i, ''));
    const own = plainly(sentence);
    if (enumerates.test(sentence)) return false;
    if (retired.test(own) || leftOut.test(own) || sentForSome.test(own)) return true;
    // What stands before a count of characters is about the field.
    const [lead = ''] = sentence.split(/[,;(]/);
    if (countsCharacters(sentence) && lead !== sentence && !countsCharacters(lead)) return doubts(lead);
    if (aboutValue.test(sentence) || countsCharacters(sentence)) return false;
    if (condition.test(own) || limit.test(own) || onlyThen.test(own) || audience.test(own)) return true;
    // An environment or a version may as well say what a value is there.
    const isShort = sentence.trim().split(/\s+/).length <= fewWords;
    return (isShort || ofPresence.test(own)) && isQualified(own);
  };
  return sentences(words).find(doubts) ?? null;
}

const characters = oneOf(word.character, word.letter, word.digit, 'bytes?', 'octets?');
const counted = everywhere`(\d{1,7})\s*[- ]?(?:(?:hex\w*|ascii) )?(?:(?:${characters}|bits?|hex)\b|alphanumeric)`;

/** Whether words count characters. */
export const countsCharacters = (words: string): boolean => words.search(counted) >= 0;

/** A sentence that is a bound alone, of what it does not say. */
const boundAlone = /^\W*(?:max(?:imum|imal|\.)?|maks(?:imum|imal|\.)?|at most|up to)\s*:?\s*(\d{1,7})\W*$/i;

/** The first sentence that gives other lengths than those, or gives them for some requests alone; null where none does. */
export function sizeDoubt(words: string, lengths: (number | undefined)[]): string | null {
  return (
    sentences(words).find((one) => {
      // The size of a key is not the length of what is made with it.
      const numbers = [
        ...ungrouped(one)
          .replace(/\b(?:keys?|kunci|rsa)\b[^.;\n]{0,30}\bbits?\b/gi, ' ')
          .matchAll(counted),
      ].map(([, number]) => Number(number));
      const bound = boundAlone.exec(one)?.[1];
      if (bound !== undefined) numbers.push(Number(bound));
      if (numbers.length === 0) return false;
      return numbers.some((number) => !lengths.includes(number)) || isQualified(withoutMay(one));
    }) ?? null
  );
}

const ofKind = '(?:hex\\w*|(?:alpha)?numeric|ascii)';
const counting = everywhere`\d{1,7}\s*[- ]?(?:${ofKind} )?${characters}\b|\blength\s*(?:of|is|:)?\s*\d{1,7}\b`;

/** The letters of a kind of characters with their number, as `AN8`, or a type with one between brackets. */
const notation = /\b(?:AN|ANS|AS)\s?(?:\.{2})?\d{1,3}\b|(?<!\w)(?:[Tt]e(?:xt|ks)|[Ss]tring|[Cc]har)\(\d{1,5}\)/;

/** The first sentence that counts the characters of a whole value; of several counts each is that of a part. */
export function lengthSaid(words: string): string | null {
  return (
    sentences(words).find(
      (one) =>
        (one.match(counting)?.length === 1 || notation.test(one)) &&
        !/\b(?:first|last|every|pertama|terakhir)\b/i.test(one),
    ) ?? null
  );
}
