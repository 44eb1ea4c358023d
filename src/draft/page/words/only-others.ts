/** Words by which a field is of other operations than the token's alone, as `Of lists only` and `Only for GET /accounts`. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isOtherTopic } from './other-topics.ts';

const goesWith = oneOf(word.of, word.for, word.in, word.with);
const what = '([^.;,]{2,80}?)';
const onlyOf = pattern`^\W*${oneOf(
  `${word.only} ${oneOf(word.used, word.sent)} ${goesWith} ${what}`,
  `${word.only} ${goesWith} ${what}`,
  `${goesWith} ${what} ${oneOf(word.only, 'saja')}`,
)}\s*(?:[.;,]|$)`;

const lists = oneOf('lists?', 'listings?', 'list(?:ing)?', 'search(?:es)?', 'collections?', 'daftar', 'pencarian');
const areLists = pattern`^(?:${word.the} )?${lists}(?: ${oneOf(word.operation, word.request, word.answer)})?$|^(?:${oneOf(word.operation, word.request)}) ${lists}$`;
const called = /^`?(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:\/\/[^\s/`]+)?(\/[^\s`]*)`?$/;

/** Whether words say of a field that it is of other operations alone, at none of these paths. */
export function isOfOthersAlone(words: string, paths: string[]): boolean {
  const found = onlyOf.exec(words.trim());
  const said = found?.slice(1).find((one) => one !== undefined);
  if (said === undefined || /token|log-?in|auth|otent|otori/i.test(said.replace(/`[^`]*`/g, ' '))) return false;
  const place = called.exec(said)?.[1];
  return place === undefined ? areLists.test(said) || isOtherTopic(said) : !paths.some((path) => path.endsWith(place));
}
