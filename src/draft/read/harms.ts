/** Sentences about what the clauses of a draft may bring about: an account that is locked, a token that is not to be asked for. */
import type { Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { isLock } from '../page/locks.ts';
import { isOfOtherCalls } from '../page/others.ts';

/** That no token is to be asked for while one is good. */
const again =
  /\b(?:do not|don[’']t|never|must not|should not|jangan(?:lah)?|tidak boleh)\b[^.;]{0,60}\b(?:request|ask|fetch|get|create|obtain|meminta|minta|mengambil|membuat)\b[^.;]{0,40}\btokens?\b[^.;]{0,20}\b(?:while|until|before|if|selama|sebelum|jika|bila|sampai)\b|\b(?:jangan(?:lah)?|tidak boleh)\b[^.;]{0,30}\btoken baru\b/i;

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
