/** Codes that a page gives a meaning, as `W = wajib` and a table of them do, and the columns of tables that are written in them. */
import type { Schema } from '../../../formats/json.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { attributesOf } from '../values/attributes.ts';
import { lengthsOf } from '../values/values.ts';
import { remembered } from '../words/remembered.ts';
import { columnOf, isRequiredWord, saysRequired } from '../words/words.ts';
import { cell, type TableBlock } from './columns.ts';
import { withTypeAhead } from './legend-types.ts';
import { exactTables } from './length-legends.ts';
import { rowsForSome } from './rows-for-some.ts';
import { starredMarks } from './starred-marks.ts';

/** What a code stands for: whether a field is there, or its type. `said` is that in words that all readers of cells know. */
interface Meaning {
  column: 'required' | 'type';
  said: (number: string) => string;
}

/** A legend of a page. */
interface Legend {
  block: Block;
  meanings: Map<string, Meaning | null>;
}

/** Words behind one for mandatory that say nothing more. */
const filling = pattern`\s+${oneOf(word.member, word.value, 'item', 'diisi', 'dikirim', 'ada')}$`;

/** What follows where a mandatory field is not there; anything else may say for whom it is mandatory. */
const fails = oneOf(word.fault, word.wrong, 'reject', 'refus', 'fail', 'ditolak', 'gagal');
const consequence = pattern`^[^.;]*\b${fails}\w*[^.;]*$`;

/** The word for mandatory that a meaning is; null for anything else. */
function presenceOf(meaning: string): string | null {
  const [, first = '', rest = ''] = /^([^.;,(]+)(?:[.;,]\s*|\s(?=\())?(.*)$/.exec(meaning.trim()) ?? [];
  const word = first.trim().replace(filling, '').toLowerCase();
  if (!isRequiredWord(word) || /^[^\p{L}]*$|^\p{L}$/u.test(word)) return null;
  const left = rest.replace(/\.\s*$/, '').trim();
  // What stands behind it may say the same again.
  const isAgain = saysRequired(left.replace(/^\(|\)$/g, '')) === saysRequired(word) && saysRequired(word) !== null;
  return left === '' || isAgain || consequence.test(left) ? word : 'conditional';
}

const types = oneOf(
  ...['string', 'text', 'teks', 'integer', 'whole number', 'bilangan bulat', 'number', 'bilangan', 'boolean'],
  ...['object', 'objek', 'array', 'larik', 'alphanumeric', 'alfanumerik'],
);
const isWhole = ' without (?:an? )?(?:fractions?|decimals?)| tanpa (?:pecahan|desimal)';
const behindType = `,? ${oneOf(word.with, 'of', 'berisi', 'yang panjangnya')}? ?(.+?)`;
const ofType = pattern`^(?:an? )?(?:json[- ])?(${types})(${isWhole})?(?:${behindType})?$`;

/** Words for lengths as the cells of a column have them. */
const theLength = pattern`^(?:a )?${word.length}(?: of)? `;
const plainLength = (words: string): string => words.replace(theLength, '');

/** The type with its lengths that a meaning is, as a cell says it; null for anything else. */
function typeSaid(said: string): string | null {
  const meaning = withTypeAhead(said.trim());
  const [, name = '', whole, sized = ''] = ofType.exec(meaning) ?? [];
  if (name === '') return null;
  const type = whole === undefined ? name : 'integer';
  if (whole !== undefined && !/^(?:number|bilangan)$/i.test(name)) return null;
  if (sized === '') return type;
  const length: Schema | null = lengthsOf(plainLength(sized));
  if (length === null || Object.keys(length).length === 0) return null;
  return attributesOf(`${type}, ${plainLength(sized)}`).rest.length === 0 ? `${type}, ${plainLength(sized)}` : null;
}

/** The letter that stands for a number in a code and in its meaning, as `n` in `an..n`. */
const numbered = /^(.*[^\p{L}\d])([nxN])$/u;

/** A code that is a word with such a letter in it, as `MaxNText`. */
const spelled = /^(\p{L}{2,12}\p{Ll})(N)(\p{Lu}\p{L}{1,12})$/u;

/** A word with a number in it. */
const holdsNumber = /(?<=^\p{L}{1,12})\d{1,6}(?=\p{L}{1,12}$)/u;

/** Characters of the longest meaning that is looked at. */
const longestMeaning = 160;

/** A code as it is looked up, and what it means; null where the meaning is none we know. */
function meaningOf(code: string, meaning: string): [string, Meaning | null] {
  if (meaning.length > longestMeaning) return [keyOf(code), null];
  const words = meaning.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();
  const presence = presenceOf(words);
  if (presence !== null) return [keyOf(code), { column: 'required', said: () => presence }];
  const [, before = '', letter = '', behind = ''] = numbered.exec(code) ?? spelled.exec(code) ?? [];
  const isOpen = letter !== '' && RegExp(`(?<![\\p{L}\\d])${letter}(?![\\p{L}\\d])`, 'u').test(words);
  const at = (number: string): string =>
    isOpen ? words.replace(RegExp(`(?<![\\p{L}\\d])${letter}(?![\\p{L}\\d])`, 'gu'), number) : words;
  const key = isOpen ? keyOf(`${before}0${behind}`) : keyOf(code);
  return [key, typeSaid(at('7')) === null ? null : { column: 'type', said: (number) => typeSaid(at(number)) ?? '' }];
}

/** A code without its number. */
const keyOf = remembered((code) =>
  code
    .trim()
    .replace(holdsNumber, '0')
    .toLowerCase()
    .replace(/(?<=[^\p{L}\d])\d{1,6}$/u, '0'),
);

const isCode = (text: string): boolean => /^(?:\p{L}{1,4}|\p{L}{1,3}[ .(]{1,2}[nxN]?\)?)$/u.test(text);

/** A longer code, which stands for a type or for nothing: words that stand for something else are names. */
const isTypeCode = (text: string): boolean => spelled.test(text) || /^\p{Lu}\p{L}{4,12}$/u.test(text);

/** Whether a code that is marked says by itself how often something is there, as `1..1` does. */
const isCount = (code: string): boolean => /^[01]\.\.[1n]$/.test(code);

/** Codes and meanings in a sentence: marked as code, where the verb stands once, or one sign between each two. */
const sign = oneOf('[=:–-]', word.means, 'adalah');
const codeBehind = `[,;.]?\\s*(?:${oneOf(word.and, word.or)}\\s+)?\``;
const marked = everywhere`\`(?! )([^\`\n]{1,8})(?<! )\`\s*(?:${oneOf(sign, word.is)}\s+)?([^\`\n.;=]{2,90}?)\s*(?=${codeBehind}|[.;\n]|$)`;
const codeAlone = `(?<![\\p{L}\\d])\\(?["'“]?(\\p{Lu}{1,3})["'”]?\\)?`;
/** A code that is not marked is in capitals. */
const signed = RegExp(`${codeAlone}\\s*${sign}\\s*([^,;.=\\n|/]{2,60})(?=[,;.|/\\n]|$)`, 'gu');
const holdsSign = RegExp(sign);

function pairsIn(words: string): [string, string][] {
  const text = words.slice(0, mostWords).replaceAll('**', '');
  // Most words hold no mark of code, and no sign or verb between two.
  const all = text.includes('`') ? [...text.matchAll(marked)] : [];
  const codes = all.map(([, code = '', meaning = '']): [string, string] => [code, meaning]);
  if (codes.length > 1) return codes;
  if (!holdsSign.test(text)) return [];
  return [...text.replaceAll('`', '').matchAll(signed)].map(([, code = '', meaning = '']) => [code, meaning]);
}

/** What a block says that codes mean; empty for nearly every block. */
function pairsOf(block: Block): [string, string][] {
  if (block.kind === 'table')
    return block.head.length === 2 && block.rows.length <= mostCodes
      ? block.rows.map((row): [string, string] => [cell(row, 0), cell(row, 1)])
      : [];
  if (block.kind === 'list') {
    const each = block.items.length > mostCodes ? [] : block.items.map(({ text }) => pairsIn(text));
    const firsts = each.flatMap((pairs) => pairs.slice(0, 1));
    // One item among others may hold all of them.
    return firsts.length > 1 ? firsts : (each.find((pairs) => pairs.length > 1) ?? []);
  }
  if (block.kind !== 'lines') return [];
  return pairsIn(block.lines.slice(0, mostLines).join(' '));
}

/** Codes of a legend, lines that hold one, and their characters. */
const mostCodes = 24;
const mostLines = 24;
const mostWords = 2000;

function legendOf(block: Block): Legend | null {
  const pairs = pairsOf(block).filter(
    // A sign alone says how the codes are written, as `..` does.
    ([code]) => !isCount(code) && /\p{L}/u.test(code) && (block.kind === 'table' || isCode(code) || isTypeCode(code)),
  );
  if (pairs.length < 2) return null;
  const all = pairs.map(([code, meaning]) => meaningOf(code, meaning));
  const isKnown = ([code]: [string, string], index: number): boolean =>
    isCode(code) || (isTypeCode(code) && all[index]?.[1]?.column === 'type');
  if (!pairs.every(isKnown)) return null;
  const meanings = new Map(all);
  return [...meanings.values()].some((one) => one !== null) ? { block, meanings } : null;
}

/** Heads of columns that may be written in codes of a kind. */
const mayHead = { required: [null, 'required', 'status'], type: [null, 'type', 'length'] } as const;

/** A column of a table in words. */
interface Column {
  at: number;
  column: Meaning['column'];
  cells: string[];
}

/** The column at a place of a table in words, where its cells are codes of one kind of a legend; null where they are not. */
function columnInWords({ head, rows }: TableBlock, { meanings }: Legend, at: number): Column | null {
  const headed = columnOf(head[at] ?? '');
  if (![...mayHead.required, ...mayHead.type].some((one) => one === headed)) return null;
  const own = rows.map((row) => cell(row, at));
  const found = own.map((text) => meanings.get(keyOf(text)));
  const column = found.find((one) => one)?.column;
  if (column === undefined || !mayHead[column].some((one) => one === headed)) return null;
  if (!found.every((one) => one === undefined || one?.column === column)) return null;
  // Below a head that we know, other cells are read as they are; one that is not known has codes alone.
  if (headed !== column && found.includes(undefined)) return null;
  const inWords = (text: string, meaning: Meaning | null | undefined): string =>
    meaning ? meaning.said((/\d{1,6}$/.exec(text) ?? holdsNumber.exec(text))?.[0] ?? '') : text;
  return { at, column, cells: own.map((text, index) => inWords(text, found[index])) };
}

/** The columns of a table that a legend puts into words: the first of each kind. The first column of all has the names. */
function columnsInWords(table: TableBlock, legend: Legend): Column[] {
  const all = [...table.head.keys()].slice(1).flatMap((at) => columnInWords(table, legend, at) ?? []);
  return all.filter(({ column }, index) => all.findIndex((one) => one.column === column) === index);
}

const isSaidOtherwise = ({ at, cells }: Column, others: Column[]): boolean =>
  others.some((one) => one.at === at && one.cells.join('\n') !== cells.join('\n'));

/** A table with a column in words, below a head that all readers know. */
function withColumn(table: TableBlock, { at, column, cells }: Column): TableBlock {
  const rows = table.rows.map((row, index) => row.with(at, cells[index] ?? ''));
  return { ...table, head: table.head.with(at, column === 'required' ? 'M/O' : 'Type'), rows };
}

/** Tables with the columns that are written in codes in words, the legends that say what these mean, and the notes to single marks. */
export interface Written {
  tables: Map<Block, TableBlock>;
  legends: Set<Block>;
  notes: Set<Block>;
}

/** Legends of a page that are looked at. */
const mostLegends = 12;

/** Puts the columns of tables into words that are written in codes which the page explains; what two legends say differently stays a code. */
export function inWords(blocks: Block[]): Written {
  const found: Written = { tables: exactTables(blocks), legends: new Set(), notes: new Set() };
  starredMarks(blocks, found);
  rowsForSome(blocks, found.tables);
  const legends = blocks.flatMap((block) => legendOf(block) ?? []).slice(0, mostLegends);
  const put = (block: TableBlock, legend: Legend): void => {
    const table = found.tables.get(block) ?? block;
    const own = columnsInWords(table, legend);
    if (own.length === 0) return;
    const others = legends.filter((one) => one !== legend).flatMap((one) => columnsInWords(table, one));
    const columns = own.filter((column) => !isSaidOtherwise(column, others));
    if (columns.length === 0) return;
    found.legends.add(legend.block);
    found.tables.set(block, columns.reduce(withColumn, table));
  };
  for (const block of legends.length > 0 ? blocks : [])
    if (block.kind === 'table') for (const legend of legends) if (legend.block !== block) put(block, legend);
  return found;
}
