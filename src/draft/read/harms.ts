/**
 * Sentences about what the clauses of a draft may bring about: an account that is locked, a token that is not to be asked for,
 * or not so soon, and one that ends an older one.
 */

import type { Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { isOfOtherCalls } from '../page/sentences/others.ts';
import { isLock } from '../page/words/locks.ts';
import { isOneInTime } from '../page/words/one-in-time.ts';
import { remembered } from '../page/words/remembered.ts';
import { endsEarlier } from '../page/words/superseded.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** That no token is to be asked for while one is good. */
const forbidden = oneOf('do not', "don[’']t", 'never', 'must not', 'should not', 'jangan(?:lah)?', 'tidak boleh');
const whileGood = oneOf(word.when, 'while', 'until', 'before', 'selama', 'sebelum', 'sampai');
const again = pattern`\b${forbidden}\b[^.;]{0,60}\b(?:${word.obtain}\b[^.;]{0,40}\btokens?\b[^.;]{0,20}\b${whileGood}|token baru)\b`;

type Harm = 'lock' | 'again' | 'newer';

/** What a sentence says of any call. */
function harmOfAny(sentence: string): Harm | null {
  if (isLock(sentence)) return 'lock';
  if (again.test(sentence) || isOneInTime(sentence, false)) return 'again';
  return endsEarlier(sentence) ? 'newer' : null;
}

/** What a sentence says that a draft does all the same; null where it says nothing of the kind. */
export const harmIn = remembered((sentence: string): Harm | null => {
  const harm = harmOfAny(sentence);
  // Most sentences say none: which calls one is about is asked of the others alone.
  return harm === null || isOfOtherCalls(sentence) ? null : harm;
});

const quoted = (all: string[]): string =>
  [...new Set(all.map((one) => `"${quotedWords(one)}"`))].slice(0, most).join(', ');

/** Sentences of a kind that a question quotes. */
const most = 3;

/** The question about tokens that are not to be asked for, or not so soon. */
export const againTodo = (said: string[]): Todo => ({
  name: 'granted again',
  what: `whether a second good request is granted: the page says ${quoted(said)}, and the draft has the clause granted-again`,
});

/** The question what becomes of a token, where the page says what a newer one does to it. */
export const newerTodo = (said: string[]): Todo => ({
  name: 'earlier tokens',
  what: `what becomes of a token once a newer one is issued: the page says ${quoted(said)}, and a draft has no clause for that; a run learns it, and follows no token that a newer one may have ended`,
});

/** The questions about these; what locks a client is asked with its refusals. */
export function harmTodos(sentences: string[]): Todo[] {
  const repeating = sentences.filter((one) => harmIn(one) === 'again');
  const newer = sentences.filter((one) => harmIn(one) === 'newer');
  return [...(repeating.length > 0 ? [againTodo(repeating)] : []), ...(newer.length > 0 ? [newerTodo(newer)] : [])];
}
