/** Sentences that leave the choice of several values: of a field, or of scopes. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { areGrants } from '../values/grant-values.ts';
import { marked, markedChoice, namesIn } from '../values/marked-lists.ts';
import { isOfOthers } from './others.ts';

const or = oneOf(word.or, word.and);
const several = `${marked}(?:\\s*,\\s*(?:${or}\\s+)?${marked}|\\s+${or}\\s+${marked}){1,40}`;
const oneOfThem = `${oneOf('one', 'any', 'salah satu')}(?: ${word.of})?(?: ${oneOf('the', 'these', word.value, word.below)}){0,3}`;
const is = oneOf(word.is, 'be', 'harus', 'takes', 'accepts', 'has', 'bernilai', 'berisi', 'diisi');
const leaves = pattern`\b(?:${oneOf('either', oneOfThem)}:?\s+(${several})|${is}:?\s+(${markedChoice})|scopes?\b[^\`.;]{0,40}\s(${several}))`;

/** Characters of a sentence that is looked at. */
const longest = 600;

/** The values of which a sentence leaves the choice; none of another operation, none of grants, and no statuses. */
export function choiceOf(sentence: string): string[] {
  if (!sentence.includes('`') || sentence.length > longest) return [];
  const listed = leaves.exec(sentence)?.slice(1).find(Boolean) ?? '';
  const values = namesIn(listed).map((one) => one.replace(/^(["'])(.*)\1$/, '$2'));
  const isOther = areGrants(values) || values.every((one) => /^[2-5]\d\d$/.test(one));
  return values.length < 2 || isOther || isOfOthers(sentence) ? [] : values;
}
