/** The clauses of a draft about what a refusal is, and what no answer holds: from the page where it shows such an answer. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { AnswerFact } from '../../facts/facts.ts';
import { isInItems } from '../../facts/list-items.ts';
import { grantIn } from '../../merge/grant.ts';
import { secrecySource, snapSource } from './citations.ts';
import { promise, type Row, type RowContext } from './row.ts';
import { isSettledSnap } from './snap.ts';

const secrecy = { level: 'should', source: secrecySource, at: 'Description' } as const;
const isRefusal = ({ status }: AnswerFact): boolean => status >= 400 && status < 500;
const hasMembers = ({ members }: AnswerFact): boolean => members.length > 0;

/** What refuses is an error of the client, and holds no token; `answers` are those that clauses are judged on. */
export function refusedRows({ access, facts }: RowContext, answers: AnswerFact[]): Row[] {
  const isSnap = access.mechanism === 'snap-signature' && isSettledSnap(facts);
  const cite = (shown: AnswerFact | undefined, ofSnap: string, otherwise: Partial<Row>): Partial<Row> => {
    if (shown) return { at: shown.at };
    return isSnap ? { source: snapSource, at: `Response Code, ${ofSnap}` } : otherwise;
  };
  const row = (id: string, statement: string, check: string, cited: Partial<Row>): Row => ({
    ...{ id, statement, at: '', rest: promise(check, { on: 'refused' }) },
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
        answers.find((answer) => isRefusal(answer) && hasMembers(answer)),
        'accessToken',
        secrecy,
      ),
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

/** What the page shows of an answer holds nothing that was sent in secret. */
export function echoRows(context: RowContext, answers: AnswerFact[]): Row[] {
  const shown = answers.find(hasMembers);
  const besides = givenBack(context);
  const named = besides.map((pointer) => lastKeyOf(pointer)).join(' and ');
  return [
    {
      id: 'no-echo',
      statement: `No secret that was sent comes back in an answer${named === '' ? '' : `, other than in ${named}`}.`,
      rest: promise('no-echo', { on: 'any', ...(named === '' ? {} : { with: { besides } }) }),
      ...(shown ? { at: shown.at } : secrecy),
    },
  ];
}
