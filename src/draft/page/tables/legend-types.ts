/** Meanings of a legend that give the type of JSON behind what a value is made of, as `digits, at most N characters (a JSON string)`. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const sentAs = oneOf('sent as', 'as', 'dikirim sebagai', 'sebagai', 'berupa');
const behind = pattern`^(.{2,80}?),?\s*\((?:${sentAs} )?(?:an? )?JSON (string|number|boolean)\)\.?$`;

/** What the characters of a text are, which gives it no other type. */
const characters = oneOf(word.letter, word.digit);
const ofCharacters = pattern`^(?:${word.only} )?${characters}(?: ${oneOf(word.and, word.or)} ${characters})?(?: ${oneOf(word.only, 'saja')})?(?:, (.+))?$`;

/** Words of which each is a number in JSON. */
const isNumber = pattern`^(?:integer|whole number|bilangan bulat|number|bilangan)$`;

/** A meaning with its type ahead; one that says nothing of JSON behind it, or anything else before that, as it is. */
export function withTypeAhead(meaning: string): string {
  const [, said = '', type = ''] = behind.exec(meaning) ?? [];
  if (type.toLowerCase() === 'number' && isNumber.test(said)) return said;
  const made = ofCharacters.exec(said);
  if (type.toLowerCase() !== 'string' || made === null) return meaning;
  return made[1] === undefined ? 'string' : `string, ${made[1]}`;
}
