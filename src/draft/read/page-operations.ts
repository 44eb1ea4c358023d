/** Operations of pages beside the one that issues tokens: each is read from its own part of the page. */
import { nothing, type Part, type Statement, type Todo } from '../facts/facts.ts';
import type { Passage } from '../facts/subjects.ts';
import { placed } from '../facts/todo.ts';
import { flatten, keyAt } from '../merge/flatten.ts';
import { qualified } from '../merge/qualified.ts';
import { asOneQuestion } from '../merge/qualified-todos.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { type Reading, shownBlock } from '../page/blocks/reading.ts';
import { calledOn, shownOperation } from '../page/operations/choose.ts';
import type { PageOperation } from '../page/operations/operation.ts';
import { saysBearer } from '../page/words/bearer.ts';
import { passagesAbout, placesIn, sampledOn, textAbout } from './about.ts';
import { partOf } from './account.ts';
import { sentencesLeft } from './looks.ts';
import { type Sheet, wholeReading } from './sheets.ts';

/** What pages state of an operation beside the token's. */
export interface PageOther {
  operation: PageOperation;
  statements: Statement[];
  todos: Todo[];
  passages: Passage[];
}

/** Operations of pages that are drafted, and the parts of the account that their blocks give. */
export interface PageOthers {
  others: PageOther[];
  parts: Map<Reading, Part>;
}

/** Whether a page gives all of the address of an operation: a path alone may be that of a server. */
export const isWhole = ({ method, path }: PageOperation): boolean => method !== null && path !== null;

/** The operations of pages that are asked for, by their addresses or headings; `all` asks for each that has an address. */
export function askedFor(operations: PageOperation[], wanted: string[]): PageOperation[] {
  const placed = operations.filter(({ path }) => path !== null);
  if (wanted.includes('all')) return placed.filter(isWhole);
  const asked = new Set(wanted.flatMap((name) => calledOn(placed, name)));
  return placed.filter((one) => asked.has(one));
}

/** Reads the operations that are asked for, each by itself. */
export function readOthers(sheets: Sheet[], operations: PageOperation[]): PageOthers {
  const parts: PageOthers['parts'] = new Map();
  const sampled = sampledOn(sheets);
  const apartOf = new Map(sheets.map((sheet) => [sheet, apartOn(sheet)]));
  const others = operations.map((operation): PageOther => {
    const { about, mentions, todos } = textAbout(sheets, operation);
    const other: PageOther = {
      operation,
      statements: [],
      todos: [...todos],
      passages: sheets.flatMap((sheet) => passagesAbout(sheet, operation)),
    };
    const shared: Reading[] = [];
    const asked = new Set<string>();
    const own = new Set<Block>();
    for (const sheet of sheets) {
      const placeOf = placesIn(sheet, operation);
      for (const block of sheet.blocks) {
        const { index, isOwn } = placeOf(block);
        if (isOwn && apartOf.get(sheet)?.has(index) !== true) own.add(block);
      }
      for (const taken of sheet.readings) {
        const { index, belongs } = placeOf(taken.block);
        const isOwn = own.has(taken.block);
        if (!isOwn && (belongs || apartOf.get(sheet)?.has(index))) shared.push(taken);
        if (!isOwn) continue;
        const given = withElsewhere(wholeReading(sheet, taken));
        const { statement, todos: more } = qualified(withToken(given.statement), shownBlock(given.block), mentions);
        const reading = { ...given, statement, todos: asOneQuestion(given.todos, more) };
        other.statements.push(statement);
        other.todos.push(...reading.todos.flatMap((todo) => (asked.has(todo.what) ? [] : placed(todo, taken.block))));
        for (const { what } of reading.todos) asked.add(what);
        parts.set(taken, partAbout(reading, sheet.page.base, operation));
      }
    }
    takeShared(shared, other);
    const texts = about.filter((block) => own.has(block));
    other.todos.push(...sentencesLeft(texts, other.statements, other.todos, sampled));
    return other;
  });
  return { others, parts };
}

/** The blocks that follow an operation whose section has parts of its own, by their indexes: they may be about any operation. */
function apartOn({ blocks, outline: { operations, beside } }: Sheet): Set<number> {
  return new Set(
    operations.flatMap((operation) => {
      const indexes = [...operation.blocks];
      const depths = indexes.flatMap((index) => {
        const block = blocks[index];
        return block?.kind === 'heading' && !beside.has(index) ? [block.depth] : [];
      });
      const isNested = new Set(depths).size > 1;
      return isNested ? indexes.filter((index) => beside.has(index)) : [];
    }),
  );
}

/** A reading with the answers that are none to a request for a token. */
function withElsewhere(reading: Reading): Reading {
  const { statement, todos, used, elsewhere = [] } = reading;
  if (elsewhere.length === 0) return reading;
  const answers = [...statement.answers, ...elsewhere];
  return {
    ...{ ...reading, statement: { ...statement, answers }, used: used + elsewhere.length },
    todos: todos.filter(({ kind }) => used > 0 || kind?.of !== 'unread'),
  };
}

/** A statement with the bearer token that it names: of the request for a token that says nothing, of others which one they send. */
function withToken(statement: Statement): Statement {
  const { security, unclear } = statement;
  const bearer = security === null ? unclear.find(({ value }) => saysBearer(value)) : undefined;
  if (!bearer) return statement;
  return {
    ...statement,
    security: { value: 'bearer', at: bearer.at },
    unclear: unclear.filter(({ value }) => !saysBearer(value)),
  };
}

/** A part of the account, with its facts as a comparison calls those of an operation beside the token's. */
function partAbout(reading: Reading, base: string, { method, path }: PageOperation): Part {
  const part = partOf(reading, base, null);
  const key = keyAt(method, path);
  return { ...part, facts: part.facts.map(([fact, value]) => [`${key}: ${fact}`, value]) };
}

/** Takes the servers of what stands before all operations. Whether the rest of it is about this one as well is a question. */
function takeShared(shared: Reading[], other: PageOther): void {
  const own = new Set(other.statements.flatMap((statement) => [...flatten(statement).keys()]));
  const left = shared.filter(({ statement, todos }) => {
    const { servers, method: _method, path: _path, ...rest } = statement;
    if (servers.length > 0) other.statements.push({ ...nothing(statement.origin), servers });
    const said = [...flatten({ ...rest, servers: [], scopes: [] }).keys()];
    const isOpen = [statement.signed, statement.unclear, todos].some((one) => one.length > 0);
    return isOpen || statement.answerType !== undefined || said.some((fact) => !own.has(fact));
  });
  const names = [...new Set(left.map(({ block }) => shownBlock(block)))];
  if (names.length === 0) return;
  const [are, their] = names.length > 1 ? ['are', 'their'] : ['is', 'its'];
  other.todos.push({
    name: 'shared',
    what: `whether ${names.slice(0, mostNamed).join(', ')} ${are} about ${shownOperation(other.operation)} as well; ${names.length > 1 ? 'they stand' : 'it stands'} apart from it, and ${their} facts were left out`,
  });
}

/** Parts that a question names. */
const mostNamed = 8;
