/** Values of the good request that no environment gives as they are sent: new in each request, or made of it. */
import { patternFault, patternOf } from '../../../contract/pattern.ts';
import type { JsonObject, Schema } from '../../../formats/json.ts';
import type { HeaderFact, Member, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { isMadeOfRequest } from '../../page/values/proofs.ts';
import { credentialKind, isFresh } from '../../page/values/values.ts';
import { isNamedNew, isUniqueAlone, saysNew, standsForNew } from '../../page/words/new-each-time.ts';
import { isInstant, isNamedTime, isTime } from '../../page/words/times-sent.ts';

/** A part of a request, as words, its name and its samples tell of it. */
type Part = Pick<Member, 'schema' | 'notes' | 'example'> & Pick<HeaderFact, 'value'> & { name: string };

/** Why no environment gives a value, and what the contract format has in its place where words leave no doubt. */
export interface Changing {
  why: string;
  unique?: JsonObject;
}

/** Digits of a value that is another in each request, where the page gives it no length. */
const usualLength = 20;

/** Lengths that the contract format has for it. */
const [least, most] = [12, 64];

/** A value of digits that is another in each request; undefined where the page may want another form. */
function uniqueOf({ schema, notes = '', example, value = '' }: Part): JsonObject | undefined {
  const { type, format, pattern, enum: values, minLength, maxLength } = schema;
  const isText = type === undefined || [type].flat().includes('string');
  // What stands where a value does may be words about it.
  const isShownSo = [example, value].every((one) => one === undefined || /^[a-z\d]*$|\s/i.test(String(one)));
  const isBounded = [pattern, minLength, maxLength].some((one) => one !== undefined);
  if (!isText || !isShownSo || !isBounded || format !== undefined || values !== undefined) return undefined;
  if (!isUniqueAlone(`${notes} ${value}`)) return undefined;
  const length = Math.max(Math.min(usualLength, Number(maxLength ?? most)), Number(minLength ?? 0));
  if (length < least || length > most) return undefined;
  return takes(schema, length) ? { unique: 'digits', length } : undefined;
}

/** Whether a pattern takes digits, whichever they are. */
function takes({ pattern }: Schema, length: number): boolean {
  if (pattern === undefined) return true;
  const source = String(pattern);
  if (patternFault(source) !== null) return false;
  return ['0', '1', '9'].every((digit) => patternOf(source).test(digit.repeat(length)));
}

/** What a value is that no environment gives as it is sent; null where it is none. */
export function changingOf(part: Part, said: (name: string) => string[], isDate = false): Changing | null {
  const { name, schema, notes = '', example, value = '' } = part;
  const isOwn = credentialKind(name) !== null;
  if (!isOwn && isMadeOfRequest(name, notes)) return { why: 'it is made of the request' };
  // Words for a client's own id, as `your unique client id`, are about the client and not about the request.
  const isOfTime = isInstant(schema, notes, name);
  const saysSo = standsForNew(value) || saysNew(notes);
  const isNew = saysSo || isOfTime || isTime(example) || isTime(value);
  const isNamed = isNamedNew(name) || isFresh(name) || isNamedTime(name) || isDate;
  const unique = saysSo && !isOfTime && !isTime(example) && !isTime(value) ? uniqueOf(part) : undefined;
  // The form of a time stands nowhere else.
  const form = isOfTime && notes !== '' ? `, and the page says "${quotedWords(notes)}" of it` : '';
  if (isNew && (!isOwn || isNamed))
    return { why: `it is to be new in each request${form}`, ...(unique ? { unique } : {}) };
  const elsewhere = isOwn && !isNamed ? [] : said(name);
  if (elsewhere.length > 0)
    return {
      why: `it is to be new in each request: the page says ${elsewhere.map((one) => `"${quotedWords(one)}"`).join(', ')}`,
    };
  const words = notes === '' ? 'no words beside it say so' : `the page says "${quotedWords(notes)}" of it`;
  return isNamed ? { why: `its name suggests that it is to be new in each request; ${words}` } : null;
}

/** The question about such a value. */
export const changingTodo = (
  todo: string,
  { name, at }: { name: string; at: string },
  { why }: Changing,
  fact: string,
): Todo => ({ name: todo, what: `the value of ${name} (${at}): ${why}`, ask: { about: 'values', facts: [fact] } });
