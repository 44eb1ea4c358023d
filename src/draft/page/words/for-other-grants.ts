/** Words that bind a field to requests by another grant, as `authorization_code only` and `Required if grant_type=refresh_token`. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { otherGrantsIn } from './other-grants.ts';
import { remembered } from './remembered.ts';

const goesWith = oneOf(word.for, word.with, word.in, word.when, 'where', 'by', 'saat', 'oleh');
const duty = oneOf(word.mandatory, word.must, word.sent, word.used, 'needed', 'diperlukan', 'dipakai', 'diisi');
const binds = pattern`\b${oneOf(word.only, 'khusus', 'saja')}\b|^\W*${goesWith}\b|\b${duty}\b[^.;]{0,30}\b${goesWith}\b`;
const takenBack = pattern`\b${oneOf(word.not, word.unless, word.without, 'otherwise', 'selain', 'also', 'juga')}\b`;

/** Whether a part of some words binds what they are about to other grants than that by the credentials of the client. */
export const isForOtherGrants = remembered((words: string): boolean => {
  if (otherGrantsIn(words).length === 0) return false;
  return words
    .split(/[.;](?:\s|$)|[()\n]/)
    .some((one) => binds.test(one) && otherGrantsIn(one).length > 0 && !takenBack.test(one));
});
