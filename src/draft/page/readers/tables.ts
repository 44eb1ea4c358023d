/** What a table of a page states. */
import type { Schema } from '../../../formats/json.ts';
import type { Todo } from '../../facts/facts.ts';
import type { Context } from '../blocks/heading-words.ts';
import { listName, shownName } from '../blocks/items.ts';
import { createReading, type Field, isSilent, type Reading, shownBlock } from '../blocks/reading.ts';
import { endpoints } from '../operations/endpoint-tables.ts';
import { attributeColumn } from '../tables/attribute-columns.ts';
import { withCalls } from '../tables/calls-column.ts';
import { announcedIn, announcedWords, behindRequired, behindType, isTimeForm } from '../tables/cell-rest.ts';
import { allBracketed, notRead, schemaOf } from '../tables/cell-types.ts';
import {
  type Columns,
  cell,
  hasNames,
  inferColumns,
  isFilled,
  isProse,
  leaveDoubtful,
  nameCell,
  nameOf,
  notesColumn,
  sideOfHead,
  statusColumn,
  type TableBlock,
  words,
} from '../tables/columns.ts';
import { isMatrix, isVertical, matrix, servers, tokenServers, vertical } from '../tables/label-tables.ts';
import { emptyTells, isOnSuccess, requiredOf } from '../tables/required-words.ts';
import { bareLengths, sizeOf, sizesDiffer } from '../tables/row-lengths.ts';
import { withSpannedLabels } from '../tables/spanned-labels.ts';
import { rowsByStatus, withReasons } from '../tables/status-fields.ts';
import { upright } from '../tables/status-heads.ts';
import { placeOf, withAttributes, withHead, withOneHead, withPlaces } from '../tables/table-shape.ts';
import { withTitledField } from '../tables/titled-field.ts';
import { linesApart, onOneLine, withListed } from '../values/attribute-lines.ts';
import { attributesOf, typeOf } from '../values/attributes.ts';
import { valuesIn } from '../values/said.ts';
import { columnsOf } from '../words/head-columns.ts';
import { isMarked, unmarked } from '../words/marks.ts';
import { labelsSetApart } from '../words/notes-apart.ts';
import { nullsOf, orNull } from '../words/null-columns.ts';
import { isPlace } from '../words/places.ts';
import { columnOf } from '../words/words.ts';
import { addFields } from './fields.ts';
import { byCalls, guessedTodo } from './status-tables.ts';

/** Reads a table. One that gives no fact says why, and is left to a person. */
export function readTable(table: TableBlock, above: Context): Reading {
  const { block: given, context } = withTitledField(table, above) ?? {
    block: withSpannedLabels(table),
    context: above,
  };
  const whole = withAttributes(withOneHead(upright(given, context)), context);
  const block = withPlaces(withHead(whole, context));
  const reading = createReading(block, 'table');
  const { columns, unknown, again } = columnsOf(block.head);
  const isLabelled = isVertical(block, columns, context);
  const known = Object.keys(columns).length;
  inferColumns(block, columns, unknown, again);
  attributeColumn(block, columns, unknown, again);
  notesColumn(block, columns, unknown);
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
  else if (columns.url !== undefined && (columns.method !== undefined || columns.environment !== undefined || !named))
    endpoints(block, columns, again, reading);
  else if (isLabelled) vertical(block, reading);
  else if (columns.scope !== undefined && !named) scopes(block, columns, reading);
  else if (columns.status !== undefined && (!named || columns.type === undefined)) {
    byCalls(block, columns, reading);
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
    const told = withCalls(block, unknown, again);
    for (const { rows, context: of } of parts ?? [{ rows: told, context: { ...context, place, side } }])
      addFields(fieldsOf({ ...block, rows }, columns, again, of, reading), of, reading);
    if (parts !== null) withReasons(parts, reading);
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

const given = (isNull: boolean, schema: Schema): Schema => (isNull ? orNull(schema) : schema);

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

function place(block: TableBlock, columns: Columns, row: string[], index: number, name: string): string {
  return columns.number === undefined
    ? `${block.title}, ${name}`
    : `${block.title}, row ${cell(row, columns.number) || index + 1}`;
}

function scopes(block: TableBlock, columns: Columns, reading: Reading): void {
  for (const row of block.rows) {
    const name = cell(row, columns.scope);
    if (name === '') continue;
    reading.statement.scopes.push({ name, at: block.title });
    reading.used++;
  }
}

function fieldsOf(block: TableBlock, columns: Columns, again: number[], { star }: Context, reading: Reading): Field[] {
  const lengths: string[] = [];
  const unread: string[] = [];
  // A cross says yes where every other cell is empty.
  const required = block.rows.map((row) => cell(row, columns.required).toLowerCase());
  const tells = emptyTells(block.rows.map((row) => cell(row, columns.required ?? columns.optional)));
  const isCrossed = required.includes('x') && required.every((text) => ['x', ''].includes(text));
  const isOpen = allBracketed(block.rows, columns);
  const nulls = nullsOf(block);
  const fields = block.rows.flatMap((row, index): Field[] => {
    const { written, depth } = nameCell(row, block.head, columns.name ?? columns.header ?? 0);
    if (written === '') return [];
    const list = listName(written, typeOf(cell(row, columns.type)));
    const named = nameOf(unmarked(list ?? written));
    if (!named) {
      unread.push(written.slice(0, 40));
      return [];
    }
    const { name } = named;
    const starred = star !== null && written.includes('*') ? star : '';
    const left = isMarked(written) ? `a note to ${name} that stands elsewhere` : starred;
    const at = place(block, columns, row, index, shownName(name));
    const said = linesApart(columns.notes === undefined ? '' : (row[columns.notes] ?? ''));
    const values = valuesIn(cell(row, columns.enum));
    // A column beside one that is called the same adds to what is said.
    const notes = [
      // A column of values that hold words is one of descriptions.
      ...(columns.notes === undefined && isProse(cell(row, columns.value)) ? [words(row, columns.value)] : []),
      labelsSetApart(onOneLine(withListed(said.words))),
      ...again.map((index) => words(row, index)),
      ...announcedWords(row, columns, block.head),
      behindType(row, columns),
      ...(isTimeForm(cell(row, columns.type)) ? [cell(row, columns.type)] : []),
      // What is no list of values says something else of the value.
      ...(values === null ? [words(row, columns.enum ?? -1)] : []),
    ]
      .filter((text) => text !== '')
      .join('. ');
    const typed = attributesOf(cell(row, columns.type));
    const beside = behindRequired(row, columns);
    if (said.rest.length > 0 && columns.type === undefined)
      reading.todos.push(notRead(name, at, said.words, said.rest));
    if (named.rest.length > 0) reading.todos.push(notRead(name, at, written, named.rest));
    const schema = schemaOf(row, columns, { name, at, isOpen }, reading.todos) ?? named.schema ?? said.schema ?? {};
    const [only, ...others] = values ?? [];
    const listed = only === undefined ? {} : others.length === 0 ? { const: only } : { enum: values ?? [] };
    const size = sizeOf(row, columns, schema, block.head, name);
    const differ = sizesDiffer(schema, size);
    if (size === null || differ) lengths.push(name);
    return [
      {
        name,
        at,
        depth: named.depth + depth,
        place:
          cell(row, columns.place) || (/^\W*(?:(?:http|response|request) )+header[\W]*$/i.test(notes) ? 'header' : ''),
        required: isCrossed
          ? required[index] === 'x'
          : requiredOf(row, columns, typed.required ?? named.required ?? said.required, notes, tells),
        ...(isOnSuccess(cell(row, columns.required)) ? { isOnSuccess: true } : {}),
        schema: given(nulls?.[index] ?? false, {
          ...(differ ? { type: 'string' } : { ...schema, ...size }),
          ...listed,
          ...(list === null ? {} : { type: 'array' }),
        }),
        value: announcedIn(row, columns) ?? cell(row, columns.value ?? columns.example),
        example: columns.value === undefined,
        // The words behind a word for mandatory are looked at as those beside a description.
        notes: beside === '' ? notes : `${notes || name}, ${beside}`,
        ...(left === '' ? {} : { left }),
      },
    ];
  });
  const open = (name: string, what: string, names: string[], kind: Pick<Todo, 'kind'> = {}): void => {
    if (names.length > 0)
      reading.todos.push({
        name: `${name} ${block.title} ${block.line}`,
        ...kind,
        what: `${what} ${names.join(', ')}`,
      });
  };
  open('lengths', `the lengths that ${shownBlock(block)} gives to`, lengths, { kind: { of: 'lengths' } });
  const bare = bareLengths(block.rows, columns, (row) =>
    shownName(nameCell(row, block.head, columns.name ?? columns.header ?? 0).written),
  );
  if (bare !== null)
    reading.todos.push({ name: `only lengths ${block.title} ${block.line}`, what: `${bare} (${shownBlock(block)})` });
  open('rows', `what ${shownBlock(block)} says in rows whose name cannot be read:`, unread);
  return fields;
}
