/** Facts as a person changes them, by the names that a comparison gives them. */
import type { Json } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';

/** What a person says of one fact: whether it has to be there, keywords of its schema, and its value in the good request. */
export interface Change {
  required?: boolean;
  schema?: { [name: string]: Json };
  sent?: Json;
}

/** The facts that are called so, with what a person says of each. */
export function changed(facts: Facts, names: string[], how: (name: string) => Change): Facts {
  const change = <T extends { required: boolean | null; schema: { [name: string]: Json } }>(
    fact: T,
    name: string,
  ): T => {
    if (!names.includes(name)) return fact;
    const { schema, ...rest } = how(name);
    return { ...fact, ...rest, schema: { ...fact.schema, ...schema } };
  };
  return {
    ...facts,
    headers: facts.headers.map((one) => change(one, `request header ${one.name.toUpperCase()}`)),
    queries: facts.queries.map((one) => change(one, `request query ${one.name}`)),
    request: facts.request.map((one) => change(one, `request ${one.pointer}`)),
    answers: facts.answers.map((answer) => ({
      ...answer,
      members: answer.members.map((one) => change(one, `${answer.status} ${one.pointer}`)),
      ...(answer.headers === undefined
        ? {}
        : {
            headers: answer.headers.map((one) => change(one, `${answer.status} header ${one.name.toUpperCase()}`)),
          }),
    })),
  };
}
