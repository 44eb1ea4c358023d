/** Keywords of which two sources say two things. */
import { lastKeyOf, type Schema } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';
import { isPlaceholder } from '../page/values/values.ts';

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

/**
 * The one value that words give beside another that a sample shows: which of them is meant is a question. In whatever letter case
 * the type of a token is written, RFC 6749, section 5.1, calls it the same.
 */
export function unlikeSample(
  name: string,
  { at, pointer }: Member,
  value: unknown,
  sample: Member | undefined,
): Todo[] {
  const shown = sample?.example;
  if (typeof value !== 'string' || typeof shown !== 'string' || shown === value || isPlaceholder(shown)) return [];
  if (lastKeyOf(pointer) === 'token_type' && shown.toLowerCase() === value.toLowerCase()) return [];
  return [
    {
      name: `example ${name}`,
      kind: { of: 'example' },
      what: `what ${name} may be: it has const ${JSON.stringify(value)} (${at}), and the sample shows ${JSON.stringify(shown.slice(0, 80))} (${sample?.at})`,
    },
  ];
}
