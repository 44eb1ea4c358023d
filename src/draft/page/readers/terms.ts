/** Items of a list that explain a term, and are no fields. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { attributesAlone } from '../values/attribute-lines.ts';
import { typeOf } from '../values/attributes.ts';

const isVerb = pattern`^${oneOf(word.is, word.means, word.must, word.may, word.holds)}$`;

/**
 * Whether a capitalised word and a word for a type begin a sentence about a term of both, as `Relative URL is the URL after` does:
 * a verb stands behind them, or words that go on behind the name of a format.
 */
export function explainsTerm(name: string, type: string, said: string): boolean {
  const [, next = ''] = /^\S+ ([\p{Ll}]+)\b(?! *[,;:(])/u.exec(said) ?? [];
  if (!/^\p{Lu}\p{Ll}+$/u.test(name) || next === '') return false;
  return isVerb.test(next) || (typeOf(type)?.['format'] !== undefined && attributesAlone(next) === null);
}
