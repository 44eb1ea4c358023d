/** The headers of an answer, as a description gives them. */
import type { Json } from '../../formats/json.ts';
import { isObject } from '../../formats/json.ts';
import type { HeaderFact, Todo } from '../facts/facts.ts';
import { ignoredOfAnswers } from '../facts/ignored-headers.ts';
import type { Description } from './description.ts';
import { follow, merged, nowhere } from './follow.ts';
import { mark, openOf, wordsOf } from './members.ts';
import { soundOf } from './sound.ts';

/** The headers of the answer at this place; one that nothing calls required may be absent. */
export function headersOf(api: Description, headers: Json | undefined, of: string, todos: Todo[]): HeaderFact[] {
  return Object.entries(isObject(headers) ? headers : {}).flatMap(([name, value]): HeaderFact[] => {
    const header = follow(api, value, nowhere)?.value;
    if (!header || ignoredOfAnswers.includes(name.toLowerCase())) return [];
    const { schema, wrong } = soundOf(merged(api, header['schema'], nowhere)?.schema ?? {});
    const at = `${of}, header ${name}`;
    todos.push(...openOf(schema, wrong, at));
    const required = header['required'] === true;
    return [{ ...{ name, at, origin: 'openapi', required, schema }, ...wordsOf(header), ...mark(header) }];
  });
}
