/** Whether a row of a table says that its field is mandatory. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { codeOfGrant, tokenIssued } from '../words/granted-words.ts';
import { mayBeLeftOut } from '../words/left-out.ts';
import { saysRequired } from '../words/words.ts';
import { behindRequired } from './cell-rest.ts';
import { type Columns, cell } from './columns.ts';

/** A word for it at the beginning of a description, or a sentence of its own. */
const endsHere = '(?=\\s*(?:$|[.,;:)\\]]|[-–—]\\s|\\n|\\s[\\p{Lu}`"\']))';
const isOptional = oneOf(word.optional, `${oneOf('not', 'tidak')} ${word.mandatory}`);
const alone = everywhere`(?:^|[.;]\s+|,\s+(?=\p{L}+\W*$))[([]?\s*(?:(${word.mandatory})|${isOptional})\b${endsHere}`;

/** A sentence that says that something is always there, and nothing beside it. */
const always = pattern`^\W*(?:(?:it )?${word.is} )?${word.always}(?: ${word.sent})?\W*$`;

/** Whether words say that something is always there, and nothing beside it. */
export const isAlwaysThere = (words: string): boolean => always.test(words);

// What is in any request may be in some of them.
const inEach = `${oneOf(word.in, word.with)} (?!any\\b)${word.all} ${word.request}`;

/** The same as a piece between commas, where nothing but a word for presence tells that it is about the field. */
const alwaysThere = pattern`^\W*${oneOf(
  `${word.always} ${word.sent}`,
  `(?:${oneOf(word.sent, word.mandatory)} )?${inEach}`,
)}\W*$`;

const ofIt = oneOf('it', 'this', 'this (?:field|parameter|header|member)', 'kolom ini', 'boleh saja');

/** A sentence that says that something need not be there, and nothing beside it. */
const leftOut = pattern`^\W*(?:${ofIt} )?${mayBeLeftOut}\W*$`;

/** Whether words say that something need not be there, and nothing beside it. */
export const isLeftOut = (words: string): boolean => leftOut.test(words);

const success = pattern`^\W*(?:${oneOf(word.only, word.mandatory)} ){0,2}(?:(?:on|upon|in case of|saat) (?:success|sukses|berhasil)|${word.when} (?:${oneOf(codeOfGrant, `(?:(?:it|the request|${word.request}) )?(?:${word.is} )?${word.succeeds}`, tokenIssued)}))(?: ${word.only})?\W*$`;

/** Whether a mark for mandatory says that a field is there on success alone. */
export const isOnSuccess = (mark: string): boolean => success.test(mark);

/** Whether an empty cell of a column says something: where the others are marks for one of the two alone. */
export function emptyTells(cells: string[]): boolean {
  const filled = cells.filter((one) => one !== '');
  return filled.length > 0 && filled.every((one) => saysRequired(one) !== false);
}

/**
 * Whether a field is mandatory, by its own cell, by what its name and type say (`otherwise`), or by its description; null
 * where none says it.
 * @param tells whether an empty cell says that it is not
 */
export function requiredOf(
  row: string[],
  columns: Columns,
  otherwise: boolean | null,
  notes: string,
  tells: boolean,
): boolean | null {
  const own = cell(row, columns.required ?? columns.optional);
  if (own === '' && otherwise === null && !tells && (columns.required ?? columns.optional) !== undefined) return null;
  // A mark at the name speaks where the cell is empty.
  if (columns.required !== undefined)
    return own === '' && otherwise !== null
      ? otherwise
      : (saysRequired(own) ?? (behindRequired(row, columns) === '' ? null : true));
  if (columns.optional !== undefined) return saysRequired(own) === false;
  if (otherwise !== null) return otherwise;
  const said = [
    ...(notes.split(/[.;]\s+|\.$|\n/).some((sentence) => always.test(sentence)) ? ['always'] : []),
    ...(notes.split(/[.;:,]\s+|\n/).some((piece) => alwaysThere.test(piece)) ? ['always'] : []),
    ...(notes.split(/[.;]\s+|\.$|\n/).some(isLeftOut) ? ['optional'] : []),
    ...[...notes.matchAll(alone)].map(([, mandatory]) => (mandatory === undefined ? 'optional' : 'mandatory')),
  ];
  const [first, ...others] = new Set(said.map(saysRequired));
  return first === undefined || others.length > 0 ? null : first;
}
