/** The clauses of a draft about what a refusal is, and what no answer holds: from the page where it shows such an answer. */
import type { AnswerFact } from '../facts/facts.ts';
import { secrecySource, snapSource } from './citations.ts';
import type { Row, RowContext } from './row.ts';
import { isSettledSnap } from './snap.ts';

const secrecy = { level: 'should', source: secrecySource, at: 'Description' } as const;
const isRefusal = ({ status }: AnswerFact): boolean => status >= 400 && status < 500;
const isShown = ({ members }: AnswerFact): boolean => members.length > 0;

/** What refuses is an error of the client, and holds no token; `answers` are those that clauses are judged on. */
export function refusedRows({ access, facts }: RowContext, answers: AnswerFact[]): Row[] {
  const isSnap = access.mechanism === 'snap-signature' && isSettledSnap(facts);
  const cite = (shown: AnswerFact | undefined, ofSnap: string, otherwise: Partial<Row>): Partial<Row> => {
    if (shown) return { at: shown.at };
    return isSnap ? { source: snapSource, at: `Response Code, ${ofSnap}` } : otherwise;
  };
  const row = (id: string, statement: string, check: string, cited: Partial<Row>): Row => ({
    ...{ id, statement, at: '', rest: { promise: { check, on: 'refused' } } },
    ...cited,
  });
  return [
    row(
      'documented-status',
      'A request that is refused gets a 4xx status, never a 5xx.',
      'client-error',
      cite(answers.find(isRefusal), 'HTTP status', { level: 'should', source: 'rfc9110', at: 'section 15.5' }),
    ),
    row(
      'no-token-in-error',
      'An answer that refuses carries no token.',
      'no-token',
      cite(
        answers.find((answer) => isRefusal(answer) && isShown(answer)),
        'accessToken',
        secrecy,
      ),
    ),
  ];
}

/** What the page shows of an answer holds nothing that was sent in secret. */
export function echoRows(answers: AnswerFact[]): Row[] {
  const shown = answers.find(isShown);
  return [
    {
      ...{ id: 'no-echo', statement: 'No secret that was sent comes back in an answer.', at: '' },
      ...{ rest: { promise: { check: 'no-echo', on: 'any' } } },
      ...(shown ? { at: shown.at } : secrecy),
    },
  ];
}
