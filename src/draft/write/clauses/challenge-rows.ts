/** The clauses of a draft about the challenge of a 401, which HTTP states. */
import type { JsonObject } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { challengeAsked } from '../../page/words/challenges.ts';
import { promise, type Row } from './row.ts';

const row = (id: string, statement: string, at: string, source: string, rest: JsonObject): Row => ({
  id,
  statement,
  at,
  level: 'should',
  source,
  rest,
});

const realmRow = (): Row =>
  row('challenge-realm', 'A challenge of the scheme Basic names its realm.', 'section 2', 'rfc7617', {
    ...promise('challenge-parameter', { on: [401], with: { scheme: 'Basic', parameter: 'realm' } }),
    unreached: 'only a challenge of the scheme Basic shows it',
  });

/** What a 401 says beside the scheme that the client used. */
function basicChallengeRows(): Row[] {
  return [
    row(
      'challenge-any',
      'A 401 to a request without Basic credentials names a challenge as well.',
      'section 15.5.2',
      'rfc9110',
      promise('challenge', { on: [401], with: { notTo: 'Basic' } }),
    ),
    realmRow(),
  ];
}

/** What a 401 names in WWW-Authenticate; where the page shows another, what one of Basic is alone. */
export function challengeRows(isBasic: boolean, { todos }: Pick<Facts, 'todos'>): Row[] {
  if (todos.some(({ name }) => name === challengeAsked)) return isBasic ? [realmRow()] : [];
  return [
    {
      id: 'challenge',
      statement: isBasic
        ? 'A 401 to a request with Basic credentials names Basic in WWW-Authenticate.'
        : 'A 401 names a challenge in WWW-Authenticate.',
      at: 'section 15.5.2',
      level: 'should',
      source: 'rfc9110',
      rest: promise('challenge', { on: [401], ...(isBasic ? { with: { scheme: 'Basic', to: 'Basic' } } : {}) }),
    },
    ...(isBasic ? basicChallengeRows() : []),
  ];
}
