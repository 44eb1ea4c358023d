import { isObject, type Json } from '../formats/json.ts';

/** The key under which a draft names what a person has to decide: `x-todo: { name: what }`. */
export const todoKey = 'x-todo';

/** Removes every TODO from a parsed file, and reports it: a file that holds one does not load. */
export function takeTodos(value: Json, where: (path: (string | number)[]) => string): string[] {
  const found: string[] = [];
  const walk = (node: Json, path: (string | number)[]): void => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries()) walk(item, [...path, index]);
      return;
    }
    const todos = node[todoKey];
    if (todos !== undefined) {
      delete node[todoKey];
      const isEmpty = isObject(todos) ? Object.keys(todos).length === 0 : todos === null || todos === '';
      if (isEmpty) found.push(`${where([...path, todoKey])}: ${todoKey} is empty: delete the line`);
      const named = todos !== null && typeof todos === 'object' && !Array.isArray(todos) ? todos : { unnamed: todos };
      for (const [name, what] of Object.entries(isEmpty ? {} : named)) {
        found.push(
          `${where([...path, todoKey, name])}: TODO ${name}: ${String(what)}; decide it, then delete this line`,
        );
      }
    }
    for (const [key, item] of Object.entries(node)) walk(item, [...path, key]);
  };
  walk(value, []);
  return found;
}
