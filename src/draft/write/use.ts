/** What a page says of how a token is used. */
import type { Facts, Todo } from '../facts/facts.ts';
import { tokenHeader } from '../page/proofs.ts';
import { tokenOf } from './open.ts';

/** The question where the words about the token send it in a header of its own: clauses of a protected resource send it as Bearer. */
export function useTodos(facts: Facts): Todo[] {
  const { notes = '', at = '' } = tokenOf(facts) ?? {};
  const header = tokenHeader(notes);
  return header === null
    ? []
    : [
        {
          name: 'token use',
          what: `how the token is sent: the page names the header ${header} (${at}), and the clauses about a protected resource are those of Bearer in Authorization`,
        },
      ];
}
