/** What the columns of a table hold, where their heads say it in words we know and where only their cells do. */
import { keysOf, type Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { type Context, contextOf, unknownIn } from '../blocks/heading-words.ts';
import { withItems } from '../blocks/items.ts';
import { attributesBehind } from '../values/attribute-lines.ts';
import { typeOf } from '../values/attributes.ts';
import { lengthsOf } from '../values/values.ts';
import { isPlace } from '../words/places.ts';
import { isOnlyHead } from '../words/plain-heads.ts';
import { isReason, statusForm } from '../words/status-words.ts';
import { answersPresence, type Column, columnOf, isRequiredWord } from '../words/words.ts';

/** Where each column of a table is. */
export type Columns = Partial<Record<Column, number>>;

/** A table of a page. */
export type TableBlock = Extract<Block, { kind: 'table' }>;

/** The words of a cell; a part of it that the page marks as code stays between backticks. */
export const words = (row: string[], index: number | undefined): string => {
  const written = index === undefined ? '' : (row[index] ?? '');
  return (written.includes('\n') ? written.replace(/\s*\n\s*/g, ' ') : written).trim();
};

/** The words of a cell without marks. */
export const cell = (row: string[], index: number | undefined): string => words(row, index).replaceAll('`', '');

/** What stands before the name of a member: a mark for each level that it lies below, as `> a`, `↳ a`, `.a` and `..a` have it. */
const levelMarks = /^[\s>»›↳→⇒⤷└╰├─┣┗·•‣–—+-]*[\s.]*/;

/** A name with dots alone between its parts, however it writes what is below what: `a->b`, `a > b`, `$.a.b`. */
const withDots = (name: string): string =>
  /[>›→$]/.test(name) ? name.replace(/^\$\.(?=\w)/, '').replace(/(?<=[\w\]])\s*(?:->|[>›→])\s*(?=\w)/g, '.') : name;

/** A name as a cell writes it, with the marks around it: `> access_token*`, `grant_type (required)`. */
export function nameOf(
  written: string,
): { name: string; depth: number; required: boolean | null; schema: Schema | null; rest: string[] } | null {
  const [marks = ''] = levelMarks.exec(written) ?? [];
  const [, name = '', rest = ''] =
    /^[`'"]?((?:[^\s`'"*(]|(?<=[.[])\*(?=[.\]]))+)[`'"]?(.*)$/.exec(withItems(withDots(written.slice(marks.length)))) ??
    [];
  const depth = [...marks].filter((mark) => mark.trim() !== '').length;
  const note = rest.replace(/[()[\]]/g, ' ').trim();
  const alone = note === '' || note.startsWith('*') ? null : attributesBehind(note.replace(/\s+/g, ' '));
  const required = note.startsWith('*') ? true : (alone?.required ?? null);
  if (
    name === '' ||
    (note !== '' && !note.startsWith('*') && alone === null) ||
    !/^[\w$@.:/[\]*-]+$/.test(name) ||
    name.includes('[]') ||
    // Dots that nothing stands between leave open what lies below what.
    name.split('.').includes('')
  )
    return null;
  // A JSON Pointer names a member of a member (RFC 6901).
  const own = /^(?:\/[^/]+)+$/.test(name) ? keysOf(name).join('.') : name;
  return { name: own, depth, required, schema: alone?.schema ?? null, rest: alone?.rest ?? [] };
}

/** Cells that say of themselves whether something is mandatory, whatever their head is; `yes` may answer another question. */
const saysMandatory = pattern`^(?:${oneOf(word.mandatory, word.optional, word.conditional, word.always)}|must|may|sometimes)$`;

/** The cell of a name: below a head that reaches over several columns, one of a later column lies within the row above it. */
export function nameCell(row: string[], head: string[], name: number): { written: string; depth: number } {
  for (let index = name; index === name || (head[index] === '' && index < head.length); index++)
    if (cell(row, index) !== '') return { written: cell(row, index), depth: index - name };
  return { written: '', depth: 0 };
}

/** Whether a cell holds several words, as a description does. */
export const isProse = (text: string): boolean => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > 1;

/** Whether a cell is a status with the reason that HTTP gives it; a number alone may be any code. */
const isStatus = (text: string): boolean => {
  const [, code = '', reason] = /^(\d{3})[\s:–—-]+(\S.*)$/.exec(text) ?? [];
  return reason !== undefined && isReason(code, reason);
};

const ofStatus = pattern`^\W*(?:${oneOf('http', 'status', word.fault, word.answer, word.code)}\b\W*)+$`;

/** Finds the columns of types, of what is mandatory and others by their cells, where no head of the table names them. */
export function inferColumns(
  { head, rows }: TableBlock,
  columns: Columns,
  unknown: string[],
  again: number[] = [],
): void {
  // `Status` may say whether a field is there, and no status of HTTP.
  const { status } = columns;
  if (
    status !== undefined &&
    columns.required === undefined &&
    rows.every((row) => isRequiredWord(cell(row, status)))
  ) {
    columns.required = status;
    delete columns.status;
  }
  if (unknown.length === 0 && again.length === 0) return;
  const kinds = [
    ['type', (text: string) => typeOf(text) !== null],
    ['place', isPlace],
    [
      'url',
      (text: string) =>
        /^\W{0,3}(?:GET|POST|PUT|PATCH|DELETE)\W{1,4}(?:https?:\/)?\/\S+$/.test(text) ||
        // Beside methods an address stands below any head.
        (columns.method !== undefined && /^(?:(?:https?:\/)?\/\S+|\^[\w{}/.-]+\/\$?)$/.test(text)),
    ],
    ['required', (text: string) => saysMandatory.test(text) || answersPresence(text)],
    ['required', (text: string) => /^[MOC]$/.test(text)],
    // Numbers alone may count anything; one with words for a length does not.
    ['length', (text: string) => /\d\D|\D\d/.test(text) && lengthsOf(text) !== null],
    [
      'status',
      (text: string, title: string) =>
        (title === head[0] && isStatus(text)) || (/^[2-5]\d\d\b/.test(text) && ofStatus.test(title)),
    ],
  ] as const;
  for (const [column, fits] of kinds) {
    if (columns[column] !== undefined) continue;
    const at = head.findIndex(
      (title, index) =>
        (unknown.includes(title.trim()) || again.includes(index)) &&
        // `1..1` says how often a field occurs.
        !(column === 'length' && columnOf(title) === 'required') &&
        rows.some((row) => fits(cell(row, index), title)) &&
        rows.every((row) => cell(row, index) === '' || fits(cell(row, index), title)) &&
        // A circle is written so as well, and says yes where a cross says no.
        !(column === 'required' && rows.every((row) => ['', 'O', 'C'].includes(cell(row, index)))),
    );
    if (at < 0) continue;
    columns[column] = at;
    if (again.includes(at)) again.splice(again.indexOf(at), 1);
    else unknown.splice(unknown.indexOf((head[at] ?? '').trim()), 1);
  }
}

/** Whether each row has a name before its last cell: without one that cell would be what lies within the row above. */
const isNamedEach = (rows: string[][], { name }: Columns, last: number): boolean =>
  name !== undefined && name < last && rows.every((row) => cell(row, name) !== '');

/** Takes the last column of words, where no head says what it holds, for that of descriptions. */
export function notesColumn({ head, rows }: TableBlock, columns: Columns, unknown: string[]): void {
  const last = head.length - 1;
  const title = (head[last] ?? '').trim();
  if (
    columns.notes === undefined &&
    last > 0 &&
    (title === '' ? isNamedEach(rows, columns, last) : unknown.includes(title)) &&
    rows.some((row) => isProse(cell(row, last)))
  ) {
    columns.notes = last;
    if (title !== '') unknown.splice(unknown.indexOf(title), 1);
  }
}

/** The column that holds a status of an error in each row, below a head that says nothing of it, or the one for values. */
export function statusColumn(
  { head, rows }: TableBlock,
  columns: Columns,
  unknown: string[],
  { side, error }: Pick<Context, 'side' | 'error'>,
): number | null {
  if (rows.length < 2 || columns.status !== undefined || columns.type !== undefined) return null;
  const begins = (at: number, form: RegExp): boolean => rows.every((row) => form.test(cell(row, at)));
  const plain = head.findIndex((title, at) => unknown.includes(title.trim()) && begins(at, statusForm(error)));
  const isNamed = columns.name !== undefined || columns.header !== undefined;
  if (plain >= 0 && (error || !isNamed)) return plain;
  const { value, required } = columns;
  if (value === undefined || required !== undefined || side === 'request') return null;
  return begins(value, error ? /^[45]\d\d(?:[,;:.]? \D|$)/ : /^[45]\d\d[,;:.]? \D/) ? value : null;
}

/** Whether a table has a column of names. One that says what is mandatory, of which type or the only value has it first, however it is called. */
export function hasNames({ head, rows }: TableBlock, columns: Columns, unknown: string[]): boolean {
  if (columns.name !== undefined || columns.header !== undefined) return true;
  const { type, required, value } = columns;
  const first = columns.number === 0 ? 1 : 0;
  const at = unknown.indexOf((head[first] ?? '').trim());
  const telling = type !== undefined || required !== undefined || isOnlyHead(head[value ?? -1] ?? '');
  // A column of places names none.
  if (!telling || at < 0 || rows.every((row) => isPlace(cell(row, first)))) return false;
  if (!rows.every((row) => nameOf(cell(row, first)) !== null)) return false;
  unknown.splice(at, 1);
  columns.name = first;
  return true;
}

/** The side of the exchange that the head of a column of names is of, as `Response field` is. */
export const sideOfHead = (head: string): Context['side'] => (unknownIn(head).length > 0 ? null : contextOf(head).side);
