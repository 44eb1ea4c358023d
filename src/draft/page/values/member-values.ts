/** What a sentence says of the values of the members that it lists: the only value of one, and the type of all. */
import type { Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { inParentheses, marked } from './member-clauses.ts';
import { typeWord } from './values.ts';

/** What stands between the parentheses of each member. */
const described = RegExp(`(${marked} ?\\()${inParentheses}(?=\\))`, 'g');

/** A piece that is nothing but the only value. */
const onlyValue = pattern`^\s*(?:(?:${word.is} )?${word.always}|fixed|value|nilai) \`([^\`\s]{1,60})\`\s*$`;

/** A sentence without the only values of its members, and these by the name; a member of which nothing else is said is left as it is. */
export function valuesApart(sentence: string): { sentence: string; values: Map<string, string> } {
  const values = new Map<string, string>();
  const plain = sentence.replace(described, (whole, begin: string, said: string) => {
    const pieces = said.split(/,\s*/);
    const [value, ...more] = pieces.flatMap((piece) => onlyValue.exec(piece)?.[1] ?? []);
    const rest = pieces.filter((piece) => !onlyValue.test(piece));
    if (value === undefined || more.length > 0 || rest.length === 0) return whole;
    values.set(begin.split('`')[1] ?? '', value);
    return `${begin}${rest.join(', ')}`;
  });
  return { sentence: plain, values };
}

/** The schema of a member with its only value; null where that is none of its type. */
export function withValue(schema: Schema, value: string | undefined): Schema | null {
  if (value === undefined) return schema;
  return [undefined, 'string'].includes(schema['type'] as string | undefined) ? { ...schema, const: value } : null;
}

const member = oneOf('fields', 'members', 'keys', 'properties', 'attributes', 'parameters');
const typedMembers = pattern`\b(string|text|integer|number|boolean)[- ](?=${member}\s*:?\s*$)`;

/** Words before the first member without the type that they give to all, and that type, as in `with the string fields`. */
export function typeApart(before: string): { before: string; schema: Schema } {
  const [whole = '', name = ''] = typedMembers.exec(before) ?? [];
  const schema = whole === '' ? null : typeWord(name);
  return schema === null ? { before, schema: {} } : { before: before.replace(typedMembers, ''), schema };
}
