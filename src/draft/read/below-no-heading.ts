/** Places of facts that stand below no heading: what they are called alone, as `grantType`, and no empty heading before it. */

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** Parts of facts that are values of a page, and cite nothing. */
const values = new Set(['schema', 'example']);

const cleaned = (key: string, value: string): string => {
  if (key === 'at') return value.replace(/^, /, '');
  return key === 'what' ? value.replaceAll('(, ', '(') : value;
};

/** The same facts and questions, none of which cites a heading that is not there. */
export function belowNoHeading<Value>(value: Value, key = ''): Value {
  if (typeof value === 'string') return cleaned(key, value) as Value & string;
  if (isList(value)) return value.map((one) => belowNoHeading(one, key)) as Value & unknown[];
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([name, one]) => [
    ...[name, values.has(name) ? one : belowNoHeading(one, name)],
  ]);
  return Object.fromEntries(entries) as Value;
}
