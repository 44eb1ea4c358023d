/** Pages that lock a client out after so many failures, while a draft tries many wrong credentials. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { isLock, locks } from '../../page/words/locks.ts';
import type { Access } from '../basis/good-request.ts';

/** A tag of HTML. */
const tag = /<[^<>]{0,200}>/g;

/** Sentences that a question shows. */
const mostShown = 3;

/** The sentences of a page that lock a client after a number of failures. */
function lockedIn({ answers, written = '' }: Facts): string[] {
  const said = answers.flatMap(({ status: of, words = '' }) =>
    of < 400 ? [] : words.split('\n').flatMap((line) => (isLock(line) ? [`${of} "${quotedWords(line)}"`] : [])),
  );
  if (said.length > 0) return [...new Set(said)].slice(0, mostShown);
  if (!locks.test(written)) return [];
  const sentences = written.split(/\n+/).flatMap((line) => (locks.test(line) ? line.split(/(?<=[.;!?])\s+/) : []));
  return [...new Set(sentences.filter(isLock).map((one) => `"${quotedWords(one.replace(tag, ''))}"`))].slice(
    0,
    mostShown,
  );
}

/** Whether clauses of a draft send wrong credentials. */
export const triesWrong = ({ mechanism, known, fields }: Access): boolean =>
  mechanism !== null || known.headers.length + known.queries.length + fields.length > 0;

/** The question what becomes of the requests with wrong credentials where the page locks a client after some. */
export function lockTodos(facts: Facts, credentials: number[], tries: boolean): Todo[] {
  const said = lockedIn(facts);
  if (said.length === 0) return [];
  // Without such a clause the lock is no harm, until a person adds some.
  if (!tries) return [];
  const what = `what becomes of the requests with wrong credentials: the page says ${said.join(', ')}, and the draft tries more wrong ones than that, each refused with ${credentials.join(' or ')}; the client may be locked during a run, so that good requests are refused as well (take a client of its own for it, or give the clauses about wrong credentials fewer ways)`;
  return [{ name: 'locked', what }];
}
