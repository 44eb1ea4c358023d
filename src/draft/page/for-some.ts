/** Sentences that give a fact for some requests alone: in one environment, from a version on, or for some clients. */
import { isOfOneTime } from './doubts.ts';
import { isEnvironment, isEnvironmentWord } from './environments.ts';
import { isOfOthers } from './others.ts';

/** Those who send requests, and kinds of them that not everyone is of. */
const senders =
  '(?:merchants?|clients?|partners?|users?|accounts?|customers?|corporates?|teams?|mitra|klien|pengguna|nasabah)';
const kinds = '(?:aggregators?|agents?|banks?|resellers?|issuers?|agregator|agen)';

/** For whom something is, and what is not yet so or no longer. */
const forSome = [
  /\b(?:only|solely|hanya|khusus) (?:for|to|by|untuk|bagi|oleh|pada)\b|\bkhusus(?:nya)?\b|\bhanya \p{L}+ oleh\b/iu,
  RegExp(`\\b(?:for|by|of|to|untuk|bagi|oleh) (?:\\p{L}+ )?${kinds}\\b`, 'iu'),
  RegExp(
    `\\b(?:some|certain|selected|new|old|older|existing|specific|large|small) (?:\\p{L}+ )?(?:${senders}|${kinds})\\b|\\b(?:${senders}|${kinds}) (?:lama|baru|tertentu|besar|kecil|(?:of|on|with|in) (?:the )?(?:tier|type|level|class|plan|group)|(?:who|that|which|yang)\\b)`,
    'iu',
  ),
  /\b(?!(?:all|any|each|every|the|our|your|these|both|registered|api|such|semua)\b)\p{L}+ (?:accounts|clients|partners|merchants|users|customers|teams) (?:gets?|receives?|uses?|sends?|ha(?:s|ve)|must|needs?|omits?)\b/iu,
  /\bversi(?:on)? ?\d|\bwill (?:soon )?(?:drop|change|become|expect|require|move|switch|be (?:removed|required|added|renamed|replaced|changed|dropped|moved))\b|\b(?:soon|nanti(?:nya)?|ke depan|mendatang|no longer|not yet|tidak lagi|belum)\b/i,
];

/** Environments whose names are everyday words, and releases. */
const apart =
  /\b(?:uat|sit|stg|qa|sandbox|live|test|demo|trial|uji)\b(?! keys?\b)(?= (?:system|sistem|environment|mode|server|host|api|account)s?\b)|\b(?:in|on|at|for|untuk|di|pada) (?:the )?(?:uat|sit|qa|live|test|demo)\b|\b(?:lingkungan|sistem|mode) (?:uji|live|demo|tes)\b|\b(?:release|rilis|revision|revisi) \d/i;

/** Where a value comes from, which says nothing of how it is sent. */
const ofOrigin =
  /\b(?:get|gets|obtain|receive|received|find|found|issue[ds]?|given|provided?|created?|generated?|shown|register(?:ed)?|diterbitkan|diberikan|dapatkan|didapat(?:kan)?|diperoleh|tersedia|terdaftar)\b[^.;]{0,80}\b(?:from|by|in|on|at|via|dari|oleh|di|pada|melalui|when|saat)\b/i;

/** Whether a sentence says that something is so for some requests alone. */
export const isForSome = (sentence: string): boolean =>
  isOfOneTime(sentence) || apart.test(sentence) || forSome.some((form) => form.test(sentence));

/** What a contract has facts of, by the words for it. */
const ofFacts = [
  // A status, a method, and a path.
  /\b(?:HTTP|status(?: code)?|kode|answers?(?: with)?|gives?|returns?|dijawab(?: dengan)?)\b[^.;]{0,20}?\b[2-5]\d\d\b/i,
  /\b(?:GET|POST|PUT|PATCH|DELETE)\b/,
  /(?<![\w/:.])`?\/[A-Za-z][\w.-]*(?:\/[\w.{}-]+)+/,
  // What is sent, and how.
  /\bform[- ]?(?:url[- ]?)?encoded\b|\b(?:json|xml|multipart|content-type|media type)\b|\bapplication\/\w/i,
  /\b(?:grant[ _]?type|jenis grant|basic auth\w*|signatures?|tanda tangan)\b/i,
  /\b(?:the )?(?:status|method|path|header|body|badan|metode|jalur)\b[^.;]{0,30}\b(?:is|are|adalah|becomes?|menjadi|berubah|changes?|differs?|berbeda)\b/i,
  // How long a token lives.
  /\b(?:lifetime|life|lives?|valid(?:ity)?|expir(?:es?|y|ation)|masa berlaku|berlaku|kedaluwarsa)\b[^.;]{0,60}\b(?:\d+|seconds?|minutes?|hours?|days?|detik|menit|jam|hari)\b/i,
];

/** Where a server is, and nothing else: what is left of a sentence without its address. */
const ofServer =
  /^(?:\W|\b(?:the|our|and|for|in|on|at|to|is|are|of|use|uses?|this|that|with|from|please|calls?|requests?|base|url|urls|uri|hosts?|hostname|domain|address|servers?|endpoints?|environments?|system|found|reached|available|runs?|lives?|served|send|sent|go|api|everything|replace|by|untuk|di|pada|ke|gunakan|pakai|lingkungan|alamat|dan|ada|adalah|tersedia|ganti|dengan|dasar|semua|permintaan|panggilan)\b)*$/i;

/** A sentence whose address is that of an environment. */
const withoutServer = (sentence: string): string =>
  sentence.replace(/`?<?https?:\/\/[^\s`>]+[`>]?|\b[\w-]+(?:\.[\w-]+){2,}\b/g, ' ');

const isServerAlone = (sentence: string): boolean => {
  const rest = withoutServer(sentence);
  const words = rest.match(/[\p{L}\d]+/gu) ?? [];
  return rest !== sentence && ofServer.test(words.filter((word) => !isEnvironmentWord(word)).join(' '));
};

/** Words as programs and people write them. */
const words = /[\p{L}_$][\p{L}\d_$-]*/gu;

/** Names of members that are words of any sentence as well. */
const everyday =
  /^(?:token|tokens|data|error|errors|code|status|message|type|name|key|id|path|url|client|user|account|session|body|value|time|api|system|service|live|test|mode|version|scope)$/i;

/** That something is not always there, whenever that is. */
const notAlways =
  /\b(?:may|can|could|might|boleh|bisa|dapat) (?:also )?(?:be )?(?:missing|absent|omitted|left out|empty|null|tidak ada|kosong)\b|\bnot always\b|\bsometimes\b|\btidak selalu\b|\bkadang/i;

/** Whether a sentence is of other endpoints; `answers` at its end is no verb, and a server of one environment is the same. */
const isOfOther = (sentence: string): boolean =>
  isOfOthers(
    sentence
      .replace(/\banswers(?=\W*$)/i, 'reply')
      .replace(
        /\b(?:our|the|an?) (?=(\p{L}+) (?:server|system|environment|api|host)\b)\p{L}+/iu,
        (all, word: string) => (isEnvironmentWord(word) ? 'the' : all),
      ),
  );

/** Whether words name a member: as it is written, or as people write a name of two words. */
export function namesField(text: string, isField: (name: string) => boolean): boolean {
  const found = [...text.matchAll(words)].map(([word], at, all) => ({ word, before: all[at - 1]?.[0] ?? '' }));
  return found.some(
    ({ word, before }) =>
      (isField(word) &&
        (word.length > 2 || /^(?:fields?|parameters?|headers?|members?|kolom)$/i.test(before)) &&
        (!everyday.test(word) || text.includes(`\`${word}\``))) ||
      (before !== '' &&
        !/^access$/i.test(before) &&
        [`${before}_${word}`, `${before}-${word}`, `${before}${word}`].some(isField)),
  );
}

/** Whether a heading is nothing but the name of an environment or a version. */
const isApart = (title: string): boolean =>
  isEnvironment(title) || /^\W*(?:api )?v(?:ersion|ersi)?[ .]?\d[\d.]*\W*$/i.test(title);

/**
 * Whether a sentence gives a fact for some requests alone, and names what of the draft it is about.
 * @param title the heading above it
 */
export function changesFacts(sentence: string, isField: (name: string) => boolean, title = ''): boolean {
  const isOfSome = isForSome(sentence) || isApart(title);
  if (!isOfSome && !notAlways.test(sentence)) return false;
  if (isOfOther(sentence) || !/\S\s+\S+\s+\S/.test(sentence) || isServerAlone(sentence)) return false;
  const text = withoutServer(sentence);
  if (isOfSome && ofFacts.some((form) => form.test(text))) return true;
  return namesField(text, isField) && (!ofOrigin.test(text) || saysOfValue(text));
}

/** What words say of a value: no answer to whether it is there covers that. */
const ofValue =
  /\b(?:minutes?|seconds?|hours?|days?|detik|menit|jam|hari|chars?|characters?|digits?|karakter|angka|huruf|bytes?|counts?|lengths?|panjang(?:nya)?|values?|nilai|bernilai|diisi)\b|\b(?:is|are|adalah|becomes?|menjadi|use|gunakan|pakai)\s+[`"“]/i;

/** Whether a sentence says something of a value, and not only whether it is there. */
export const saysOfValue = (sentence: string): boolean => ofValue.test(sentence);
