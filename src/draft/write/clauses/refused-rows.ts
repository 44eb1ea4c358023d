/** The clauses of a draft about what a refusal is, and what no answer holds: from the page where it shows such an answer. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { AnswerFact, Facts } from '../../facts/facts.ts';
import { isInItems } from '../../facts/list-items.ts';
import { grantIn } from '../../merge/grant.ts';
import {
  givesServerFaults,
  namesBothOutcomes,
  refusedAsGranted,
  refusesAsGranted,
  statusesIn,
} from '../../page/words/status-words.ts';
import { secrecySource, snapSource } from './citations.ts';
import { isFormOfSnap } from './follows-snap.ts';
import { promise, type Row, type RowContext } from './row.ts';

const secrecy = { level: 'should', source: secrecySource, at: 'Description' } as const;
const isRefusal = ({ status }: AnswerFact): boolean => status >= 400 && status < 500;
/** Whether a page shows the body of an answer: a column of a table of statuses gives a member its values, and says nothing of what else there is. */
const isShown = ({ members }: AnswerFact): boolean => members.some(({ fromColumn }) => !fromColumn);

/** Whether a passage gives each answer the status of a grant, by the word for a status. */
const isOfEach = (text: string): boolean =>
  /\b(?:http|status)\b/i.test(text) && refusesAsGranted(text, statusesIn(text));

/** Whether the page gives refusals the status of a grant, or one of the server: a refusal of 4xx is no promise then. */
const isOtherwise = ({ todos, passages = [] }: Facts): boolean =>
  todos.some(({ name }) => name === refusedAsGranted('').name) ||
  passages.some(({ text }) => givesServerFaults(text) || namesBothOutcomes(text) || isOfEach(text));

/**
 * What refuses is an error of the client, and holds no token; `answers` are those that clauses are judged on. That no fault
 * of a client is one of the server HTTP says, and no page by its statuses.
 */
export function refusedRows({ access, facts, refused }: RowContext, answers: AnswerFact[]): Row[] {
  // A path and a code of the standard say nothing of what refuses.
  const isSnap = access.mechanism === 'snap-signature' && isFormOfSnap(facts);
  // What one of them shows is said of no other; another server may answer a media type or too many requests.
  const refusals = answers.filter(
    (answer) => isRefusal(answer) && refused.includes(answer.status) && ![415, 429].includes(answer.status),
  );
  const areShown = refusals.every(isShown);
  const shown = areShown ? refusals[0] : undefined;
  const cite = (ofSnap: string, otherwise: Partial<Row>): Partial<Row> =>
    isSnap ? { source: snapSource, at: `Response Code, ${ofSnap}` } : otherwise;
  const row = (id: string, statement: string, check: string, cited: Partial<Row>): Row => ({
    ...{ id, statement, at: '', rest: promise(check, { on: 'refused' }) },
    ...cited,
  });
  const status = row(
    'documented-status',
    'A request that is refused gets a 4xx status, never a 5xx.',
    'client-error',
    cite('HTTP status', { level: 'should', source: 'rfc9110', at: 'section 15.5' }),
  );
  return [
    ...(isOtherwise(facts) ? [] : [status]),
    row(
      'no-token-in-error',
      'An answer that refuses carries no token.',
      'no-token',
      shown ? { at: shown.at } : cite('accessToken', secrecy),
    ),
  ];
}

/** Members of a grant that are called as a secret that the request sends: the answer may give it back, as a refresh token. */
function givenBack({ access, facts }: Pick<RowContext, 'access' | 'facts'>): string[] {
  const isSecret = (name: string): boolean => {
    const { credential = '' } = Object(access.body[name]);
    return access.credentials[String(credential)]?.['secret'] === true;
  };
  const members = grantIn(facts.answers)?.members ?? [];
  return members.map(({ pointer }) => pointer).filter((pointer) => !isInItems(pointer) && isSecret(lastKeyOf(pointer)));
}

/** No answer holds what was sent in secret, whatever the page shows of it. */
export function echoRows(context: RowContext): Row[] {
  const besides = givenBack(context);
  const named = besides.map((pointer) => lastKeyOf(pointer)).join(' and ');
  return [
    {
      id: 'no-echo',
      statement: `No secret that was sent comes back in an answer${named === '' ? '' : `, other than in ${named}`}.`,
      rest: promise('no-echo', { on: 'any', ...(named === '' ? {} : { with: { besides } }) }),
      ...secrecy,
    },
  ];
}
