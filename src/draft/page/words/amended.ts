/** Sentences that amend what a table gives: that something becomes another, and lengths that they give without counting characters. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const changed = oneOf(
  ...['raised', 'increased', 'extended', 'enlarged', 'widened', 'lengthened', 'lowered', 'reduced', 'shortened'],
  ...['changed', 'expanded', 'limited', 'replaced', 'renamed'],
);
const changedTo = oneOf(
  ...['naik(?:kan)?', 'turun(?:kan)?', 'perluas', 'perpanjang', 'perpendek', 'tambah', 'kurangi', 'ubah', 'batasi'],
  ...['ganti(?:kan)?', 'tingkatkan', 'perbesar', 'perkecil'],
);
const now = oneOf('now', 'currently', 'kini', 'sekarang', 'saat ini');
const takes = oneOf(
  word.is,
  word.may,
  word.must,
  word.holds,
  'takes?',
  'allows?',
  'accepts?',
  'comes?',
  'needs?',
  'requires?',
);
const before = oneOf('previously', 'formerly', 'originally', '(?:before|old|was):', 'sebelumnya', 'semula', 'tadinya');

const amends = pattern`\b${oneOf(
  `(?:becomes?|became|menjadi|berubah)`,
  `(?:was|were|is|are|been|be) (?:${now} )?${changed} (?:to|by|from|into)`,
  `di${changedTo}`,
  `(?:was|were|been) ${changed}`,
  `${takes} ${now}`,
  `${now} ${takes}`,
  `(?:kini|sekarang)|now(?=\\W*$)`,
  before,
  `(?:out-?dated|out of date|superseded|instead of|usang|tidak berlaku lagi)`,
  `(?:terhitung|berlaku (?:mulai|sejak)|with effect from|effective(?: from| as of)?)`,
)}(?![\p{L}\d_])`;

/** Whether a sentence says that something is not as it was, or not as a table has it. */
export const isAmended = (sentence: string): boolean => amends.test(sentence);

const months = '(?:jan|feb|mar|apr|mei|may|jun|jul|aug|agu|sep|o[ck]t|nov|de[cs])\\p{L}*\\.?';
const dates = everywhere`\b\d{1,2}(?:st|nd|rd|th)?[ -]${months}[ -]?(?:\d{4}\b)?|\b${months} \d{1,2}(?:,? \d{4})?\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:19|20)\d\d\b|\bv?\d+(?:\.\d+)+\b|\b(?:versi(?:on)?|bab|bagian|section|table|tabel) \d+\b|\b(?:HTTP|status) \d+\b`;

const ofLength = oneOf(word.length, 'limit', 'batas(?:an)?', 'size', 'ukuran', word.atMost, word.atLeast);
const length = pattern`\b${ofLength}(?![\p{L}\d_])`;

/** The numbers of a sentence that gives a length, or that something is amended, without those of dates; none for any other sentence. */
export function lengthsIn(sentence: string): number[] {
  const own = sentence.replace(dates, ' ');
  if (!length.test(own) && !amends.test(own)) return [];
  // A number with a unit of time is no length, and neither is a part of a name.
  const numbers = own.replace(ofTime, ' ').match(/(?<![\w.`-])\d{1,5}(?![\w`-]|[.,]\d)/g) ?? [];
  return numbers.map(Number);
}

const ofTime = everywhere`\b\d+ (?:${word.unit}|milli-?seconds?|ms|milidetik|kali|times|bits?|%)(?![\p{L}\d_])`;
