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

/** Where an operation keeps the saved answers that a server before the provider's gives. */
export const answersOfOthers = 'x-answers-of-others';

const isHtml = ({ body, header }: JsonObject): boolean => {
  const headers = Array.isArray(header) ? header.filter(isObject) : [];
  const type = headers.find(({ key }) => String(key).toLowerCase() === 'content-type')?.['value'];
  const isPage = /^\s*<(?:!doctype html|html|head|body)\b/i.test(String(body ?? ''));
  return isPage || (type !== undefined && /^\s*(?:text\/html|application\/xhtml)/i.test(String(type)));
};

/** Takes out the refusals that are saved as pages of HTML alone, where others are JSON: such a page is a gateway's, which happened to be seen. */
function leavePages(operation: JsonObject, saved: JsonObject[]): void {
  const { responses } = operation;
  if (!isObject(responses) || !saved.some((one) => jsonOf(one['body']) !== null)) return;
  const isPage = (status: string): boolean => {
    const own = saved.filter(({ code }) => String(code) === status);
    return Number(status) >= 400 && own.length > 0 && own.every(isHtml);
  };
  const left = Object.keys(responses).filter(isPage);
  if (left.length === 0) return;
  operation['responses'] = Object.fromEntries(Object.entries(responses).filter(([status]) => !left.includes(status)));
  operation[answersOfOthers] = left.map((status) => ({
    status,
    name: String(saved.find(({ code }) => String(code) === status)?.['name'] ?? ''),
  }));
}

/** Describes each answer of an operation by the name of a grant, or by those of all refusals with its status and their words. */
export function nameAnswers(operation: JsonObject, { response }: JsonObject): void {
  leavePages(operation, Array.isArray(response) ? response.filter(isObject) : []);
  const { responses } = operation;
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
