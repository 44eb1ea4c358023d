/** Fields that a section beside the operations gives to every request: those of them that an operation names are its own. */

import { shownPointer } from '../../formats/json.ts';
import type { Statement, Todo } from '../facts/facts.ts';
import { type Reading, shownBlock } from '../page/reading.ts';

/** The names of what an operation sends, by where they stand. */
export interface Named {
  headers: ReadonlySet<string>;
  queries: ReadonlySet<string>;
  request: ReadonlySet<string>;
}

/** The names that statements about an operation alone have. */
export function namedIn(statements: Statement[]): Named {
  const isTyped = statements.some(({ mediaType }) => mediaType !== undefined);
  return {
    headers: new Set([
      ...statements.flatMap(({ headers }) => headers.map(({ name }) => name.toLowerCase())),
      ...(isTyped ? ['content-type'] : []),
    ]),
    queries: new Set(statements.flatMap(({ queries }) => queries.map(({ name }) => name))),
    request: new Set(statements.flatMap(({ request }) => request.map(({ pointer }) => pointer))),
  };
}

/** A statement about every request with what an operation names alone, and the question about the others; one that names none may send them all. */
export function ofNamed(
  statement: Statement,
  named: Named,
  { block }: Reading,
): { statement: Statement; todos: Todo[] } {
  const left: string[] = [];
  const own = <Field>(
    list: Field[],
    names: ReadonlySet<string>,
    nameOf: (one: Field) => string,
    shown = nameOf,
  ): Field[] => {
    if (names.size === 0) return list;
    left.push(...list.filter((one) => !names.has(nameOf(one))).map(shown));
    return list.filter((one) => names.has(nameOf(one)));
  };
  const kept: Statement = {
    ...statement,
    headers: own(
      statement.headers,
      named.headers,
      ({ name }) => name.toLowerCase(),
      ({ name }) => name,
    ),
    queries: own(statement.queries, named.queries, ({ name }) => name),
    request: own(
      statement.request,
      named.request,
      ({ pointer }) => pointer,
      ({ pointer }) => shownPointer(pointer),
    ),
  };
  if (left.length === 0) return { statement, todos: [] };
  const what = `whether a request for a token has ${left.join(', ')}: ${shownBlock(block)} says so of all requests, and what the page has about this one does not name ${left.length > 1 ? 'them' : 'it'}`;
  return { statement: kept, todos: [{ name: `fields of all ${block.title} ${block.line}`, what }] };
}
