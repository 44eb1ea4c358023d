/** Values that words about a field list without a word for a choice before them, or without marks. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { nameFields } from './grant-values.ts';
import { clausesOf, marked } from './marked-lists.ts';

const purpose = oneOf(
  'to',
  'for',
  'if',
  'when',
  'makes?',
  'means?',
  'gives?',
  'untuk',
  'bila',
  'jika',
  'artinya',
  'agar',
);
const pair = RegExp(
  `(?:^|[,;:(]|\\b(?:to|use|or|and|atau|dan|gunakan|isi))\\s*(${marked})\\s*(?:[=:]|[-–—](?=\\s)|${purpose}\\b)`,
  'gi',
);

const sets = pattern`^\W*${oneOf(word.use, word.send, 'set(?: it)? to', 'values?:', 'diisi', 'isi')}`;

/** Whether words say of each of several marked values what it is for, as ``Set to `a` to get one, `b` for both`` does. */
export function eachMeans(notes: string): boolean {
  const values = [...notes.slice(0, mostWords).matchAll(pair)].map(([, value = '']) => value.replaceAll('`', ''));
  // A choice between the names of fields says what each of these is.
  return new Set(values).size > 1 && (!nameFields(values) || sets.test(notes));
}

const text = '[A-Za-z][\\w-]{0,30}';
const between = `(?:\\s*,\\s*|,?\\s+${word.or}\\s+)`;
const bareChoice = pattern`\b${oneOf('can be', 'may be', 'could be', 'is either', 'dapat berupa', 'bisa berupa', 'bernilai')} (?:either )?(${text}(?:${between}${text})*,?\s+${word.or}\s+${text})\s*$`;

/** What is said of the presence of a value, or of its kind, and is none of its values. */
const isNoValue = pattern`^${oneOf(
  ...['empty', 'null', 'blank', 'absent', 'present', 'omitted', 'missing', 'left', 'sent', 'not', 'set', 'unset'],
  ...['upper', 'lower', 'letters?', 'digits?', 'numbers?', 'numeric', 'string', 'integer', 'number', 'array', 'object'],
  ...['required', 'optional', 'used', 'changed', 'shorter', 'longer', 'alphanumeric', 'kosong', 'huruf', 'angka'],
  ...['ignored', 'reused', 'added', 'removed', 'extended', 'a', 'an', 'the', 'you', 'we', 'it'],
)}$`;

/** Whether a clause ends in a choice of words, as `can be fast, slow or even` does. */
export const listsWords = (notes: string): boolean =>
  clausesOf(notes.slice(0, mostWords)).some((clause) => {
    const [, listed = ''] = bareChoice.exec(clause.trim()) ?? [];
    const values = listed.split(pattern`${between}`).map((one) => one.trim());
    return values.length > 1 && !nameFields(values) && !values.some((one) => isNoValue.test(one));
  });

/** Characters of words that are looked at. */
const mostWords = 1000;
