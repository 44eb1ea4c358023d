/** Sentences that give a fact for some requests alone: in one environment, from a version on, or for some clients. */
import { glue } from '../../vocabulary/glue.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isAmended } from '../words/amended.ts';
import { isOfOneTime } from '../words/doubts.ts';
import { isEnvironment, isEnvironmentWord } from '../words/environments.ts';
import { isOfOthers } from './others.ts';

/** Those who send requests, and kinds of them that not everyone is of. */
const senders = oneOf(
  ...[word.client, 'users?', 'accounts?', 'customers?', 'corporates?', 'teams?'],
  ...['pengguna', 'nasabah'],
);
const kinds = oneOf('aggregators?', 'agents?', 'banks?', 'resellers?', 'issuers?', 'agregator', 'agen');
const whoever = oneOf(senders, kinds);

/** Which of them it is, before the word for them or behind it. */
const someOf = oneOf(
  ...['some', 'certain', 'selected', 'new', 'old', 'older', 'existing', 'specific', 'large', 'small'],
);
const ofWhich = oneOf(
  ...['lama', 'baru', 'tertentu', 'besar', 'kecil'],
  `${oneOf(word.of, word.with, 'on', 'in')} (?:the )?(?:tier|type|level|class|plan|group)`,
  '(?:who|that|which|yang)\\b',
);

/** Several of them that are called neither all nor ours do something. */
const ofEveryone = oneOf(word.all, 'the', 'our', 'your', 'these', 'both', 'registered', 'api', 'such');
const several = oneOf('accounts', 'clients', 'partners', 'merchants', 'users', 'customers', 'teams');
const doSomething = oneOf('gets?', 'receives?', 'uses?', 'sends?', 'ha(?:s|ve)', 'must', 'needs?', 'omits?');

/** What becomes of something later. */
const changed = oneOf('removed', 'required', 'added', 'renamed', 'replaced', 'changed', 'dropped', 'moved');
const changes = oneOf('drop', 'change', 'become', 'expect', 'require', 'move', 'switch', `be ${changed}`);
const otherTime = oneOf(
  ...['soon', word.noLonger, 'not yet'],
  ...['nanti(?:nya)?', 'ke depan', 'mendatang', 'tidak lagi', 'belum'],
);

/** For whom something is, and what is not yet so or no longer. */
const forSome = [
  pattern`\b${oneOf(word.only, 'khusus')} ${oneOf(word.for, word.by, 'to', 'pada')}\b`,
  /\bkhusus(?:nya)?\b|\bhanya \p{L}+ oleh\b/iu,
  pattern`\b${oneOf(word.for, word.by, 'of', 'to')} (?:\p{L}+ )?${kinds}\b`,
  pattern`\b${someOf} (?:\p{L}+ )?${whoever}\b|\b${whoever} ${ofWhich}`,
  pattern`\b(?!${ofEveryone}\b)\p{L}+ ${several} ${doSomething}\b`,
  pattern`\bversi(?:on)? ?\d|\bwill (?:soon )?${changes}\b|\b${otherTime}\b`,
];

/** Environments whose names are everyday words, and releases. */
const everydayNames = oneOf('uat', 'sit', 'stg', 'qa', 'sandbox', 'live', 'test', 'demo', 'trial', 'uji');
const system = oneOf('system', 'sistem', 'environment', 'mode', 'server', 'host', 'api', 'account');
const apart = pattern`${oneOf(
  `\\b${everydayNames}\\b(?! keys?\\b)(?= ${system}s?\\b)`,
  `\\b${oneOf(word.in, word.for)} (?:the )?(?:uat|sit|qa|live|test|demo)\\b`,
  '\\b(?:lingkungan|sistem|mode) (?:uji|live|demo|tes)\\b',
  '\\b(?:release|rilis|revision|revisi) \\d',
)}`;

/** Where a value comes from, which says nothing of how it is sent. */
const made = oneOf(
  ...['gets?', 'obtain', 'received?', 'find', 'found', 'issue[ds]?', 'given', 'provided?', 'created?', 'generated?'],
  ...['shown', 'register(?:ed)?', 'diterbitkan', 'diberikan', 'dapatkan', 'didapat(?:kan)?', 'diperoleh'],
  ...['tersedia', 'terdaftar'],
);
const whence = oneOf(word.in, word.by, word.via, 'from', 'dari', 'when', 'saat');
const ofOrigin = pattern`\b${made}\b[^.;]{0,80}\b${whence}\b`;

/** Whether a sentence says that something is so for some requests alone. */
export const isForSome = (sentence: string): boolean =>
  isOfOneTime(sentence) || apart.test(sentence) || forSome.some((form) => form.test(sentence));

/** What a contract has facts of, by the words for it. */
const answered = oneOf(
  'HTTP',
  'status(?: code)?',
  'kode',
  'answers?(?: with)?',
  'gives?',
  'returns?',
  'dijawab(?: dengan)?',
);
const ofExchange = oneOf('status', 'method', 'path', 'header', word.body, 'metode', 'jalur');
const isOrBecomes = oneOf(word.is, 'becomes?', 'changes?', 'differs?', 'menjadi', 'berubah', 'berbeda');
const life = oneOf(word.lifetime, word.expired, 'life', 'lives?', 'valid', 'expir(?:es?|y|ation)', 'berlaku');
const ofFacts = [
  // A status, a method, and a path.
  pattern`\b${answered}\b[^.;]{0,20}?\b[2-5]\d\d\b`,
  /\b(?:GET|POST|PUT|PATCH|DELETE)\b/,
  /(?<![\w/:.])`?\/[A-Za-z][\w.-]*(?:\/[\w.{}-]+)+/,
  // What is sent, and how.
  /\bform[- ]?(?:url[- ]?)?encoded\b|\b(?:json|xml|multipart|content-type|media type)\b|\bapplication\/\w/i,
  pattern`\b(?:grant[ _]?type|jenis grant|basic auth\w*|${word.signature})\b`,
  pattern`\b${ofExchange}\b[^.;]{0,30}\b${isOrBecomes}\b`,
  // How long a token lives.
  pattern`\b${life}\b[^.;]{0,60}\b(?:\d+|${word.unit})\b`,
];

/** Where a server is, and nothing else: what is left of a sentence without its address. */
const ofServer = new Set([
  ...glue,
  ...(
    'our for use uses from please call calls request requests base url urls uri host hosts hostname domain ' +
    'address server servers endpoint endpoints environment environments system found reached available run runs ' +
    'live lives served send sent go api everything replace untuk gunakan pakai lingkungan alamat ada tersedia ' +
    'ganti dasar semua permintaan panggilan'
  ).split(' '),
]);

/** A sentence whose address is that of an environment. */
const withoutServer = (sentence: string): string =>
  sentence.replace(/`?<?https?:\/\/[^\s`>]+[`>]?|\b[\w-]+(?:\.[\w-]+){2,}\b/g, ' ');

const isServerAlone = (sentence: string): boolean => {
  const rest = withoutServer(sentence);
  const words = rest.match(/[\p{L}\d]+/gu) ?? [];
  return rest !== sentence && words.every((one) => isEnvironmentWord(one) || ofServer.has(one.toLowerCase()));
};

/** Words as programs and people write them. */
const words = /[\p{L}_$][\p{L}\d_$-]*/gu;

/** Names of members that are words of any sentence as well. */
const everyday = new Set(
  (
    'token tokens data error errors code status message type name key id path url client user account session body value time api ' +
    'system service live test mode version scope'
  ).split(' '),
);

/** That something is not always there, whenever that is. */
const notAlways = pattern`${oneOf(
  `\\b${word.may} (?:also )?(?:be )?${oneOf(word.missing, word.empty, 'null')}\\b`,
  `\\b${word.not} ${word.always}\\b`,
  '\\bsometimes\\b',
  '\\bkadang',
)}`;

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

const beforeField = pattern`^${oneOf(word.member, 'headers?')}$`;

/** Whether words name a member: as it is written, or as people write a name of two words. */
export function namesField(text: string, isField: (name: string) => boolean): boolean {
  const found = [...text.matchAll(words)].map(([word], at, all) => ({ word, before: all[at - 1]?.[0] ?? '' }));
  return found.some(
    ({ word, before }) =>
      (isField(word) &&
        (word.length > 2 || beforeField.test(before)) &&
        (!everyday.has(word.toLowerCase()) || text.includes(`\`${word}\``))) ||
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
  if (!isOfSome && !notAlways.test(sentence) && !isAmended(sentence)) return false;
  if (isOfOther(sentence) || !/\S\s+\S+\s+\S/.test(sentence) || isServerAlone(sentence)) return false;
  const text = withoutServer(sentence);
  if (isOfSome && ofFacts.some((form) => form.test(text))) return true;
  return namesField(text, isField) && (!ofOrigin.test(text) || saysOfValue(text));
}

/** What words say of a value: no answer to whether it is there covers that. */
const ofText = oneOf(word.character, word.letter, word.digit, word.length, 'bytes?');
const counted = oneOf(word.unit, ofText, word.value, 'counts?', 'bernilai', 'diisi');
const ofValue = pattern`\b${counted}\b|\b${oneOf(word.is, 'becomes?', 'menjadi', 'use', 'gunakan', 'pakai')}\s+[\`"“]`;

/** Whether a sentence says something of a value, and not only whether it is there. */
export const saysOfValue = (sentence: string): boolean => ofValue.test(sentence);
