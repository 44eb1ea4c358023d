import { quotedWords } from '../../facts/quoted.ts';
import type { Todo } from '../../facts/todo.ts';
import { type Context, unknownIn } from '../blocks/heading-words.ts';
import { createReading, isSilent, type Reading, shownBlock } from '../blocks/reading.ts';
import { endpoints } from '../operations/endpoint-tables.ts';
import { attributeColumn } from '../tables/attribute-columns.ts';
import { withCalls } from '../tables/calls-column.ts';
import { withStatusOfCodes } from '../tables/codes-of-statuses.ts';
import {
  type Columns,
  cell,
  hasNames,
  inferColumns,
  notesColumn,
  sideOfHead,
  statusColumn,
  type TableBlock,
} from '../tables/columns.ts';
import { constraintsIn } from '../tables/constraint-columns.ts';
import { isFilled, leaveDoubtful } from '../tables/doubtful-columns.ts';
import { isMatrix, matrix, servers, tokenServers } from '../tables/environment-columns.ts';
import { isVertical, vertical } from '../tables/label-tables.ts';
import { notedColumn } from '../tables/length-notations.ts';
import { withParentsApart } from '../tables/parents-apart.ts';
import { withPathNames } from '../tables/path-column.ts';
import { rowsOfCalls } from '../tables/rows-of-calls.ts';
import { withSharedApart } from '../tables/shared-columns.ts';
import { withSpannedLabels } from '../tables/spanned-labels.ts';
import { rowsByStatus, withReasons } from '../tables/status-fields.ts';
import { upright } from '../tables/status-heads.ts';
import { placeOf, withAttributes, withHead, withOneHead, withPlaces } from '../tables/table-shape.ts';
import { withTitledField } from '../tables/titled-field.ts';
import { attributesOf } from '../values/attributes.ts';
import { columnsOf } from '../words/head-columns.ts';
import { isPlace } from '../words/places.ts';
import { columnOf } from '../words/words.ts';
import { addFields } from './fields.ts';
import { byCalls, guessedTodo } from './status-tables.ts';
import { fieldsOf } from './table-fields.ts';

/** The question whose names a table has, where the head of these has a word that is not known beside the one for names. */
function namedTodos(block: TableBlock, head: string): Todo[] {
  if (!/\p{L}\W+\p{L}/u.test(head.trim()) || unknownIn(head).length === 0) return [];
  const what = `whether ${shownBlock(block)} is about the parts of each request: its names stand below "${quotedWords(head)}"`;
  return [{ name: `names ${block.title} ${block.line}`, what }];
}

/** Reads a table. One that gives no fact says why, and is left to a person. */
export function readTable(table: TableBlock, above: Context): Reading {
  const { block: given, context } = withTitledField(table, above) ?? {
    block: withSpannedLabels(table),
    context: above,
  };
  const whole = withAttributes(withOneHead(upright(withStatusOfCodes(withSharedApart(given)), context)), context);
  const block = withPlaces(withHead(withPathNames(whole), context));
  const reading = createReading(block, 'table');
  const { columns, unknown, again } = columnsOf(block.head);
  const isLabelled = isVertical(block, columns, context);
  const known = Object.keys(columns).length;
  inferColumns(block, columns, unknown, again);
  notedColumn(block, columns, unknown);
  attributeColumn(block, columns, unknown, again);
  // A table of rules has no descriptions.
  if (!context.joined) notesColumn(block, columns, unknown);
  const { type } = columns;
  // `Parameter Type` may be the JSON type, or the place of the parameter.
  if (type !== undefined && block.rows.length > 0 && block.rows.every((row) => isPlace(cell(row, type)))) {
    columns.place ??= type;
    delete columns.type;
    const other = again.find((at) => columnOf(block.head[at] ?? '') === 'type');
    if (other !== undefined) {
      columns.type = other;
      again.splice(again.indexOf(other), 1);
    }
  }
  // `Format` may be the type of a value, or words about it.
  if (
    type !== undefined &&
    /format|bentuk/i.test(block.head[type] ?? '') &&
    !block.rows.some((row) => isTyped(cell(row, type)))
  ) {
    columns.notes ??= type;
    delete columns.type;
  }
  const guessed = statusColumn(block, columns, unknown, context);
  if (guessed !== null) columns.status = guessed;
  const named = guessed === null && hasNames(block, columns, unknown);
  const issuing = tokenServers(block);
  if (issuing !== null) servers(block, issuing, reading);
  else if (isMatrix(block)) matrix(block, reading);
  else if (isLabelled && known < 2) vertical(block, reading);
  else if (isOfOperations(block, columns, named)) endpoints(block, columns, again, reading);
  else if (isLabelled) vertical(block, reading);
  else if (columns.scope !== undefined && !named) scopes(block, columns, reading);
  else if (columns.status !== undefined && (!named || columns.type === undefined)) {
    byCalls(block, columns, reading, context.sample === true);
    if (guessed !== null && unknown.includes((block.head[guessed] ?? '').trim()))
      reading.todos.push(guessedTodo(block, guessed));
  } else if (named && hasWords(columns)) {
    const place = columns.header !== undefined ? 'header' : placeOf(block, columns, context);
    // A head is nearer than a heading.
    const own = columns.header === undefined ? sideOfHead(block.head[columns.name ?? -1] ?? '') : null;
    const side = own ?? context.side ?? (place === null ? null : 'request');
    const parts = rowsByStatus(block, columns, { ...context, place, side });
    if (parts !== null) delete columns.status;
    const left = leaveDoubtful(block, columns, again);
    const told = withCalls(withParentsApart(block, columns), unknown, again);
    const beside = { again, constraints: constraintsIn(block, columns, unknown) };
    for (const { rows, context: of } of parts ?? [{ rows: told, context: { ...context, place, side } }])
      addFields(fieldsOf({ ...block, rows }, columns, beside, of, reading), of, reading);
    if (parts !== null) withReasons(parts, reading);
    reading.todos.push(...namedTodos(block, block.head[columns.name ?? -1] ?? ''));
    const unread = [...unknown, ...left].filter((head) => isFilled(block, head));
    if (unread.length > 0)
      reading.todos.push({
        name: `columns ${block.title} ${block.line}`,
        what: `what the columns ${unread.map((head) => `"${head.slice(0, 40)}"`).join(', ')} of ${shownBlock(block)} state; they were not read`,
      });
  } else reading.why = `its heads say nothing we know: ${block.head.join(', ').slice(0, 120)}`;
  if ((reading.used === 0 || isSilent(reading)) && reading.todos.length === 0 && reading.why === '')
    reading.why = 'no row of it could be read';
  return reading;
}

/** Whether a table lists operations; one of statuses may say of which operation each of them is. */
const isOfOperations = (block: TableBlock, { url, method, environment, status }: Columns, named: boolean): boolean =>
  url !== undefined &&
  (method !== undefined || environment !== undefined || !named) &&
  (status === undefined || rowsOfCalls(block) === null);

const isTyped = (text: string): boolean => attributesOf(text).schema !== null;

/** Whether a table says anything about its names. */
const hasWords = ({
  type,
  required,
  optional,
  value,
  notes,
  example,
  length,
  most,
  place,
  enum: values,
}: Columns): boolean =>
  [type, required, optional, value, notes, example, length, most, place, values].some((column) => column !== undefined);

function scopes(block: TableBlock, columns: Columns, reading: Reading): void {
  for (const row of block.rows) {
    const name = cell(row, columns.scope);
    if (name === '') continue;
    reading.statement.scopes.push({ name, at: block.title });
    reading.used++;
  }
}
