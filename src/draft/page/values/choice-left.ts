/** Words about a field that leave the choice of several values, however these are written and whatever stands behind them. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isForm } from './either-values.ts';
import { areGrants, nameFields } from './grant-values.ts';
import { clausesOf, marked } from './marked-lists.ts';
import { eachMeans, listsWords } from './worded-lists.ts';

/** Words right before a choice of values; those for one of them need no `or` between these. */
const mustBe = oneOf(
  `${word.must}(?: be)?`,
  word.is,
  word.use,
  word.send,
  'wajib',
  'diisi',
  'isi(?: dengan)?',
  'bernilai',
  '(?:can|may|dapat|bisa|boleh|could)(?: be| berupa| bernilai)?',
);
const orMore = `(?: (?:${word.or} )?(?:more|several|lebih|beberapa))?`;
/** How many of them there may be, as `1 to 8 of` says. */
const counted = '\\d{1,3}(?:\\s?(?:-|–|to|sampai|hingga|s/d)\\s?\\d{1,3})?(?= (?:of|dari)\\b)';
const oneOfThem = `${oneOf('either', 'one', 'any', 'some', 'each', '(?:salah )?satu', counted)}${orMore}(?: (?:${word.of}|${word.below}|${word.value})){0,3}`;
const labels = oneOf(
  ...[word.accepted, 'supports?', 'accepts?', 'values?', 'options?', 'possible'],
  ...['nilai(?:nya)?', 'pilihan', 'mendukung'],
);
const leads = everywhere`\b(?:(${oneOfThem}|${labels})|${mustBe})\s*:?\s+`;

/** Signs behind which marked values may be those of what stands before. */
const signs = /(?:([:(])|,|\s[-–—])\s*(?=`)/g;

/** A value: marked, or a code, which letters in capitals and digits tell from words. */
const code = '[A-Z\\d][A-Z\\d_-]{0,19}(?![\\w])';
const value = `(?:${marked}|"[^"\\s]{1,60}"|${code})`;
const sign = '\\s*[,/]\\s*';
const choice = RegExp(`^${value}(?:${sign}${value}){0,40},?\\s+${word.or}\\s+${value}`);
const several = RegExp(`^${value}(?:${sign}${value}){1,40}(?:,?\\s+${word.or}\\s+${value})?`);
const words = pattern`^\W*either ([a-z]{2,20}) or ([a-z]{2,20})\W*$`;

/** Codes with what each of them means in brackets, as `TRF (transfer), VIA (account)`. */
const meant = `(?:${marked}|${code})\\s?\\([^()]{2,40}\\)`;
const allMeant = RegExp(`(?<![\\w\`])${meant}(?:\\s*[,/;]\\s*(?:${word.or}\\s+)?${meant})+`);

/** Values apart by blanks alone behind their label, as a copied page has them: digits, or codes in capitals. */
const labelled = pattern`^\W*(?:${word.accepted}|allowed|enum|options?|pilihan|nilai)(?: ${word.value})?:\s*(\S.*?)\s*\.?$`;
const apartByBlanks = /^(?:\d{1,6}|[A-Z][A-Z\d_-]{0,19})(?:\s+(?:\d{1,6}|[A-Z][A-Z\d_-]{0,19}))+$/;

/** What is counted, or only shown. */
const countable = oneOf(word.character, word.letter, word.digit, word.unit, 'bytes?', 'bits?', 'times', 'kali');
const isCounted = pattern`^\s*${countable}\b`;
const isShown = pattern`\b${oneOf(word.suchAs, word.example)}\b`;

/** Characters of words that are looked at. */
const mostWords = 1000;

/** The values that one sentence leaves the choice of. */
function valuesOf(sentence: string): string[] {
  const [, one, other] = words.exec(sentence) ?? [];
  if (one !== undefined && other !== undefined) return [one, other];
  const [, blanks = ''] = labelled.exec(sentence) ?? [];
  if (apartByBlanks.test(blanks)) return blanks.split(/\s+/);
  const [listed = ''] = allMeant.exec(sentence) ?? [];
  if (listed !== '')
    return listed
      .replace(/\([^()]*\)/g, '')
      .split(/\s*[,/;]\s*/)
      .map((one) => one.replace(/`/g, '').trim());
  const starts = [...sentence.matchAll(leads)].map((lead) => ({
    at: lead.index + lead[0].length,
    isOne: Boolean(lead[1]),
  }));
  const behindSigns = [...sentence.matchAll(signs)].map((sign) => ({
    at: sign.index + sign[0].length,
    isOne: Boolean(sign[1]),
  }));
  for (const { at, isOne } of [{ at: 0, isOne: false }, ...starts, ...behindSigns]) {
    const rest = sentence.slice(at);
    const [listed = ''] = choice.exec(rest) ?? (isOne ? several.exec(rest) : null) ?? [];
    if (listed === '' || isCounted.test(rest.slice(listed.length)) || isShown.test(sentence.slice(0, at))) continue;
    return [...listed.matchAll(RegExp(value, 'g'))].map(([found]) => found.replace(/[`"]/g, ''));
  }
  return [];
}

/** Whether words about a field leave the choice of values; of grants, names of fields and forms they leave none. */
export const leavesChoice = (notes: string): boolean =>
  eachMeans(notes) ||
  listsWords(notes) ||
  clausesOf(notes.slice(0, mostWords))
    .map((one) => valuesOf(one.trim()))
    .some(
      (values) =>
        values.length > 1 && !areGrants(values) && !nameFields(values) && !values.some((one) => isForm.test(one)),
    );
