/** What a description leaves open of the request of an operation beside the token's. */
import type { OtherFacts, Todo } from '../../facts/facts.ts';
import { saysNew } from '../../page/words/new-each-time.ts';
import { isInstant, isNamedTime } from '../../page/words/times-sent.ts';

/** The questions about mandatory headers and parameters whose words say that their value is another in each request. */
export const changingTodos = ({ headers, queries }: OtherFacts): Todo[] =>
  [...headers, ...queries]
    .filter(
      ({ name, required, schema, notes = '' }) =>
        required === true &&
        schema['const'] === undefined &&
        (saysNew(notes) || isInstant(schema, notes, name) || isNamedTime(name)),
    )
    .map(({ name, at }) => ({
      name: `value ${name}`,
      what: `the value of ${name} (${at}): it is to be new in each request`,
    }));
