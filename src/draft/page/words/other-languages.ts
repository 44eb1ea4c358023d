/** Words about a field in languages that no reader here knows: they may say for which requests it is. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';

/** Words for `only`, `if`, `when`, `unless` and `optional` in the languages of the pages that are written in Latin letters. */
const bounds = oneOf(
  ...['s[oó]lo', 'solamente', '[uú]nicamente', 'si', 'cuando', 'opcional(?:es)?', 'salvo', 'excepto'],
  ...['apenas', 'somente', 'só', 'se', 'quando', 'exceto', 'caso'],
  ...[
    'seulement',
    'uniquement',
    'lorsque',
    'lorsqu',
    'quand',
    'sauf',
    'facultati(?:f|ve)',
    'optionnel(?:le)?',
    'hormis',
  ],
  ...['nur', 'wenn', 'falls', 'außer', 'sofern', 'opzionale', 'soltanto', 'yalnızca', 'sadece', 'eğer', 'chỉ', 'nếu'],
);
const isBounded = pattern`(?<![\p{L}\p{N}_-])${bounds}(?![\p{L}\p{N}_-])`;

/** A letter of another script than that of the languages that are read. */
const otherScript = /[^\P{L}\p{Script=Latin}\p{Script=Common}]/u;

/** Whether words of another language may say for which requests something is: by a word for that, or in letters of another script. */
export const mayBeBounded = (words: string): boolean =>
  otherScript.test(words) || isBounded.test(words.replace(/`[^`]*`|"[^"]*"/g, ' '));
