/** Fields that a section beside the operations gives to every request: those of them that an operation names are its own. */

import { shownPointer } from '../../formats/json.ts';
import type { Statement } from '../facts/facts.ts';
import { type Reading, shownBlock } from '../page/blocks/reading.ts';

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
      ...statements.flatMap(({ headers }) => headers.map(({ name }) => name.toUpperCase())),
      ...(isTyped ? ['CONTENT-TYPE'] : []),
    ]),
    queries: new Set(statements.flatMap(({ queries }) => queries.map(({ name }) => name))),
    request: new Set(statements.flatMap(({ request }) => request.map(({ pointer }) => shownPointer(pointer)))),
  };
}

/**
 * A reading of what is said of every request with what an operation names alone, and the question about the others; one
 * that names none may send them all. Whether a field is there the part of the operation says or leaves open itself.
 */
export function ofNamed(reading: Reading, named: Named): Reading {
  const { block, statement } = reading;
  const left: string[] = [];
  let isNamed = false;
  const own = <Field>(list: Field[], names: ReadonlySet<string>, keyOf: (one: Field) => string): Field[] => {
    if (names.size === 0 || list.length === 0) return list;
    isNamed = true;
    left.push(...list.map(keyOf).filter((key) => !names.has(key)));
    return list.filter((one) => names.has(keyOf(one)));
  };
  const kept = {
    ...statement,
    headers: own(statement.headers, named.headers, ({ name }) => name.toUpperCase()),
    queries: own(statement.queries, named.queries, ({ name }) => name),
    request: own(statement.request, named.request, ({ pointer }) => shownPointer(pointer)),
  };
  if (!isNamed) return reading;
  const todos = reading.todos.filter(({ kind }) => kind?.of !== 'mandatory');
  if (left.length > 0)
    todos.push({
      name: `fields of all ${block.title} ${block.line}`,
      what: `whether a request for a token has ${left.join(', ')}: ${shownBlock(block)} says so of all requests, and what the page has about this one does not name ${left.length > 1 ? 'them' : 'it'}`,
    });
  return { ...reading, statement: kept, todos };
}
