/** The names of the saved answers of a collection, in the place of what its converter writes for all of them. */
import { isObject, type JsonObject, own } from '../../formats/json.ts';

/** Describes each answer of an operation by the name that the first saved one of its status has. */
export function nameAnswers({ responses }: JsonObject, { response }: JsonObject): void {
  for (const { code, name } of (Array.isArray(response) ? response.filter(isObject) : []).reverse()) {
    const answer = isObject(responses) ? own(responses, String(code)) : undefined;
    if (isObject(answer) && typeof name === 'string' && name.trim() !== '') answer['description'] = name;
  }
}
