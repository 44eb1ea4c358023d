/** Questions with what they say of the page as a whole. */
import { type Passage, quotedOf } from '../facts/subjects.ts';
import type { Todo } from '../facts/todo.ts';

/** Words of a sentence: a line of a sample has fewer. */
const fewest = 4;
const isWord = /^\W*\p{Ll}[\p{L}'-]*\W*$/u;
const isSentence = (text: string): boolean =>
  text.split(/\s+/).filter((one) => isWord.test(one)).length >= fewest && !/^\s*[-"'{<$]/.test(text);

/** What sentences of a page have of those names, whatever it is; null where none names them: then samples alone show them. */
function naming(passages: Passage[], names: string[] = []): string | null {
  const sentences = passages.filter(({ text }) => isSentence(text));
  return names.length === 0 ? null : quotedOf(sentences, null, names);
}

/** Questions with what they say of a page: that it is silent, or what it has that may answer them. */
export function claimed(todos: Todo[], passages: Passage[]): Todo[] {
  return todos.map(({ claim, ...todo }) => {
    if (!claim) return todo;
    const { subject, names, alone, none, guess = '' } = claim;
    const quoted = quotedOf(passages, subject, names) ?? (alone ? naming(passages, names) : null);
    return { ...todo, what: `${todo.what}${quoted === null ? none : `${guess}; ${quoted}`}` };
  });
}
