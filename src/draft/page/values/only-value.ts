/** What words about a field call its only value, in English and Indonesian. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { takesBack } from '../words/doubts.ts';
import { isNoOther, withKept } from '../words/other-values.ts';
import { affirmsValue, grants } from './affirmed-value.ts';
import { isPlaceholder } from './values.ts';

/** Words that say that there is one value, or which one to send. */
const strong = oneOf(
  ...[word.always, word.only, word.fixed, word.must, 'wajib'],
  ...['needs?', 'should', 'set', 'fill(?:ed)?', 'equals?', '(?:use (?:the )?)?value'],
  ...['diisi', 'isi', 'bernilai', 'nilai'],
  // What is sent is one value.
  `(?:yang dikirim(?:kan)?|(?:to be|that is) sent)(?= ${word.is}\\b)`,
);
/** Words that may stand between those and the value: they say nothing of it. */
const filler = oneOf(
  ...[word.is, word.member, word.value, word.with, word.exactly, word.fixed, word.now],
  ...['be', 'was', 'have', 'has', 'an?', 'the', 'this', 'its?', 'of', 'to', 'as', 'by', 'set', 'sent', 'send', 'given'],
  ...['equals?', 'contains?', 'string', 'literal', 'text', 'word'],
  ...['diisi', 'isi', 'berisi', 'bernilai', 'sebagai', 'untuk'],
);
const announces = pattern`\b${strong}(?:[\s:="'\`“”‘’(]+${filler})*[\s:="'\`“”‘’(]*$`;
const accepted = oneOf(word.accepted, 'valid', 'possible');
const weTake = oneOf(
  `(?:(?:that )?(?:we|it|(?:the )?(?:api|server|service)) (?:${word.now} )?(?:supports?|accepts?|takes?|allows?))`,
  `(?:yang )?(?:kami dukung|kami terima|berlaku|${accepted})`,
  `${word.now} ${accepted}`,
);
/** The one of all that are taken, as `The only grant we support is x` gives it. */
const isOnly = oneOf(
  `(?:only|satu-satunya)(?: \\p{L}+){1,2}?(?: ${weTake})? (?:is|adalah)(?: ${word.now})?`,
  'satu-satunya nilainya(?: adalah)?',
);
const onlyOne = pattern`\b${isOnly}\s*["'\`“‘(]*$`;
/** A colon sets the value apart from what it is for, as `Fixed value for this flow: x`. */
const announcesBefore = pattern`\b${oneOf(word.fixed, word.always, word.must)}\b(?:\s+[\w-]+){0,6}\s*[:=]\s*["'\`“‘(]*$`;
/** What is said of the only value that is taken; any other verb says what that value does. */
const onlyBefore = pattern`\b${word.only}[\s"'\`“‘(]*$`;
const isTaken = `(?:${word.is}|yang|(?:may|can) be)?\\s*(?:${word.now} )?${oneOf(accepted, word.used, 'available', 'sent')}\\b`;
const allowed = pattern`^["'\`”’)\s]*(?:$|,|\(|${isTaken})`;
const noOther = oneOf(
  `(?:${word.and} )?(?:nothing else|no other (?:values?|grants?(?: types?)?))`,
  ...['tidak ada nilai lain', 'bukan (?:yang|nilai) lain', `nilai lain (?:${word.refused}|tidak diterima)`],
);
const theOnly = [
  `(?:(?:is|it is) the|adalah) (?:only|satu-satunya)`,
  `(?: (?:one|(?:${accepted} )?(?:value|grant(?: type)?)|nilai|yang))?(?:(?: that| which)?(?: is)? ${accepted})?`,
].join('');
const announcedAfter = pattern`^${oneOf(word.always, word.fixed, 'only', 'saja', noOther, theOnly)}\b`;
/** What takes it back; a denial in Indonesian may be of any other value. */
const weakens = pattern`\b${oneOf(
  ...[word.or, word.when, word.unless, word.example, 'not', 'never', 'without', 'tanpa'],
  ...['such as', 'e\\.g\\.?', 'eg', 'for instance', 'like', 'either', 'defaults?', 'one of', 'any of', 'other than'],
  ...['depends?', 'begins?', 'starts?', 'ends?', 'prefix(?:ed)?', 'match(?:es)?', 'same', 'unique', 'together', 'than'],
  ...['diawali', 'sama'],
)}\b`;
const purpose = pattern`^["'\`”’)\s]*${oneOf(word.for, 'to', 'agar')}\b`;
/** What follows a name that is no value: it says of what something is. */
const reference = pattern`^["'\`”’)\s]*${oneOf(
  ...[word.of, word.member, word.request, word.answer, 'value', 'header', 'claim', 'endpoint', 'object', 'array'],
  ...['scope', 'api', 'you', 'your', 'received', 'issued', 'given', 'obtained'],
)}\b`;
/** A purpose that allows nothing else: the flow that the page is about. */
const ownPurpose = pattern`^["'\`”’)\s]*${word.for} ${oneOf(word.all, 'this', 'the current', 'b2b')}\b`;
/** A value that the page marks as code. */
const literal = /`[^`]+`/g;

/** Whether a value may be that of a member: a grant is that of a type of grant alone. */
export const fitsName = (value: string, name: string): boolean =>
  !grants.includes(value) || /grant|hibah|izin|^type$/i.test(name.split('.').at(-1) ?? '');

/** A grant that words are no more than the name of: `OAuth2 client_credentials grant type.` */
export const calledGrant = (notes: string): string =>
  /^(?:oauth ?2(?:\.0)? )?([a-z_]+) grant(?: type)?\.?$/i.exec(notes.trim())?.[1] ?? '';

/** BI SNAP writes a value before the description, in quotes or, where it is a grant, without: `client_credentials : …`. */
export function leadIn(notes: string): string {
  const [, quoted, plain = '', rest = ''] =
    /^(?:["“'`]([\w.-]+)["”'`]\s*[:–-]|([a-z]+(?:_[a-z]+)+)\s?[:–]\s+(.*))/s.exec(notes) ?? [];
  if (quoted !== undefined) return quoted;
  const isOne = grants.includes(plain) && !grants.some((other) => rest.includes(other)) && !ofSeveral.test(rest);
  return isOne ? plain : '';
}

/** Words behind a value by which it is one of several. */
const ofSeveral = pattern`\b${oneOf(word.example, word.suchAs, 'defaults?', 'recommended', 'one of', 'other (?:grants?|values?)', 'lainnya')}\b`;

/** Words without the marks around them. */
export const bare = (words: string): string => words.trim().replace(/^["'`“‘(]+|["'`”’).]+$/g, '');

/** Words before a value and behind it that are in one sentence with it. */
function sentenceAround(before: string, after: string): [string, string] {
  return [before.split(/[.;]\s|\n/).at(-1) ?? '', after.split(/[.;](?:\s|$)|\n/)[0] ?? ''];
}

/** The value that words call the only one, given one the page shows; null where they do not. */
function announced(words: string, value: string, isCode = false): boolean {
  if ((!/[a-z]/i.test(value) && !isCode) || /^(true|false|null|yes|no)$/i.test(value)) return false;
  if (bare(words) === value) return !isPlaceholder(value);
  for (let at = words.indexOf(value); at >= 0; at = words.indexOf(value, at + 1)) {
    const [before, after] = sentenceAround(words.slice(0, at), words.slice(at + value.length));
    if (/[\w-]$/.test(before) || /^[\w-]/.test(after)) continue;
    const sentence = before + value + after;
    // Two values written as such are a choice, and `set to X to …` is one as well.
    if ((sentence.match(literal) ?? []).length > 1 || weakens.test(sentence) || takesBack(sentence)) continue;
    if (purpose.test(after) && !ownPurpose.test(after)) continue;
    if (onlyBefore.test(before) && !allowed.test(after)) continue;
    if (announces.test(before) || announcesBefore.test(before) || onlyOne.test(before)) return true;
    const [follows] = announcedAfter.exec(after.replace(/^["'`”’(),\s]+/, '')) ?? [];
    // `qris only` may as well say when a field is sent; of a grant it is the one that is meant.
    if (follows !== undefined && (!/^(?:only|saja)/i.test(follows) || grants.includes(value))) return true;
    const behind = words.slice(at + value.length).split(/[.;]\s/);
    if (bare(sentence) === value && isNoOther(behind[1] ?? '')) return true;
  }
  return false;
}

/** A value of its own behind the name of the field, as ``Grant type, `client_credentials` `` has it; the words themselves otherwise. */
export const namedValue = (notes: string): string =>
  bare(
    notes.replace(
      /^\s*(?:(?:the|oauth ?2?(?:\.0)?) )?(?:(?:grant|token)[ _]?types?|(?:tipe|jenis) (?:grant|token))(?:\s*[,:;–-]\s*|\s+)/i,
      '',
    ),
  );

/** A sentence that is nothing but which type a token always is of. */
const alwaysOf = pattern`^\W*(?:(?:(?:the|this) )?(?:access )?token ${word.is} )?${word.always} (?:an? )?(?:of )?(?:(?:the )?type )?["'\`]?(bearer)["'\`]?(?: token)?\W*$`;

/** The type of a token that words are no more than; empty where they say anything else: there is hardly another, so that it is no example. */
export function tokenTypeIn(notes: string): string {
  const value = alwaysOf.exec(notes)?.[1] ?? namedValue(notes);
  return /^bearer(?:[ _]?token)?$/i.test(value) ? value : '';
}

/** Words that are written as a value: in quotes, as code, or with an underscore, as `client_credentials` and `API_USER`. */
const written =
  /`["']?([\w][\w:./-]*)["']?`|["'“‘]([A-Za-z][\w:./-]*|\d{2,})["'”’]|\b([A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+)+)\b/g;

/** How its letters are written. */
const letterCase = oneOf(
  `(?:(?:${word.always}|all|exactly) )?(?:in )?(?:all )?(?:lower|upper|small|capital)[ -]?(?:case|letters)(?: letters)?`,
  '(?:semua )?(?:dengan |dalam )?huruf (?:kecil|besar)',
);

/** Words that end with a value behind a colon or behind the word for it, as `Fixed value: WEB` and `bernilai Bearer`. */
const plain = [
  pattern`\b${word.fixed}(?: value)?\s*[:=]\s*([A-Za-z][\w-]*)\s*\.?$`,
  /\b(?:(?:[Ss]elalu|[Hh]arus|[Aa]lways|[Mm]ust|[Tt]etap)\s+)(?:bernilai|diisi(?: dengan)?|(?:has|have) (?:the )?value|(?:be )?(?:the )?value)\s+(?=\S*[A-Z\d])([\w-]+)\s*\.?$/,
  // What is sent each time is no example.
  pattern`^(?:${word.sent} )?${oneOf(word.in, word.with)} ${word.all} ${word.request}[,:]? \`([^\`\s]+)\`\s*\.?$`,
  // How its letters are written tells that it is the value itself.
  pattern`^["'\`“]([A-Za-z][\w-]*)["'\`”]\s*[,(]?\s*${letterCase}\)?\.?$`,
  // Its letters are written as those of a value, and nothing follows it.
  /^[Ff]ixed value\s+(?=\S*[A-Z\d_])["'`]?([A-Za-z][\w-]*)["'`]?\s*\.?$/,
  /^(?:[Aa]lways |[Mm]ust be )?[Ss]et to\s+([A-Z]{6,}|[A-Z]+(?:_[A-Z]+)+)\s*\.?$/,
  // Letters and digits in capitals; the name of a form or a notation of characters is none.
  /^(?:[Dd]iisi|[Ff]ill(?:ed)? (?:in )?with|[Ss]et to)\s+(?:dengan\s+)?(?=[A-Z\d]*\d)(?!(?:A|N|S|AN|AS|ANS|NS|SHA|MD|AES|ISO|UTF|RFC|IPV|BASE|RSA|X)-?\d)([A-Z][A-Z\d]{1,11})\s*\.?$/,
  // A word in capitals is a value, or the name of a form that values have.
  /^(?:[Aa]lways|[Ss]elalu)\s+(?!ASCII|HTTPS|EPOCH|UPPER|LOWER|REQUIRED|PRESENT|UNIQUE|BASE)([A-Z]{5,}(?:_[A-Z]+)*|[A-Z]+(?:_[A-Z]+)+)\s*\.?$/,
  /\balways (?:has|have) (?:a|the) value of\s+([\w-]+)\s*\.?$/i,
  // A URN (RFC 8141) is a value however it is written.
  pattern`(?:^|[,.;]\s)${oneOf(word.always, word.fixed, `${word.must} be`, 'harus(?: diisi)?')}(?: ${word.value})?:? (urn:[a-z\d][a-z\d-]{1,30}:[\w:./+-]{1,150}\w)\s*\.?$`,
];

/**
 * The value that the words about a field call their only one: one that a sample shows too, or one written as a value.
 * @param given the words
 * @param shown values that the page shows elsewhere
 * @param name that of the field
 */
export function onlyValue(given: string, shown: string[], name = ''): string | null {
  const words = whereverThere(given);
  const found = announcedIn(words, shown);
  if (found === null || namesAnother(words, found)) return null;
  return bare(words) === found || affirmsValue(words, found, name) ? found : null;
}

/** Whether words may call a value the only one, and not all of those beside it are understood. */
export function mayBeOnly(words: string, shown: string[], name: string): boolean {
  const found = announcedIn(whereverThere(words), shown);
  return found !== null && fitsName(found, name) && onlyValue(words, shown, name) === null;
}

/** Whether words tell what to send with another value, in a sentence of its own, as pages about several grants do. */
function namesAnother(words: string, value: string): boolean {
  return words
    .split(/(?<=[.;!?])\s+|\n+/)
    .filter((sentence) => !sentence.includes(value))
    .some((sentence) => sendsValue.test(sentence) || grants.some((grant) => sentence.includes(grant)));
}

/** A sentence that gives a value to send. */
const sendsValue = pattern`\b${oneOf(word.use, word.send, 'set', 'choose')}\b[^.;]{0,60}[\`"“'‘][\w:.-]+[\`"”'’]`;

/** Characters of words about a field; longer ones are looked at for nothing that they may call its only value. */
const longest = 2000;

/** That a value is so where the field is there at all, which takes nothing back. */
const whereThere = everywhere`,? ${word.when} (?:it is )?${word.sent}(?=[\s)]*(?:$|[.;]))`;

/** Words about the value of a field without those that it is so where the field is there, or that it is to stay as it is. */
export const whereverThere = (words: string): string => withKept(words.replace(whereThere, ''));

const alwaysDigits = pattern`(?:^|, )${word.always} (\d{1,6})[\s.]*$`;

function announcedIn(words: string, shown: string[]): string | null {
  if (words.length > longest) return null;
  const digits = alwaysDigits.exec(words)?.[1];
  if (digits !== undefined && shown.includes(digits)) return digits;
  const seen = shown.find((value) => value.length > 1 && !value.includes(' ') && announced(words, value));
  if (seen !== undefined) return seen;
  const fixed = plain.flatMap((form) => form.exec(words)?.[1] ?? []).at(0);
  if (fixed !== undefined && !weakens.test(words) && !takesBack(words)) return fixed;
  const seenAs = new Set<string>();
  for (const [whole, code, quoted, named] of words.matchAll(written)) {
    const value = code ?? quoted ?? named ?? '';
    // Words may write one value very many times.
    if (seenAs.has(whole)) continue;
    seenAs.add(whole);
    const after = words.slice(words.indexOf(whole) + whole.length);
    if (reference.test(after)) continue;
    // Words that are the value alone may as well be an example of it.
    const isWritten = value.length > 1 || code !== undefined;
    if (isWritten && bare(words) !== value && announced(words, value, code !== undefined || quoted !== undefined))
      return value;
  }
  return null;
}
