/** Values that stand one to a line below their label, as a page copied out of a browser has them. */
import { attributesAlone } from '../values/attribute-lines.ts';

/** A value with no word beside it: a code, a number or an address, and no label of further lines. */
const alone = /^\s*\S{1,80}(?<!:)\s*$/;

/** Whether a line below a label is a value of it, and no attribute of the field. */
export const isValue = (line: string): boolean => alone.test(line) && attributesAlone(line) === null;

/** The lines about a field with the values below a label behind it: `Allowed values:` above `a` and `b` becomes `Allowed values: a, b`. */
export function withValuesBelow(lines: string[]): string[] {
  const joined: { label: string; values: string[] }[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last?.label.endsWith(':') && isValue(line)) last.values.push(line);
    else joined.push({ label: line, values: [] });
  }
  return joined.map(({ label, values }) => [label, values.join(', ')].join(' ').trim());
}
