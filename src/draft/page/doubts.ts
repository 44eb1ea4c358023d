/** What words around a fact say that takes it back for some requests: when, for whom, where, since when, or no longer. */
import { environmentWords } from './environments.ts';
import { ungrouped, withoutMay } from './numbers.ts';
import { remembered } from './remembered.ts';

/** Words of either language as one pattern of whole words. */
const anyOf = (...words: string[]): RegExp => RegExp(`(?<![\\p{L}\\d_])(?:${words.join('|')})(?![\\p{L}\\d_])`, 'iu');

/** Months in both languages, short or whole. */
const months =
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:ch|et)?|apr(?:il)?|mei|may|june?|juni|july?|juli|aug(?:ust)?|agu(?:stus)?|agt|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cs](?:ember)?';

/** A version or a date, as `v2`, `version 1.3` and `March 2025`. */
const version = `(?:api )?(?:v(?:ersion|ersi)?\\.?[ .]?\\d[\\d.]*|versi(?:on)? \\d|20[2-9]\\d(?! ?(?:char|karakter|digit|huruf|letter|bytes?|bits?|octet))|(?:${months})(?!\\p{L})\\.? ?\\d*)`;

/** What is no longer so, or not yet. */
const retired = anyOf(
  'deprecated|deprecation|obsolete|removed|retired|discontinued|sunset|superseded|legacy|reserved|placeholder',
  'no longer(?! than)|not yet|(?:not|never) (?:checked|verified|validated|evaluated|enforced|looked at)|not (?:used|sent|read|supported|needed|in use|applicable)|unused|ignored|has no effect',
  '(?:never|not) (?:be )?(?:returned|present|included|given)|replaced by|do not (?:use|send)|will be (?:removed|required|added)',
  'upcoming|planned|coming (?:soon|in|with|later)|to come|soon|next (?:year|month|quarter|release|version)|(?:tahun|bulan|rilis) depan|in (?:the )?future|later (?:version|release)s?|beta|experimental|preview|pilot|trial|alpha(?!-\\d)',
  'direncanakan|dicadangkan|cadangan|nanti(?:nya)?|kelak|segera (?:hadir|tersedia|aktif)|belum (?:aktif|digunakan|dipakai|tersedia|berlaku|diperlukan)',
  'usang|dihapus|dihentikan|tidak (?:lagi|dipakai|digunakan|berlaku|dikirim|dikembalikan)|diabaikan|akan datang|mendatang|dulu',
);

/** What is there for some alone. */
const leftOut = anyOf(
  '(?:not|non)[- ](?:required|mandatory|obligatory|always)|optional(?:ly)?|conditional(?:ly)?|voluntary|omit(?:ted)?|omissible',
  '(?:may|can|could|might) (?:also )?be (?:omitted|absent|missing|left|empty|blank|null|skipped)|absent|left (?:out|empty|blank)',
  'leave (?:it )?(?:out|empty|blank)|recommended|(?:as|if|where|when) (?:applicable|needed|required|available|present|given)',
  'sometimes|usually|normally|typically|at least one of|one of the two|nullable',
  'tidak (?:wajib|harus|selalu|perlu)|boleh (?:dikosongkan|kosong|tidak)|dikosongkan|opsional|kondisional|bersyarat|bila perlu',
);

/** Words that begin a condition or an exception. */
const condition = anyOf(
  'if|when|whenever|unless|except(?:ing|ion|ions)?|excluding|apart from|other than|in case|provided that|as long as|depend(?:s|ing)?',
  'otherwise|instead of|where applicable|from the (?:second|next)|first (?:call|request|time) only',
  'jika|bila|apabila|bilamana|kalau|ketika|saat|kecuali|selain|tergantung|asalkan|khusus|kalau-kalau',
);

const limit = anyOf(
  '(?:only|solely|exclusively|just|hanya|khusus) (?:for|if|when|in|on|with|by|to|at|used|sent|returned|present|required|mandatory|applies|untuk|bagi|pada|di|dengan|jika|bila|wajib)',
  '(?:required|mandatory|wajib|returned|present|sent|used|needed|diperlukan) (?:only|hanya|for|by|bagi|untuk|with|in)',
  '(?:clients?|partners?|merchants?|apps?|mitra|klien) (?:of|on|using|from|dari) (?:version |versi )?v?\\d',
  'all (?:the )?others?|the others?|(?:mitra|klien|yang) lain(?:nya)?',
  '(?:some|certain|selected|most|new|old|existing|specific|beberapa|sebagian|tertentu) \\p{L}+',
  '(?:for|bagi|untuk) (?:\\p{L}+ ){0,2}(?:merchants?|clients?|partners?|aggregators?|agregator|agen|agents?|mitra|users?|accounts?|customers?|issuers?|grants?|flows?|transactions?|resellers?|corporates?)',
);

/** Something that stands alone before or behind `only`, as `authorization_code only`, and a sentence that begins with it. */
const onlyThen = /^\s*(?:only|hanya|khusus)\b|(?<![\p{L}\d_])(?:[\w-]+ (?:only|saja)|only|hanya)[\s.;)]*$/iu;

/** Words that are nothing but those for whom something is, as `mobile apps` and `not with mTLS`. */
const audience =
  /^\s*(?:not|bukan|tanpa)\s|^[\s(]*(?:[\p{L}\d-]+ ){0,2}(?:calls|apps|clients|merchants|partners|users|agents|terminals|transactions|platforms|devices|browsers|aplikasi (?:mobile|web|seluler|android|ios))[\s.)]*$/iu;

const since = RegExp(
  `(?<![\\p{L}\\d_])(?:since|until|till|from|before|after|as of|starting|prior to|up to|mulai|sejak|hingga|sampai|sebelum|setelah|in|on|per|pada)(?: (?:with|the|dari|tahun|bulan|tanggal))?(?: \\d{1,2}(?:st|nd|rd|th)?)? ${version}`,
  'iu',
);

const versionAlone = /(?<![\p{L}\d_./-])v\d+(?:\.\d+)*(?![\p{L}\d_/])/iu;

const environment = anyOf(
  ...environmentWords.filter((word) => word.length > 3 && !/^(?:test|live|demo|non)$/.test(word)),
);

/** What such words say of the value and not of whether it is there: its characters, where it was made, how long it is good. */
const harmless: readonly RegExp[] = [
  /\b(?:karakter|huruf|tanda) khusus\b/gi,
  /\b(?:sent|required|present|dikirim) (?:on|with|in|pada|dengan|di) (?:every|each|setiap|tiap) (?:request|call|permintaan|panggilan)(?=\s*(?:$|[.,;:]))/gi,
  // Of one field what its value is like.
  /^\W*khusus (?:untuk )?[`"']?[\w.-]+[`"']?,? (?:panjang|nilai|isi)nya (?:harus |selalu )?(?:tepat|persis|tetap)\b/gi,
  /^\s*(?:only|hanya)\s+[a-z]+_[a-z_]+\s*\.?$/gi,
  /\b(?:letters?|digits?|numbers?|numerals?|numeric|alphanumerics?|alphabets?|(?:upper|lower)[- ]?case|ascii|integers?|characters?|huruf|angka|karakter)(?: \p{L}+){0,2} (?:only|saja)\b/giu,
  /\b(?:only|hanya) (?:the )?(?:value|nilai|letters?|digits?|numbers?|alphanumerics?|numeric|ascii|lowercase|uppercase|huruf|angka|karakter|one)\b/gi,
  /\b(?:only|hanya) [`"'“‘][^`"'”’]+[`"'”’]/gi,
  /\bonly [\w-]+ (?:is|are|may be|can be) (?:supported|allowed|accepted|permitted|valid|possible|available)\b(?! (?:for|in|if|when|on)\b)/gi,
  // The grant is by the credentials of the client and nothing else.
  /\b(?:using only|hanya dengan) (?:its |the )?(?:client )?(?:credentials|kredensial)\w*/gi,
  // The flow that the page is about, and all there are.
  /\b(?:for|in|untuk|pada) (?:(?:this|the current|all|every|each|semua|setiap) (?:grants?|flows?)|(?:grant|flow|alur) ini)\b/gi,
  // How or when a value was made or given, and what it is used for.
  /\b(?:obtained|received|issued|given|created|generated|registered|provided|assigned|supplied|shown|made|sent|configured|agreed|returned by|diperoleh|didapat(?:kan)?|diberikan|diterbitkan|dibuat|terdaftar|didaftarkan)\s(?:\p{L}+,? ){0,6}?(?:when|after|if|upon|during|before|from|in|on|saat|ketika|setelah|sebelum|pada|dari)\b[^.;\n]*/giu,
  /(?<!\b(?:not|only|never|tidak|hanya) )\b(?:used|digunakan|dipakai|untuk dipakai|valid|needed) (?:when|after|in|for|to|with|as|saat|ketika|untuk|pada|dalam|sebagai|until|before)\b[^.;\n]*/gi,
  // When something happened, as the time of a request does.
  /(?:^\s*|\b(?:times?(?:stamp)?|instant|moment|date|waktu) )when (?:it|the|this|they|a)\b[^.;\n]*\b(?:was|were|is|are) (?:sent|made|created|generated|issued|signed|called)\b/gi,
  // The end of a life.
  /\b(?:until|before|when|after|once|if|sampai|hingga|sebelum|setelah)\b[^.;,\n]*\b(?:expir\w*|ends?|kedaluwarsa|kadaluarsa|berakhir|habis)\b/gi,
  /\b(?:usually|normally|typically|biasanya|umumnya)\s+[`"'“‘][^`"'”’]+/gi,
  /\b(?:[Uu]sually|[Nn]ormally|[Tt]ypically|[Bb]iasanya|[Uu]mumnya)\s+[A-Z\d]{2,}\b/g,
  // One token beside another, which is none of some clients.
  /\b(?:the|an?) (?:old|new|existing|previous) (?:one|tokens?)\b/gi,
  /\bnew (?:uuid|guid|id|value|number|nonce|one|random \p{L}+)\b|\bsaat ini\b/giu,
  // A token is for whatever is called with it.
  /\btoken (?:for|in|with|untuk|pada) (?:all |the |every |semua ){0,2}(?:other|others|subsequent|later|following|next|lain\w*) (?:calls?|requests?|apis?|endpoints?|services?)\b/gi,
  // The same of whatever is sent there, as `Send it with each of the other calls` does.
  /\b(?:send|use|pass|put|include|kirim(?:kan)?|gunakan|pakai|sertakan) (?:it|this|ini)\b(?:`[^`]{0,80}`|[^.;\n`]){0,120}\b(?:on|in|with|for|to|pada|di|untuk) (?:(?:all|every|each|any|of|the|semua|setiap) ){0,3}(?:other|others|subsequent|following|next|later|panggilan lain|permintaan lain|permintaan berikutnya)(?: (?:calls?|requests?|apis?|endpoints?|services?))?\b/gi,
  // What a value means, as `2007300 if it succeeded` does.
  /(?:^|[,;(:]|[–-]\s)\s*\d{2,}\s*(?:=\s*)?(?:if|when|bila|jika|apabila|untuk|for)\b[^.;,\n]*/gi,
  // What a person's own tools do.
  /\b(?:if|when|jika|bila|apabila) (?:your |the )?(?:http |rest )?(?:client )?(?:library|framework|sdk|tool|language|pustaka)\b[^.;\n]*/gi,
  // What a refusal is for is a condition by itself.
  /\b(?:in case of|if) (?:an? )?(?:errors?|failure)\b/gi,
];

export const sentences = (words: string): string[] =>
  words
    .slice(0, mostWords)
    .split(/(?<=[.;!?])\s+|\n+/)
    .filter((one) => one.trim() !== '');

/** Characters of words that are looked at. */
const mostWords = 4000;

const plainly = (words: string): string => harmless.reduce((text, form) => text.replace(form, ' '), words);

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
const aboutValue =
  /^[\s("'`]*(?:true|false|null|yes|no|\d+)\b|^\s*(?:use|set|fill|send|isi|gunakan|pakai|always|must be|selalu)? ?[`"'“‘][^`"'”’]+[`"'”’]|\b(?:values?|nilai|defaults?|e\.g\.|format)\b/i;

/** Words about whether something is there. */
const ofPresence = anyOf(
  'required?|requires|mandatory|obligatory|optional|need(?:s|ed)?|must|send|sent|pass(?:ed)?|includ(?:e|ed)|provid(?:e|ed)|present|returned|given|omit\\p{L}*',
  'only|available|supported|used|exists?|added|introduced|applies|wajib|perlu|harus|dikirim|disertakan|dikembalikan|hanya|tersedia|ada|khusus',
);

/** Whether a sentence speaks of where something is, and not of what it is there. */
export const isOfPresence = (sentence: string): boolean => ofPresence.test(sentence);

const enumerates = /\b(?:one of|salah satu|(?:allowed|possible|available|valid|accepted) values?|pilihan|options?)\b/i;

/** Words of a sentence that is about nothing but where or since when. */
const fewWords = 5;

/** The first sentence that takes back whether a field is there; null where none does. */
export function presenceDoubt(words: string): string | null {
  const doubts = (whole: string): boolean => {
    // An entry of a history begins with its version.
    const sentence = whole.replace(/^[\s*_>-]*v?\d+(?:\.\d+)+\W*[:–—-]\s+/i, '');
    const own = plainly(sentence);
    if (enumerates.test(sentence)) return false;
    if (retired.test(own) || leftOut.test(own)) return true;
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

const counted =
  /(\d{1,7})\s*[- ]?(?:(?:hex\w*|ascii) )?(?:chars?\b|characters?\b|karakter|digits?\b|huruf|letters?\b|bytes?\b|octets?\b|bits?\b|hex\b|alphanumeric)/giu;

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

const counting =
  /\d{1,7}\s*[- ]?(?:(?:hex\w*|(?:alpha)?numeric|ascii) )?(?:chars?\b|characters?\b|karakter\b|digits?\b|huruf\b|letters?\b|bytes?\b|octets?\b)|\blength\s*(?:of|is|:)?\s*\d{1,7}\b/giu;

/** The letters of a kind of characters with their number, as `AN8`. */
const notation = /\b(?:AN|ANS|AS)\s?(?:\.{2})?\d{1,3}\b/;

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
