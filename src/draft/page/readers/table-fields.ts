/** The fields of a table: each row with what its columns say together. */
import type { Schema } from '../../../formats/json.ts';
import type { Todo } from '../../facts/facts.ts';
import type { Context } from '../blocks/heading-words.ts';
import { listName, shownName } from '../blocks/items.ts';
import { type Field, type Reading, shownBlock } from '../blocks/reading.ts';
import { isHeaderName } from '../blocks/sides.ts';
import {
  announcedIn,
  announcedWords,
  behindRequired,
  behindType,
  isTimeForm,
  withdrawnBeside,
  withMark,
} from '../tables/cell-rest.ts';
import { allBracketed, notRead, schemaOf } from '../tables/cell-types.ts';
import { characterSet } from '../tables/character-sets.ts';
import { type Columns, cell, isProse, nameCell, nameOf, type TableBlock, words } from '../tables/columns.ts';
import { setOf } from '../tables/length-notations.ts';
import { emptyTells, isOnSuccess, requiredOf } from '../tables/required-words.ts';
import { bareLengths, sizeOf, sizesDiffer } from '../tables/row-lengths.ts';
import { linesApart, onOneLine, withListed } from '../values/attribute-lines.ts';
import { attributesOf, typeOf } from '../values/attributes.ts';
import { valuesIn } from '../values/said.ts';
import { isMarked, unmarked } from '../words/marks.ts';
import { labelsSetApart } from '../words/notes-apart.ts';
import { nullsOf, orNull } from '../words/null-columns.ts';

const given = (isNull: boolean, schema: Schema): Schema => (isNull ? orNull(schema) : schema);

function place(block: TableBlock, columns: Columns, row: string[], index: number, name: string): string {
  return columns.number === undefined
    ? `${block.title}, ${name}`
    : `${block.title}, row ${cell(row, columns.number) || index + 1}`;
}

/** What a table says of its fields in other columns than those of one kind each. */
interface Beside {
  /** Columns that are called as another one is. */
  again: number[];
  /** What columns of constraints say, by the row. */
  constraints: Map<string[], Schema>;
}

/** The fields of a table, one for each row with a name; what could not be read of it is asked. */
export function fieldsOf(
  block: TableBlock,
  columns: Columns,
  { again, constraints }: Beside,
  { star, side }: Context,
  reading: Reading,
): Field[] {
  const lengths: string[] = [];
  const sets: string[] = [];
  const unread: string[] = [];
  // A cross says yes where every other cell is empty.
  const required = block.rows.map((row) => cell(row, columns.required).toLowerCase());
  const tells = emptyTells(block.rows.map((row) => cell(row, columns.required ?? columns.optional)));
  const isCrossed = required.includes('x') && required.every((text) => ['x', ''].includes(text));
  const isOpen = allBracketed(block.rows, columns);
  const set = side === 'request' && columns.header === undefined ? characterSet(block.rows, columns) : null;
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
      withdrawnBeside(row, columns),
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
    // That a header is a text says no more of it than its description does.
    const told = columns.type === undefined && said.schema?.['type'] === 'string' ? said.schema : null;
    const schema =
      told ??
      schemaOf(row, columns, { name, at, isOpen, set: isHeaderName(name) ? null : set }, reading.todos) ??
      named.schema ??
      said.schema ??
      {};
    const [only, ...others] = values ?? [];
    const listed = only === undefined ? {} : others.length === 0 ? { const: only } : { enum: values ?? [] };
    const size = sizeOf(row, columns, schema, block.head, name);
    const differ = sizesDiffer(schema, size);
    if (size === null || differ) lengths.push(name);
    const noted = setOf(row, columns);
    const isNarrowed = ['pattern', 'format', 'enum', 'const'].some((keyword) => keyword in { ...schema, ...listed });
    if (noted !== '' && schema['type'] === 'string' && !isNarrowed) sets.push(`${name} (${noted})`);
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
          ...constraints.get(row),
          ...listed,
          ...(list === null ? {} : { type: 'array' }),
        }),
        value: announcedIn(row, columns) ?? cell(row, columns.value ?? columns.example),
        example: columns.value === undefined,
        // The words behind a word for mandatory are looked at as those beside a description.
        notes: withMark(beside === '' ? notes : `${notes || name}, ${beside}`, row, columns, name),
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
  const ofSets = `of which characters a value has to be, where ${shownBlock(block)} gives a set and the draft has the length alone:`;
  open('sets', ofSets, sets);
  const bare = bareLengths(block.rows, columns, (row) =>
    shownName(nameCell(row, block.head, columns.name ?? columns.header ?? 0).written),
  );
  if (bare !== null)
    reading.todos.push({ name: `only lengths ${block.title} ${block.line}`, what: `${bare} (${shownBlock(block)})` });
  open('rows', `what ${shownBlock(block)} says in rows whose name cannot be read:`, unread);
  return fields;
}
