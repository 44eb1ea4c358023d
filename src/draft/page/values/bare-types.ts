/** Words for a type that stand alone between commas of a description, as in `string, the token`. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** A word for a type that names nothing else; a number may be that of a card. */
export const bareType = /^(?:string|integer|boolean|(?:bilangan|angka) bulat)$/i;

/** What goes on with another type, or says when it is that one. */
export const goesOnWith = pattern`^\s*(?:${oneOf(word.or, word.and, word.when, word.unless, word.for, word.only, 'null')})\b`;
