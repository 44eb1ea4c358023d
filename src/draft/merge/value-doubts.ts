/** Words about a field that give its value for some requests alone, or may give one that was not read. */
import type { Schema } from '../../formats/json.ts';
import type { Member } from '../facts/facts.ts';
import { mayBeOnly, whereverThere } from '../page/values/only-value.ts';
import { withoutDefault } from '../page/values/said-defaults.ts';
import { credentialKind } from '../page/values/values.ts';
import { isOneOfSeveral, isQualified } from '../page/words/doubts.ts';
import { bearsMark } from '../page/words/marks.ts';

/** What is said of a field. */
export type Stated = Pick<Member, 'origin' | 'required' | 'schema' | 'example' | 'notes' | 'left' | 'clause' | 'freed'>;

/** Words without the values that they mark as code: a value may be the name of an environment. */
const withoutMarked = (words: string, values: string[]): string =>
  values.reduce((left, value) => left.replaceAll(`\`${value}\``, '`value`'), words);

/** The sentence that gives a value for some requests alone; what an OpenAPI schema states is no matter of its words. */
export function valueDoubt({ origin, schema, notes = '' }: Stated, elsewhere: string[]): string | null {
  if (schema['const'] === undefined && schema['enum'] === undefined) return null;
  const own = origin === 'openapi' ? [] : notes.split(/(?<=[.;!?])\s+|\n+/);
  const values = [schema['const'], schema['enum']].flat().filter((one) => typeof one === 'string');
  const gives = (one: string): boolean => values.some((value) => one.includes(value));
  return (
    own.find(
      (one) => gives(one) && (isQualified(whereverThere(withoutDefault(withoutMarked(one, values)))) || bearsMark(one)),
    ) ??
    elsewhere.find((one) => gives(one) && isOneOfSeveral(one)) ??
    null
  );
}

/** The words about a field that mark another value than those of its list; null where they mark none. */
export function otherValue(notes: string, { enum: all }: Schema): string | null {
  const isOther = (code: string): boolean =>
    /^`[\w.-]+`$/.test(code) && Array.isArray(all) && !all.includes(code.slice(1, -1));
  return notes.match(/`[^`\s]{1,60}`/g)?.some(isOther) ? notes : null;
}

/** Whether words name a value that may be the only one, and that nothing else gives. */
export function mayHaveOne({ schema, example }: Stated, name: string, notes: string): boolean {
  const isText = schema['type'] === undefined || [schema['type']].flat().includes('string');
  if (!isText || schema['const'] !== undefined || schema['enum'] !== undefined || credentialKind(name) !== null)
    return false;
  return mayBeOnly(notes, typeof example === 'string' ? [example] : [], name);
}
