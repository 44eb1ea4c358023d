/** Challenges of 401 that answers of a collection show, beside those that HTTP would have. */
import { isObject, type Json, type JsonObject } from '../../formats/json.ts';
import type { Todo } from '../facts/facts.ts';
import { challengeTodo } from '../page/words/challenges.ts';

/** Where an operation keeps the challenges of its saved answers; null stands for an answer without one. */
export const savedChallenges = 'x-saved-challenges';

/** Headers of an answer that was saved whole: a few alone are what somebody wrote. */
const ofWhole = 4;

/** Notes the challenges of the answers with 401 that are saved with a request. */
export function noteChallenges(operation: JsonObject, { response }: JsonObject): void {
  const saved = (Array.isArray(response) ? response.filter(isObject) : []).filter(({ code }) => String(code) === '401');
  const each = saved.map(({ header }) => {
    const headers = Array.isArray(header) ? header.filter(isObject) : [];
    return { headers, own: headers.find(({ key }) => String(key).toLowerCase() === 'www-authenticate') };
  });
  // Where one has its challenge written down, so would another that has headers.
  const least = each.some(({ own }) => own) ? 1 : ofWhole;
  const shown = each.flatMap(({ headers, own }): Json[] =>
    own ? [String(own['value'] ?? '')] : headers.length >= least ? [null] : [],
  );
  if (shown.length > 0) operation[savedChallenges] = shown;
}

/** The question which challenge a 401 has, where a saved one has another than that of the scheme by which the client shows who it is. */
export function challengeTodos(
  { [savedChallenges]: saved }: JsonObject,
  scheme: string | undefined,
  at: string,
): Todo[] {
  const shown = Array.isArray(saved) ? saved : [];
  const isOther = (one: Json): boolean => one === null || (scheme === 'basic' && !/\bbasic\b/i.test(String(one)));
  return shown.some(isOther)
    ? [
        challengeTodo(
          shown.map((one) => (one === null ? null : String(one))),
          at,
        ),
      ]
    : [];
}
