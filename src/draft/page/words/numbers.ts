/** Numbers as people write them. */
import { numbers } from '../../vocabulary/numbers.ts';
import { everywhere, oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** Words whose numbers have no sign between their thousands, as `1,500` and `1.500` have one. */
export const ungrouped = (words: string): string =>
  /\d[,.\u00A0\u2009\u202F'’]\d{3}/.test(words)
    ? words.replace(/(?<![\d.,])(\d{1,3})[,.\u00A0\u2009\u202F'’](\d{3})(?![\d.,]\d|\d)/g, '$1$2')
    : words;

const mayReach = [
  `(?:(?:it|they|the (?:value|token)|nilainya) )?${word.may} (?:be|grow|reach|mencapai|sepanjang)`,
  ` (?=${oneOf(word.atMost, 'hingga', 'sampai')} )`,
].join('');
const reaching = everywhere`\b${mayReach}`;

/** Words without those that say of a bound that a value may reach it: `it may grow up to 80 characters` bounds it. */
export const withoutMay = (words: string): string => words.replace(reaching, '');

const counted = oneOf(word.character, word.letter, word.digit);
const countsInWords = everywhere`\b(${word.number})(?= (?:hex\w* |numeric |alphanumeric )?${counted}\b)`;

/** Words with the numbers before what they count as digits: `Three digits` as `3 digits`. */
export const numbered = (words: string): string =>
  words.replace(countsInWords, (number) => String(numbers.get(number.toLowerCase()) ?? number));
