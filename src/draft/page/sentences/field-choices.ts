/** Sentences that are nothing but which values a field has, as ``grant_type` accepts `a` or `b`.` */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { areGrants, nameFields } from '../values/grant-values.ts';
import { enumIn, valuesIn } from '../values/said.ts';
import { isQualified } from '../words/doubts.ts';
import { isOfOthers } from './others.ts';

/** A field by its name, between the marks of code or as any word. */
const name = '(?:`([A-Za-z][\\w.-]{0,40})`|["“]?([A-Za-z][\\w-]{1,40})["”]?)';
const part = oneOf(word.member, 'headers?', 'header');
const field = `(?:(?:the|untuk) )?(?:(?:${part}|${word.value} ${word.of}(?: ${word.the})?) )?${name}(?: ${part})?`;
const takes = oneOf(
  ...['accepts', 'takes', 'allows', 'supports', 'menerima'],
  ...[`${word.must} be`, word.is, `${word.may} be`, 'harus', 'bernilai', 'berisi', 'diisi(?: dengan)?'],
);
const only = `(?: ${oneOf(word.only, word.always, 'either')})?(?: (?:the )?${word.value})?`;
const fieldTakes = pattern`^[\s*_-]*${field} (?:${word.only} )?${takes}${only}:?\s+(\S.*)$`;

const allowed = oneOf(word.accepted, 'valid', 'possible', 'allowable', 'available');
const valuesOfField = pattern`^[\s*_-]*(?:the )?(?:(?:${allowed} )?${word.value} ${oneOf(word.for, word.of)}|${word.value} yang ${allowed} ${oneOf(word.for, word.of)}) (?:the )?(?:${part} )?${name}(?: ${part})?(?:\s*:| ${word.is}:?| yaitu:?)\s+(\S.*)$`;

/** What a list is called once more, before it. */
const called = pattern`^(?:${oneOf('one', 'any', 'salah satu')}(?: ${oneOf(word.of, 'dari')})?(?: (?:the )?${oneOf(word.below, 'these')})?(?: ${word.value})?|either)\s*:?\s+`;

const isCode = /^[A-Z\d][A-Z\d_]*$/;
const marked = /^[`"“']/;

/** Everyday words that are names of fields as well: without the marks of code such a sentence may be about something else. */
const everyday = pattern`^(?:${oneOf('types?', 'codes?', 'status', 'data', 'body', 'tokens?', 'values?', 'modes?', 'it', 'this', 'there', 'which', 'response', 'request', 'answers?', 'method', 'format', 'version')})$`;

/** Words that leave a list open, wherever they stand. */
const open = pattern`\b(?:${oneOf(word.suchAs, word.andSoOn, 'including', 'i\\.e')})\b|\.{3}|…`;

/** Characters of a sentence that is looked at. */
const longest = 400;

/** The choice that a sentence gives to a field. */
export interface FieldChoice {
  name: string;
  values: string[];
}

/** The values of the rest of such a sentence; null where it is no closed list of them. */
function listed(rest: string, isCalled: boolean): string[] | null {
  const text = rest.replace(called, '').replace(/[.;\s]+$/, '');
  const values = isCalled || marked.test(text) || text !== rest ? valuesIn(text) : null;
  const isOne = values === null || values.length < 2 || nameFields(values);
  if (!isOne && (marked.test(text) || areGrants(values) || values.every((one) => isCode.test(one)))) return values;
  const bare = valuesIn(text);
  return bare !== null && bare.length > 1 && areGrants(bare) ? bare : null;
}

/** The choice of values that a sentence gives to a field and says nothing beside; null where it gives none, or leaves it open. */
export function fieldChoice(sentence: string): FieldChoice | null {
  if (sentence.length > longest) return null;
  const [takes, values] = [fieldTakes.exec(sentence), valuesOfField.exec(sentence)];
  // Most sentences are neither; to look whether one is qualified takes much longer.
  if (takes === null && values === null) return null;
  if (open.test(sentence) || isQualified(sentence) || isOfOthers(sentence)) return null;
  const [, code, plain, rest = ''] = takes ?? values ?? [];
  const called = code ?? plain ?? '';
  if (called === '' || (code === undefined && everyday.test(called))) return null;
  const found = enumIn(rest) ?? listed(rest, values !== null);
  return found === null || found.length < 2 || new Set(found).size < found.length
    ? null
    : { name: called, values: found };
}
