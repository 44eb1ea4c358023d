/** Statuses of a page that are those of the request for a token, and those that may be of other calls, or of none. */
import { isSuccess } from '../../contract/status.ts';
import { lastKeyOf, type Schema } from '../../formats/json.ts';
import type { AnswerFact, Statement, Todo } from '../facts/facts.ts';
import { once } from '../facts/once.ts';
import { quotedWords } from '../facts/quoted.ts';
import { type FaultWords, faultWords, mediaTypeWords } from '../page/sentences/fault-words.ts';
import { isOfOthers } from '../page/sentences/others.ts';
import { holdsCode, statusOfCode } from '../page/words/body-codes.ts';
import { clientNames } from '../page/words/client-names.ts';
import { aboutStatus } from '../page/words/fault-pieces.ts';
import { isOfBothOutcomes, refusedAsGranted } from '../page/words/status-words.ts';
import { valuesOf } from './headed.ts';

type Named = Pick<Statement, 'headers' | 'queries' | 'request' | 'answers'>;

/** The texts that a part of a request may have alone: words about another value call them by these. */
const textsIn = ({ const: only, enum: listed }: Schema): string[] =>
  [only ?? [], listed ?? []]
    .flat()
    .filter((one): one is string => typeof one === 'string' && /^[\w.-]{2,60}$/.test(one));

/** The names of all that requests and refusals hold, and of the clients that send them, by which words about faults are known; a table of statuses has heads of any kind. */
function namesIn(sources: Named[]): string[] {
  return sources.flatMap(({ headers, queries, request, answers }) => [
    ...[...headers, ...queries].map(({ name }) => name),
    ...request.map(({ pointer }) => lastKeyOf(pointer)),
    ...[...headers, ...queries, ...request].flatMap(({ notes = '', schema }) => [
      ...clientNames(notes),
      ...textsIn(schema),
    ]),
    ...answers.flatMap(({ status, members }) =>
      members.filter(({ byStatus }) => status >= 400 && !byStatus).map(({ pointer }) => lastKeyOf(pointer)),
    ),
  ]);
}

/** Reads words about refusals by what the request of these facts holds. */
export const faultsOf = once((facts: Named): FaultWords => faultWords(namesIn([facts])));

/** Names of forms in which a body is sent. */
const forms =
  /\b(?:json|xml|(?:url|form)[- ]?encoded|encod(?:ed|ing)|form[- ]data|multipart|ter-?encode|dienkode)\b|\b(?:application|text|multipart)\/\w/i;

/** Whether an answer refuses another media type by the status that HTTP has for that, whatever else its words say. */
const isOfMediaType = ({ status, words = '' }: AnswerFact): boolean =>
  status === 415 &&
  // What stands behind it may be of its body alone.
  words.split(/(?<=[.;])\s+|\n/).some((one) => (mediaTypeWords.test(one) || forms.test(one)) && !isOfOthers(one));

/** The question about the statuses whose words are of something else, or not understood; `shownOnes` are in the draft all the same. */
function askOf(left: AnswerFact[], shownOnes: number[]): Todo {
  const shown = left.map(({ status, words = '' }) => `${status} "${quotedWords(words)}"`);
  const typed = left.some(isOfMediaType) ? ['415 for another media type'] : [];
  const drafted = [
    ...(shownOnes.length > 0 ? [`${[...new Set(shownOnes)].join(', ')}, whose bodies are shown`] : []),
    ...typed,
  ];
  // A status may be in the draft all the same, for a fault that no words name.
  const has = drafted.length > 0 ? `has ${drafted.join(', and ')}` : 'takes nothing from these words';
  // A description gives each operation its own.
  const isOwn = left.every(({ origin }) => origin === 'openapi');
  const asks = `${isOwn ? 'when' : 'whether, and when,'} the request for a token is answered so: ${[...new Set(shown)].join(', ')}`;
  return {
    name: 'statuses of others',
    what: `${asks}; the draft ${has}`,
    ask: { about: 'answers', statuses: [...new Set(left.map(({ status }) => status))].sort() },
    doubted: {
      refusals: left.map(({ status, words = '' }) => ({ status, words })),
      asks: drafted.length > 0 ? null : asks,
    },
  };
}

/** The question about codes that may be those of the body, and no statuses. */
function askCodes(left: AnswerFact[]): Todo {
  const statuses = [...new Set(left.map(({ status }) => status))].sort();
  return {
    name: 'codes of the body',
    what: `whether ${statuses.join(', ')} are statuses of HTTP or codes in the body, which the page has as well (${left[0]?.at}); the draft has none of them as a status`,
    ask: { about: 'answers', statuses },
  };
}

/** What the page says of codes in the body of answers, whose table or list reads as one of statuses. */
function bodyCodes(statements: Statement[]): Statement['codesInBody'] | null {
  if (statements.some(({ codesInBody }) => codesInBody === 'always')) return 'always';
  const all = statements.flatMap(({ answers }) => answers.flatMap(({ members }) => members));
  // A code that is longer than the status it begins with is none of those that are listed by their statuses.
  const longer = new Set(all.flatMap(({ pointer, example }) => (statusOfCode(example) === null ? [] : [pointer])));
  const isHeld = ({ members }: AnswerFact): boolean =>
    members.some(
      ({ pointer, notes = '', byStatus }) => !byStatus && !longer.has(pointer) && holdsCode(lastKeyOf(pointer), notes),
    );
  return statements.some(({ answers, codesInBody }) => codesInBody === 'some' || answers.some(isHeld)) ? 'some' : null;
}

/** The question of an answer with the status of a grant, whose words are of refusals too. */
function asGrants(statements: Statement[]): Todo[] {
  const words = statements.flatMap(({ answers }) =>
    answers.flatMap(({ status, words = '' }) => (isSuccess(status) && isOfBothOutcomes(words) ? [words] : [])),
  );
  return words.length === 0 ? [] : [refusedAsGranted([...new Set(words)].join('; '))];
}

/**
 * The statements without the refusals whose words speak of another call, or say that there are none; each word is understood
 * of those that stay. One of a description that shows what it holds stays in it, and is asked about all the same. Codes that
 * the body may hold are no statuses.
 */
export function ownStatuses(given: Statement[]): { statements: Statement[]; todos: Todo[] } {
  const ofBody = bodyCodes(given);
  const isCode = ({ coded }: AnswerFact): boolean =>
    (ofBody !== null && coded === 'code') || (ofBody === 'always' && coded !== undefined);
  const codes = new Set(given.flatMap(({ answers }) => answers.filter(isCode)));
  const statements = given.map((one) => ({ ...one, answers: one.answers.filter((answer) => !codes.has(answer)) }));
  const read = faultWords(namesIn(statements));
  const isOwn = ({ status, words = '' }: AnswerFact): boolean =>
    status < 300 || words.trim() === '' || aboutStatus(words, status).some((one) => read.isOwn(status, one.words));
  const own = new Set(statements.flatMap(({ answers }) => answers.filter(isOwn)));
  const left = statements.flatMap(({ answers }) => answers.filter((answer) => !own.has(answer)));
  // Another passage may say of the same status what it is; a heading that is the status alone is about what stands below it.
  const isTold = ({ words = '', members }: AnswerFact): boolean => words.trim() !== '' || members.length > 0;
  const known = new Set([...own].filter(isTold).map(({ status }) => status));
  // What shows the body of all refusals says of none whether it is of this request: a code goes with its words.
  const isUntold = (status: number): boolean =>
    [...own].every((one) => one.status !== status || (one.origin !== 'openapi' && (one.words ?? '').trim() === ''));
  const isCoded = ({ status, members }: AnswerFact): boolean =>
    known.has(status) && members.some(({ byStatus }) => byStatus) && isUntold(status);
  const coded = left.filter(isCoded);
  const asked = left.filter((answer) => !known.has(answer.status) || coded.includes(answer));
  const doubted = new Set(asked.flatMap((answer) => (coded.includes(answer) ? [] : [answer.status])));
  // Where only members tell of a status, words beside them say what it is for, understood or not: it is that of no other fault.
  const worded = new Set([...own].filter(({ words = '' }) => words.trim() !== '').map(({ status }) => status));
  const isForeign = ({ status, words = '' }: AnswerFact): boolean =>
    aboutStatus(words, status).every((one) => isOfOthers(one.words));
  const isShown = ({ origin, members }: AnswerFact): boolean => origin === 'openapi' && members.length > 0;
  const isLeft = (answer: AnswerFact): boolean =>
    known.has(answer.status) && !worded.has(answer.status) && !isForeign(answer);
  const isKept = (answer: AnswerFact): boolean =>
    own.has(answer)
      ? isTold(answer) || !doubted.has(answer.status)
      : isShown(answer) || isOfMediaType(answer) || isLeft(answer);
  // What stands beside words that are not understood is no value of an answer.
  const withoutValues = (answer: AnswerFact): AnswerFact =>
    own.has(answer) || isShown(answer)
      ? answer
      : { ...answer, members: answer.members.filter(({ byStatus }) => byStatus === undefined) };
  const open = [...codes].filter(({ status }) => !known.has(status));
  const drafted = asked.filter((answer) => isShown(answer) || coded.includes(answer)).map(({ status }) => status);
  const withCodes = ({ words: _, members, ...answer }: AnswerFact): AnswerFact => ({
    ...answer,
    members: members.filter((member) => !valuesOf(member).some((value) => /\s/.test(String(value)))),
  });
  return {
    statements: statements.map((one) => ({
      ...one,
      answers: one.answers.flatMap((answer) =>
        coded.includes(answer) ? [withCodes(answer)] : isKept(answer) ? [withoutValues(answer)] : [],
      ),
    })),
    todos: [
      ...(open.length === 0 ? [] : [askCodes(open)]),
      ...(asked.length === 0 ? [] : [askOf(asked, drafted)]),
      ...asGrants(statements),
    ],
  };
}
