/** How another method than that of the endpoint is refused: by the words of a page, or as HTTP has it. */
import type { JsonObject } from '../../../formats/json.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { once } from '../../facts/once.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { statusesIn } from '../../page/words/status-words.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { faultsNamed } from './named-faults.ts';

/** Words for another method than the one of the endpoint. */
const noOther = oneOf(word.not, word.only, word.without, 'other than', 'instead of', 'selain');
const called = /\b(?:method|verb|metode)\b/i;
const besideName = pattern`${oneOf(
  `\\b${noOther}\\b[^.;\\n]{0,30}\\b(?:GET|POST|PUT)\\b`,
  `\\b(?:GET|PUT|PATCH|DELETE)\\b[^.;\\n]{0,30}\\b${oneOf(word.not, word.refused)}\\b`,
)}`;
/** In small letters these are words like any other, as in `no form post`. */
const name = /\b(?:GET|POST|PUT|PATCH|DELETE)\b/;
const isOtherMethod = (line: string): boolean => called.test(line) || (name.test(line) && besideName.test(line));
const ofScheme = /\b(?:auth\w*|login|payment|pembayaran|grant|signature|signing|hash\w*|otentikasi|otorisasi)\b/i;

/** The statuses other than 405 of which some line says that they are those of another method. */
export const methodSaid = once(({ answers }: Pick<Facts, 'answers'>): readonly number[] =>
  answers
    .filter(
      ({ status, words = '' }) =>
        status >= 400 &&
        status < 500 &&
        status !== 405 &&
        words.split('\n').some((line) => isOtherMethod(line) && !ofScheme.test(line)),
    )
    .map(({ status }) => status),
);

/** Words for every refusal, and for each of which nothing was said before. */
const refusal = oneOf(word.refusal, word.fault);
const every = pattern`\b${oneOf(
  `${word.all} (?:(?:other|remaining) )?(?:api )?${refusal}(?! ${word.of} (?:${word.the} )?(?:${word.member}|header)\\b)`,
  `${word.all} ${refusal} ${word.other}`,
)}\b`;

/** The only status that some words give every refusal, or every other one. */
function ofEvery({ answers, passages = [] }: Pick<Facts, 'answers' | 'passages'>): number[] {
  const inWords = answers.flatMap(({ status, words = '' }) =>
    words.split('\n').map((line) => ({ line, statuses: [...new Set([status, ...statusesIn(line)])] })),
  );
  const inPassages = passages.flatMap(({ text }) =>
    every.test(text)
      ? text.split(/(?<=[.;!?])\s+|\n+/).map((line) => ({ line, statuses: [...new Set(statusesIn(line))] }))
      : [],
  );
  const said = [...inWords, ...inPassages].flatMap(({ line, statuses }) =>
    statuses.length === 1 && every.test(line) ? statuses : [],
  );
  return [...new Set(said)].filter((status) => status >= 400 && status < 500);
}

/** The statuses that the draft takes for another method, of which no words of the page say so. */
const unsaidOfMethod = { refused: [405, 404], tolerated: [400, 401, 403, 501] };

/** The statuses that another method may have though no words say so, not even general ones: of their codes nothing is said there. */
export function sharedWithMethod(facts: Facts): number[] {
  if (facts.answers.some(({ status }) => status === 405) || methodSaid(facts).length > 0) return [];
  return [...unsaidOfMethod.refused, ...unsaidOfMethod.tolerated, ...ofEvery(facts)].filter(
    (status) => faultsNamed(facts, [status])({ of: 'method' }).length === 0,
  );
}

/** How another method is refused: with the status that HTTP has for it, where the page documents that, or with the one that its words name. */
export function ofMethod(facts: Facts): JsonObject {
  const documented = facts.answers.some(({ status }) => status === 405);
  const said = methodSaid(facts);
  if (documented || said.length > 0) {
    const all = [...said, ...(documented ? [405] : [])];
    return { statement: `refused as another method (${all.join(' or ')})`, documented: [{ status: all }] };
  }
  // A 404 of the page is that of its own faults: where another method gets one, nothing is said of its form.
  const isOwn = facts.answers.some(({ status }) => status === 404);
  const usual = isOwn ? unsaidOfMethod.refused.filter((status) => status !== 404) : unsaidOfMethod.refused;
  const general = ofEvery(facts);
  const note =
    general.length > 0
      ? 'The page gives another status to every refusal.'
      : 'No status for another method was read in the page.';
  const refused = [...new Set([...usual, ...general])];
  const tolerated = [...(isOwn ? [404] : []), ...unsaidOfMethod.tolerated].filter(
    (status) => !refused.includes(status),
  );
  return {
    statement: `refused (${refused.join(' or ')})`,
    documented: [{ status: refused }],
    tolerated: [{ status: tolerated, effect: 'notes', note }],
  };
}

/** The question about a status that words give to another method beside other faults. */
export function methodTodos(facts: Facts): Todo[] {
  const said = methodSaid(facts);
  if (said.length === 0) return [];
  const shown = facts.answers
    .filter(({ status }) => said.includes(status))
    .map(({ status, words = '' }) => `${status} "${quotedWords(words)}"`);
  return [{ name: 'refusal method', what: `how another method is refused: the page has ${shown.join(', ')}` }];
}
