/** Values that not every client may send, as words about a refusal say. */
import type { Facts } from '../../facts/facts.ts';
import { spoken } from './refusal-words.ts';

/** What a server answers that has understood a request, and does not grant it to this client (RFC 9110, section 15.5.4). */
const forbidden = 403;

/** Tells of the name of a part whether words about that status name it: which of its values a client may send is its own then. */
export function forbiddenIn({ answers }: Pick<Facts, 'answers'>): (name: string) => boolean {
  const all = answers.flatMap(({ status, words }) => (status === forbidden && words !== undefined ? [words] : []));
  return (name) => all.some((words) => spoken(name).test(words));
}
