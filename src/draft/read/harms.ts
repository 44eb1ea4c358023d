/** Sentences about what the clauses of a draft may bring about: an account that is locked, a token that is not to be asked for. */
import type { Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { isOfOtherCalls } from '../page/sentences/others.ts';
import { isLock } from '../page/words/locks.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** That no token is to be asked for while one is good. */
const forbidden = oneOf('do not', "don[’']t", 'never', 'must not', 'should not', 'jangan(?:lah)?', 'tidak boleh');
const whileGood = oneOf(word.when, 'while', 'until', 'before', 'selama', 'sebelum', 'sampai');
const again = pattern`\b${forbidden}\b[^.;]{0,60}\b(?:${word.obtain}\b[^.;]{0,40}\btokens?\b[^.;]{0,20}\b${whileGood}|token baru)\b`;

/** What a sentence says that a draft does all the same; null where it says nothing of the kind. */
export function harmIn(sentence: string): 'lock' | 'again' | null {
  if (isOfOtherCalls(sentence)) return null;
  if (isLock(sentence)) return 'lock';
  return again.test(sentence) ? 'again' : null;
}

const quoted = (all: string[]): string =>
  [...new Set(all.map((one) => `"${quotedWords(one)}"`))].slice(0, most).join(', ');

/** Sentences of a kind that a question quotes. */
const most = 3;

/** The question about tokens that are not to be asked for; what locks a client is asked with its refusals. */
export function againTodos(sentences: string[]): Todo[] {
  const repeating = sentences.filter((one) => harmIn(one) === 'again');
  if (repeating.length === 0) return [];
  const what = `whether a second good request is granted: the page says ${quoted(repeating)}, and the draft has the clause granted-again`;
  return [{ name: 'granted again', what }];
}
