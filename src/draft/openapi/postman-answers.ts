/** The names of the saved answers of a collection, in the place of what its converter writes for all of them. */
import { isObject, type Json, type JsonObject, own, parseJson } from '../../formats/json.ts';
import { lettersOf } from '../page/words/spellings.ts';

/** Members in which a refusal says in words what it is for. */
const worded = new Set([
  'message',
  'msg',
  'errormessage',
  'errordescription',
  'responsemessage',
  'description',
  'pesan',
]);

/** Characters of a body and of its words that are looked at. */
const [mostOfBody, mostOfWords] = [10_000, 200];

/** What a saved refusal says of itself, in a member of its body that holds words. */
function wordsOf(code: Json | undefined, body: Json | undefined): string[] {
  if (Number(code) < 400 || typeof body !== 'string' || body.length > mostOfBody) return [];
  try {
    const held = parseJson(body);
    return (isObject(held) ? Object.entries(held) : []).flatMap(([name, value]) =>
      worded.has(lettersOf(name)) && typeof value === 'string' && value.length < mostOfWords ? [value] : [],
    );
  } catch {
    return [];
  }
}

/** Describes each answer of an operation by the name that the first saved one of its status has, and a refusal by its words too. */
export function nameAnswers({ responses }: JsonObject, { response }: JsonObject): void {
  for (const { code, name, body } of (Array.isArray(response) ? response.filter(isObject) : []).reverse()) {
    const answer = isObject(responses) ? own(responses, String(code)) : undefined;
    if (isObject(answer) && typeof name === 'string' && name.trim() !== '')
      answer['description'] = [...new Set([name, ...wordsOf(code, body)])].join('\n');
  }
}
