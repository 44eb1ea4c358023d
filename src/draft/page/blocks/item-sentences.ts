/** Items of a list that say in a sentence what a field is, in the form with a colon: `` `x` is required. It is …`` */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const name = '([A-Za-z_$][\\w$.-]*)';
const duty = oneOf(word.mandatory, word.optional);
const saysDuty = pattern`^${name},? (?:${oneOf(word.is, 'bersifat')} )(${duty})(?: (?!there\b)${word.sent})?(?=\s*(?:[.,;]|$)|\s+${word.and}\s)`;
const saysType = pattern`^${name}, (?:an?|sebuah) (\p{L}{3,20})(?=\s*(?:[:.,;]|$))[:,]?`;
const saysMore = pattern`^${name}, (?=${oneOf('which', 'yang')}\s)`;

const ofAttributes = /^([A-Za-z_$][\w$.-]*, [^.;]{1,200})[.;]$/;

/** The text of an item with a colon behind the name, and without the sign that ends what stands behind it. */
export const withColon = (text: string): string =>
  text.replace(ofAttributes, '$1').replace(saysDuty, '$1: $2,').replace(saysType, '$1: $2, ').replace(saysMore, '$1: ');
