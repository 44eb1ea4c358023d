/** Sentences that leave the choice of several values: of a field, or of scopes. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { areGrants } from '../values/grant-values.ts';
import { isOfOthers } from './others.ts';

const value = '`[^`\\s]{1,60}`';
const or = oneOf(word.or, word.and);
const several = `${value}(?:\\s*,\\s*(?:${or}\\s+)?${value}|\\s+${or}\\s+${value}){1,40}`;
const choice = `${value}(?:\\s*,\\s*${value}){0,40},?\\s+${word.or}\\s+${value}`;
const oneOfThem = `${oneOf('one', 'any', 'salah satu')}(?: ${word.of})?(?: ${oneOf('the', 'these', word.value, word.below)}){0,3}`;
const is = oneOf(word.is, 'be', 'harus', 'takes', 'accepts', 'has', 'bernilai', 'berisi', 'diisi');
const leaves = pattern`\b(?:${oneOf('either', oneOfThem)}:?\s+(${several})|${is}:?\s+(${choice})|scopes?\b[^\`.;]{0,40}\s(${several}))`;

/** Characters of a sentence that is looked at. */
const longest = 600;

/** The values of which a sentence leaves the choice; none of another operation, none of grants, and no statuses. */
export function choiceOf(sentence: string): string[] {
  if (!sentence.includes('`') || sentence.length > longest) return [];
  const listed = leaves.exec(sentence)?.slice(1).find(Boolean) ?? '';
  const values = [...listed.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one.replace(/^(["'])(.*)\1$/, '$2'));
  const isOther = areGrants(values) || values.every((one) => /^[2-5]\d\d$/.test(one));
  return values.length < 2 || isOther || isOfOthers(sentence) ? [] : values;
}
