/** What is asked of one of several files that are read together: a line alone would be of any of them. */
import type { Todo } from '../facts/facts.ts';
import type { Page } from '../facts/input.ts';
import type { Passage } from '../facts/subjects.ts';

/** The name of the file of a page, or the last part of its address, where it is one of several. */
export const fileOf = ({ page: { base } }: { page: Page }, pages: Page[]): string | null =>
  pages.length > 1 ? (base.split(/[\\/]/).findLast((part) => part !== '') ?? base) : null;

/** Passages with their file. */
export const passagesIn = (file: string | null, passages: Passage[]): Passage[] =>
  file === null ? passages : passages.map((one) => ({ ...one, file }));

/** Questions that tell their lines with the file. */
export const todosIn = (file: string | null, todos: Todo[]): Todo[] =>
  file === null
    ? todos
    : todos.map((todo) => ({ ...todo, what: todo.what.replace(/\(line (\d+)\)/g, `(line $1 of ${file})`) }));
