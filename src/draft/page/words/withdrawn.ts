/** Words by which a field is none of the request: it is removed, is not to be sent, is refused, or is not used there. */
import type { Withdrawn } from '../../facts/withdrawn.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from './doubts.ts';
import { remembered } from './remembered.ts';

const it = oneOf(`(?:${word.the} )?${oneOf(word.member, 'headers?')}(?: ini)?`, 'it', 'this', 'ini', 'nilai ini');
const been = oneOf('was', 'were', 'is', 'are', 'has been', 'have been', 'telah', 'sudah', 'kini', 'now', 'sekarang');
const month = '(?:\\p{L}{3,9}\\.? )?';
const release = `(?:(?:the )?(?:api )?(?:v|ver|version|versi|rev(?:ision|isi)?|release|rilis)\\b\\.? ?)?`;
const when = `(?: ${oneOf(word.since, word.in, word.with, 'per', 'dari')} ${release}(?:\\d{1,2} )?${month}v?\\d[\\w.-]*| ${oneOf('lagi', 'any ?more', 'altogether')})`;
const here = `(?: ${oneOf(word.in, word.for, word.by)} (?:(?:this|the|our|all) )?${oneOf(word.operation, word.request, word.server, 'versions?', 'versi')}(?: ini)?)`;

const removed = `(?:${oneOf(it, '')} ?)?(?:${been} ){0,2}${oneOf(
  ...['removed', 'withdrawn', 'discontinued', 'retired', 'dropped', 'dihapus(?:kan)?', 'dihilangkan', 'ditiadakan'],
  ...['dicabut', 'dihentikan'],
)}`;
const sent = oneOf(
  ...[word.sent, word.send, 'fill', 'filled(?: in)?', 'set', word.used, word.use, 'disertakan'],
  ...['dipakai', 'mengirim(?:kan)?', 'mengisi', 'menyertakan'],
);
const prohibited = `(?:${it} )?${oneOf(
  word.doNot,
  `${oneOf('must', 'shall', 'may', 'can')} (?:not|never)`,
  'mustn.t',
  ...['cannot', 'tidak (?:boleh|perlu lagi)', 'jangan(?:lah)?', 'dilarang'],
)} (?:be |lagi )?${sent}(?: ${it})?`;
const refusedIf = oneOf(
  `(?:${word.all} )?${word.request} (?:(?:that|which|yang) )?${oneOf(`(?:${word.holds}|with|having|carrying|containing|dengan)`, 'memuat', 'menyertakan', 'mengirim(?:kan)?')}(?:nya| ${it})? (?:${oneOf(word.is, 'akan', 'will be', 'gets?')} )?${word.refused}`,
  `(?:${it} )?(?:${been} )*(?:now|kini|sekarang) ${word.refused}`,
  `(?:${it} )?(?:${been} ){0,2}${word.refused} (?:like|as|seperti|sebagai) [\\p{L} ]{1,40}`,
);
const turnedDown = oneOf('applicable', 'in use', 'sent', 'dikirim', 'supported', 'didukung', word.accepted);
const unused = `(?:${it} )?${oneOf(
  `(?:${been} )?(?:not|never|${word.noLonger}|tidak(?: lagi| pernah)?) ${turnedDown}`,
  `(?:${been} )?(?:${word.noLonger}|tidak lagi) ${word.used}`,
  ...['n/a', 'unused'],
)}`;

/** What nobody uses may be sent all the same, unless it is said where it is not used. */
const unusedHere = `(?:${it} )?(?:${been} )?(?:not|tidak) ${word.used}(?:${when}|${here})`;

const form = oneOf(removed, prohibited, refusedIf, unused, unusedHere);
const said = `${form}(?:${when}|${here}){0,2}`;
const whole = pattern`^\W*${said}(?:,? ${oneOf(word.and, word.but)} ${said}){0,2}\W*$`;
const begins = pattern`^\W*${oneOf(removed, prohibited, unused)}\b`;

/** What stands beside such words and adds nothing to them: what was so, that it is old, and who fills it in. */
const beside = pattern`^\W*(?:${it} )?${oneOf(
  'was',
  'were',
  'used to be',
  'formerly',
  'previously',
  'dulu(?:nya)?',
  'sebelumnya',
  'deprecated',
  'obsolete',
  'legacy',
  'usang',
  `(?:${word.is} )?${oneOf('filled(?: in)?', 'set', 'added', 'diisi', 'ditambahkan', 'dikirim')} (?:by|oleh)`,
)}\b`;

/** Clauses; an abbreviation before a number ends none, and a word alone before a sentence is a mark. */
const clauses =
  /(?<!\b(?:[Rr]ev|[Vv]er|[Vv]))[.;!?]\s+|\s+[–—-]\s+|,\s+|\n+|(?<=^\W*(?:[Rr]emoved|REMOVED|[Uu]nused|[Dd]ihapus))\s+(?=\p{Lu})/u;

/** Characters of words that are looked at. */
const longest = 600;

/**
 * Whether words about a field say that no request holds it; `in part` where they say it under conditions, or go on in a way
 * that was not understood; null where they do not say it.
 */
export const withdrawnBy = remembered((words: string): Withdrawn | null => {
  const all = words.slice(0, longest).split(clauses);
  const plain = all.filter((one) => whole.test(one));
  const more = all.filter((one) => !whole.test(one) && !beside.test(one));
  if (plain.length > 0) return more.some(isQualified) ? 'in part' : 'whole';
  return all.some((one) => begins.test(one) && isQualified(one.replace(begins, ''))) ? 'in part' : null;
});
