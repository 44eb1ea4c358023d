/** What a page says of how a token is used. */
import type { Facts, Todo } from '../facts/facts.ts';
import { tokenPlace } from '../page/proofs.ts';
import { tokenOf } from './open.ts';

/** The question where the words about the token send it otherwise than the clauses of a protected resource, as Bearer. */
export function useTodos(facts: Facts): Todo[] {
  const { notes = '', at = '' } = tokenOf(facts) ?? {};
  const place = tokenPlace(notes);
  return place === null
    ? []
    : [
        {
          name: 'token use',
          what: `how the token is sent: the page names ${place} (${at}), and the clauses about a protected resource are those of Bearer in Authorization`,
        },
      ];
}
