/** Parameters of a request that has no body by its method. */
import { keysOf } from '../../formats/json.ts';
import type { HeaderFact, Member, Statement, Todo } from '../facts/facts.ts';

const parameterOf = ({ pointer, at, origin, required, schema, example }: Member): HeaderFact => ({
  ...{ name: keysOf(pointer)[0] ?? '', at, origin, required, schema },
  ...(typeof example === 'string' ? { example } : {}),
});

/**
 * Statements of a page about a GET with its parameters in the query, wherever the page does not say how they are sent.
 * What holds members of its own can be in a body alone, and stays there.
 */
export function inQuery(
  statements: Statement[],
  method: string | undefined,
): { statements: Statement[]; todos: Todo[] } {
  const moved = statements
    .filter(({ origin }) => origin !== 'openapi')
    .flatMap(({ request }) => request.map(({ pointer }) => keysOf(pointer)));
  if (method !== 'GET' || moved.length === 0 || moved.some((keys) => keys.length > 1)) return { statements, todos: [] };
  const names = [...new Set(moved.flat())].join(', ');
  return {
    statements: statements.map((one) =>
      one.origin === 'openapi'
        ? one
        : { ...one, request: [], queries: [...one.queries, ...one.request.map(parameterOf)] },
    ),
    todos: [
      {
        name: 'query',
        what: `whether ${names} are sent in the query, as they are drafted, since a GET has no body as a rule`,
        claim: { subject: 'place', none: '; the page does not say it' },
      },
    ],
  };
}
