/** Keywords of which two sources say two things. */
import type { Schema } from '../../formats/json.ts';
import type { Todo } from '../facts/facts.ts';

/** The keywords that say the most of a value, and may say two things of one. */
const single = [
  'const',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
];

/** What the sources say differently of a value. */
export function differing(name: string, said: { schema: Schema; at: string }[]): Todo[] {
  return single.flatMap((keyword) => {
    const given = said.filter(({ schema }) => schema[keyword] !== undefined);
    const [first] = given;
    const other = given.find(({ schema }) => schema[keyword] !== first?.schema[keyword]);
    if (!first || !other) return [];
    const show = ({ schema, at }: typeof first): string => `${JSON.stringify(schema[keyword])} (${at})`;
    return [{ name: `${name} ${keyword}`, what: `the ${keyword} of ${name}: ${show(first)} or ${show(other)}` }];
  });
}
