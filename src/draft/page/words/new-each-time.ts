/** Names and words of a value that is another in each request, so that no environment gives it as it is sent. Pure. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isNow } from './now-words.ts';
import { remembered } from './remembered.ts';

const named =
  /(?:^|-)(?:(?:req(?:uest)?|external|correlation|trace|idempotency|message|transaction)-?(?:id|key|no)|(?<!original-)seq(?:uence)?(?:-?(?:id|no|num|number))?)$/i;

/** A password that is taken once, by its name. */
const oneTime = /(?:^|-)(?:t?otp|one-?time-?(?:password|passcode|code|pin))(?:-?(?:code|value))?$/i;

/** A name in parts, as those of headers are written. */
const dashed = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2').replaceAll('_', '-');

/** Whether a name is that of a value that is another in each request. */
export const isNamedNew = (name: string): boolean => named.test(dashed(name)) || oneTime.test(dashed(name));

const another = oneOf('unique', 'unik', 'new', 'fresh', 'different', 'berbeda', 'random(?:ly)?', 'acak');
const call = oneOf(word.request, 'messages?', 'transactions?', 'pesan', 'transaksi');

/** A value that is made up, and not one that somebody was given. */
const madeUp = oneOf(
  `${oneOf('random', 'unique', 'arbitrary')} ${oneOf(word.value, 'numbers?', 'strings?', 'texts?', 'uuids?')}`,
  `${oneOf(word.value, 'angka', 'string', 'teks', 'bilangan')} ${oneOf('acak', 'unik')}`,
);
const isMadeUp = pattern`^\W*(?:${word.the} )?${madeUp}\W*(?:$|\d|[.,;(])`;

/** A number that is another each time since it rises. */
const rises = oneOf(
  ...['(?:increas|ascend|ris)ing', 'increases', 'rises', 'increment(?:s|ed|ing)?', 'counts? up', 'goes up'],
  ...['monotonic(?:ally)?', 'sequential(?:ly)?', 'naik', 'bertambah', 'meningkat', 'berurut(?:an)?'],
);
const counted = oneOf(
  `${oneOf('running', 'sequence', 'sequential', 'consecutive')} ${oneOf('numbers?', 'no', 'nr', 'counters?')}`,
  `${call} (?:sequence|counter)`,
  `counter (?:${oneOf(word.of, word.for)}|that|which)`,
  `${oneOf('nomor', 'no', 'angka')} urut`,
  `${oneOf('penghitung', 'pencacah')} ${call}`,
);

/** That a value is taken once. */
const again = oneOf('re-?used', 'repeated', 'recycled', '(?:used|sent) (?:again|twice)', 'the same twice');
const notAgain = oneOf(
  `${oneOf(word.not, 'cannot', "can['’]t")} (?:be )?${oneOf(again, 're-?use')}`,
  `${oneOf(word.used, word.sent, 'valid', 'accepted')} (?:${word.only} )?once`,
  ...['single[- ]use', 'sekali pakai', '(?:hanya|cuma) (?:sekali|satu kali)'],
  `${word.not} (?:${word.may} )?(?:diulang|berulang|dipakai (?:lagi|ulang|dua kali)|sama dengan ${call})`,
);
const once = oneOf(notAgain, 'one[- ]time (?:password|passcode|code|pin)s?', 't?otp');

/** Words that say of a value that it is taken once: not for whom, nor when, it is there. */
export const takenOnce = everywhere`\b${once}\b`;

const each = pattern`\b${another}\b.{0,40}\b${oneOf('each', 'every', 'per', 'setiap', 'tiap')}\b`;
const ofThis = pattern`\b${another}\b.{0,30}\b${oneOf(word.of, word.for)} (?:${oneOf(word.the, word.these)} )?${call}\b`;
/** The same without a word between them, as Indonesian has it: `ID unik permintaan`, `unique request id`. */
const ofCall = pattern`\b(?:unique|unik) (?:${oneOf('id', 'identifiers?', word.number, word.code, 'nomor', 'ref(?:erence|erensi)?')} )?${call}\b`;
/** One that no second request of a time has. */
const inTime = pattern`\b(?:unique|unik)\b.{0,20}\b${oneOf('within', 'in', 'on', 'for', 'during', 'dalam', 'pada', 'selama')} (?:${oneOf('an?', 'one', 'the same', 'satu')} )?(?:day|date|hour|hari|tanggal|jam)\b`;
const changes = pattern`\b${oneOf(rises, counted, once)}\b`;

/** What is said of a limit, a price or a version tells nothing of each request. */
const ofRelease = /\b(?:versions?|releases?|versi|rilis)\b/i;

/**
 * Whether words about a value say that it is another in each request: new in it, counted up, or taken once. A client has a
 * unique id too.
 */
export const saysNew = remembered(
  (words: string): boolean =>
    each.test(words) ||
    ofThis.test(words) ||
    ofCall.test(words) ||
    inTime.test(words) ||
    isNow.test(words) ||
    isMadeUp.test(words) ||
    (changes.test(words) && !ofRelease.test(words)),
);

const shortly = pattern`\b(?:unique|unik|berbeda|new (?:with|for|in|on) (?:each|every)|different (?:with|for|in) (?:each|every)|random(?:ly)?|acak)\b`;

/** The same of the words that stand where a value does, which may say it shortly. */
export const standsForNew = (words: string): boolean => shortly.test(words);

const already = oneOf('already', 'previously', 'sudah(?: pernah)?', 'telah', 'pernah');
const spent = oneOf(word.used, 'seen', 'terpakai', 'dikenal', 'tercatat');
const before = pattern`\b(?:${already} (?:been )?${spent}|${spent} (?:before|${word.before}nya|twice|again)|duplicated?|duplikat|(?:was|were|been|is) (?:a )?(?:re-?used|repeated|replayed))\b`;

const usedOnce = pattern`\b${notAgain}\b`;

/** Whether words call a value one that another request had, or may not have: `already used`, `duplikat`. */
export const saysUsed = (words: string): boolean => before.test(words) || usedOnce.test(words);

const otherwise = pattern`\b${oneOf('uuidw*', 'guid', 'ulid', 'hexw*', 'base64w*', 'formats?', 'pola', 'pattern', 'prefixw*', 'awalan', 'diawali', 'diakhiri', 'followed', 'diikuti', 'starts?', 'begins?', 'ends?', 'dates?', 'tanggal', 'times?(?:tamp)?', 'waktu', 'yyyyw*', 'otp', word.password, 'devices?', 'increasw*', 'check digit', word.letter)}\b`;

/** Whether words say that a value is unique, and of no form that digits alone may not have. */
export const isUniqueAlone = (words: string): boolean =>
  !otherwise.test(words) && !pattern`\b${oneOf(rises, counted)}\b`.test(words);
