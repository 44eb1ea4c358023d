/** The saved answers of a collection: their names are the words about them, in the place of what its converter writes for all. */
import { mostDepth } from '../../contract/bounds.ts';
import { isSuccess } from '../../contract/status.ts';
import { isDeeper, isObject, type Json, type JsonObject, parseJson } from '../../formats/json.ts';
import { savedAnswers, wordsIn } from './shown-answers.ts';

/** Characters of a body that are looked at. */
const mostOfBody = 10_000;

/** A body as JSON; null where it is none, or too long or nested too deeply to be looked at. */
function jsonOf(body: Json | undefined): Json {
  if (typeof body !== 'string' || body.length > mostOfBody) return null;
  try {
    const value = parseJson(body);
    return isDeeper(value, mostDepth) ? null : value;
  } catch {
    return null;
  }
}

/** Describes each answer of an operation by the name of a grant, or by those of all refusals with its status and their words. */
export function nameAnswers({ responses }: JsonObject, { response }: JsonObject): void {
  const saved = (Array.isArray(response) ? response.filter(isObject) : []).map(({ code, name, body }) => ({
    ...{ code: String(code), name: typeof name === 'string' && name.trim() !== '' ? name : '', body: jsonOf(body) },
  }));
  for (const [status, answer] of Object.entries(isObject(responses) ? responses : {})) {
    const own = saved.filter(({ code }) => code === status);
    if (!isObject(answer) || own.length === 0) continue;
    // The converter keeps one of them.
    if (own.some(({ body }) => body !== null)) answer[savedAnswers] = own.map(({ name, body }) => ({ name, body }));
    const isGranted = isSuccess(Number(status));
    const named = own.filter(({ name }) => name !== '');
    const words = named.flatMap(({ name, body }) => [name, ...(Number(status) < 400 ? [] : wordsIn(body))]);
    const [first] = words;
    if (first !== undefined) answer['description'] = isGranted ? first : [...new Set(words)].join('\n');
  }
}
