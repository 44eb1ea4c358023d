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

const call = oneOf(word.request, word.operation);
const moves = oneOf('moves?', 'transfers?', 'sends?', 'pays?(?: out)?', 'debits?', 'memindahkan', 'mengirim(?:kan)?');
const makes = oneOf('makes?', 'creates?', 'starts?', 'initiates?', 'cancels?', 'membuat', 'membatalkan');
const payments = `(?:an? )?${word.payment}(?:(?:,| ${oneOf(word.and, word.or)}) ${word.payment})*`;
const deed = oneOf(`${moves} ${word.money}`, `${makes} ${payments}`);
const movingCalls = oneOf(
  `${call} ${oneOf('that', 'which', 'yang')} ${deed}`,
  `${word.payment} ${call}`,
  `${oneOf('permintaan', 'panggilan', 'operasi', 'layanan')} ${word.payment}`,
);
const isUsed = `(?:(?:${word.only}|${word.used}|${word.sent}|${word.mandatory} ${word.only}) ){0,2}`;
const ofMovingCalls = pattern`(?:^\W*|[.;,(]\s*)${isUsed}(?:${goesWith} )?(?:${oneOf(word.the, word.all)} )?${movingCalls}(?: ${word.only}| saja)?\s*(?:[.;,)]|$)`;

const namesMoney = pattern`\b${oneOf(word.payment, word.money)}\b`;

/** What a request for a token is called, and calls of every kind. */
const ownWords = /token|log-?in|auth|otent|otori/i;
const everyCall = pattern`\b${word.all} (?:\p{L}+ )?${call}(?! (?:that|which|yang) )`;

/** Whether words say of a field that it is of calls that move money, which that for a token is not. */
export const isOfMovingCalls = (words: string): boolean =>
  namesMoney.test(words) && ofMovingCalls.test(words) && !ownWords.test(words) && !everyCall.test(words);

/** Whether words say of a field that it is of other operations alone, at none of these paths. */
export function isOfOthersAlone(words: string, paths: string[]): boolean {
  const found = onlyOf.exec(words.trim());
  const said = found?.slice(1).find((one) => one !== undefined);
  if (said === undefined || ownWords.test(said.replace(/`[^`]*`/g, ' '))) return false;
  const place = called.exec(said)?.[1];
  return place === undefined ? areLists.test(said) || isOtherTopic(said) : !paths.some((path) => path.endsWith(place));
}
