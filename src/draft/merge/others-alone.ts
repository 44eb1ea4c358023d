/** Fields of which the page says that they are of other operations alone: left out, and asked. */
import { shownPointer } from '../../formats/json.ts';
import type { Statement, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { isNotOfToken } from '../page/sentences/not-of-token.ts';
import { pathOf } from '../page/values/address.ts';
import { isOfMovingCalls, isOfOthersAlone } from '../page/words/only-others.ts';

interface Field {
  notes?: string;
  required: boolean | null;
  at: string;
}

/** Statements about the request for a token, and what is told of the fields that they had of other operations. */
interface OfToken {
  statements: Statement[];
  todos: Todo[];
  /** The keys of those that are of others whether they have to be sent or not. */
  others: ReadonlySet<string>;
}

/** What is kept of a list of fields. */
type Kept = <T extends Field>(all: T[], keyOf: (one: T) => string, nameOf: (one: T) => string) => T[];

const withKept = (one: Statement, kept: Kept): Statement => ({
  ...one,
  headers: kept(
    one.headers,
    ({ name }) => `request header ${name.toUpperCase()}`,
    ({ name }) => name,
  ),
  queries: kept(
    one.queries,
    ({ name }) => `request query ${name}`,
    ({ name }) => name,
  ),
  request: kept(
    one.request,
    ({ pointer }) => `request ${pointer}`,
    ({ pointer }) => shownPointer(pointer),
  ),
});

/**
 * Statements without such fields, and without those that the page has for all requests but that for a token. The others are a
 * question, unless they have to be sent, which is asked elsewhere: of calls that move money that for a token is none.
 */
export function withoutOthers(statements: Statement[]): OfToken {
  const paths = statements.flatMap(({ path, servers }) => [
    ...(path ? [path.value] : []),
    ...servers.map((server) => server.path ?? pathOf(server.url)),
  ]);
  const left = new Map<string, string>();
  const others = new Set<string>();
  const keptOf =
    (isText: boolean): Kept =>
    (all, keyOf, nameOf) =>
      all.filter((one) => {
        const { notes = '', required, at } = one;
        const isOthers = isNotOfToken(notes);
        const isMoving = isText && isOfMovingCalls(notes);
        const isLeft = isMoving || (isText && required !== true && isOfOthersAlone(notes, paths));
        if (isOthers || isMoving) others.add(keyOf(one));
        if (isLeft && !isOthers) left.set(nameOf(one), `${nameOf(one)} (${at}) "${quotedWords(notes)}"`);
        return !isLeft && !isOthers;
      });
  const found = statements.map((one) => withKept(one, keptOf(one.origin !== 'openapi')));
  const what = `whether these are of the request for a token, which the page gives to other operations alone: ${[...left.values()].join(', ')}; the draft leaves them out`;
  return { statements: found, others, todos: left.size === 0 ? [] : [{ name: 'of others alone', what }] };
}
