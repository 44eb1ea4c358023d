/** Fields of which the page says that they are of other operations alone: left out, and asked. */
import { shownPointer } from '../../formats/json.ts';
import type { Statement, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { pathOf } from '../page/values/address.ts';
import { isOfOthersAlone } from '../page/words/only-others.ts';

interface Field {
  notes?: string;
  required: boolean | null;
  at: string;
}

/** Statements without such fields, and the question about each of them; what has to be sent is asked elsewhere. */
export function withoutOthers(statements: Statement[]): { statements: Statement[]; todos: Todo[] } {
  const paths = statements.flatMap(({ path, servers }) => [
    ...(path ? [path.value] : []),
    ...servers.map((server) => server.path ?? pathOf(server.url)),
  ]);
  const left = new Map<string, string>();
  const kept = <T extends Field>(all: T[], nameOf: (one: T) => string): T[] =>
    all.filter((one) => {
      const { notes = '', required, at } = one;
      const isLeft = required !== true && isOfOthersAlone(notes, paths);
      if (isLeft) left.set(nameOf(one), `${nameOf(one)} (${at}) "${quotedWords(notes)}"`);
      return !isLeft;
    });
  const found = statements.map((one) =>
    one.origin === 'openapi'
      ? one
      : {
          ...one,
          headers: kept(one.headers, ({ name }) => name),
          queries: kept(one.queries, ({ name }) => name),
          request: kept(one.request, ({ pointer }) => shownPointer(pointer)),
        },
  );
  const what = `whether these are of the request for a token, which the page gives to other operations alone: ${[...left.values()].join(', ')}; the draft leaves them out`;
  return { statements: found, todos: left.size === 0 ? [] : [{ name: 'of others alone', what }] };
}
