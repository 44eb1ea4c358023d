/** A part that is not there: a code with a status of its own beside credentials of the body, and a time that is signed. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

const refusalsOf = (headers: unknown): unknown[] =>
  [headers].flat().map((one) => Object(Object(one)['x-clause'])['refusal']);

const page = (headers: string[], fields: string[], ...errors: string[]): string =>
  `${head}## Headers\n\n${table('Name | Type | Mandatory | Description', ...headers)}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Description', ...fields)}${answer}## Errors\n\n${table('HTTP | Meaning', ...errors)}`;

const pair = ['client_id | string | yes | ', 'client_secret | string | yes | '];

test('a code in a header that is refused by a status of its own has none of the other credentials where it is not there', async () => {
  const code = ['X-Agent-Key | string | yes | Your key'];
  const wrong = ['401 | client_id or client_secret is wrong', '403 | X-Agent-Key is not registered'];
  const read = await drafted(page(code, pair, '400 | A parameter is missing', ...wrong));
  expect(refusalsOf(read.headers)).toEqual(['x-agent-key-missing']);
  expect(Object(read.refusals)['x-agent-key-missing'].documented).toContainEqual({ status: 403 });
  expect(read.asked).toContain('X-Agent-Key missing');
  // So it is where no words are about parameters at all.
  const silent = await drafted(page(code, pair, ...wrong));
  expect(refusalsOf(silent.headers)).toEqual(['x-agent-key-missing']);
  expect(Object(silent.refusals)['x-agent-key-missing'].documented).toEqual([{ status: [400, 401] }, { status: 403 }]);
  // Words about headers are of this one.
  const said = await drafted(page(code, pair, '400 | A header is missing', ...wrong));
  expect(said.asked).not.toContain('X-Agent-Key missing');
  // One of the credentials of one status may be refused as the others.
  const shared = await drafted(page(code, pair, '400 | A parameter is missing', '401 | Wrong credentials'));
  expect(refusalsOf(shared.headers)).toEqual(['either']);
});

test('a time that is signed may be refused as a wrong signature where it is empty', async () => {
  const signed = [
    'X-CLIENT-KEY | string | yes | Client id',
    'X-TIMESTAMP | string | yes | Time as yyyy-MM-ddTHH:mm:ss+07:00',
    'X-SIGNATURE | string | yes | Base64 of SHA256withRSA of X-CLIENT-KEY\\|X-TIMESTAMP',
  ];
  const errors = ['401 | Wrong signature', '400 | A mandatory header is missing'];
  expect(refusalsOf((await drafted(page(signed, ['note | string | no | '], ...errors))).headers)).toEqual([
    'or-empty',
    'or-empty',
    'or-empty',
  ]);
  // A time that nothing signs is another header.
  const alone = ['X-Api-Key | string | yes | Key', 'X-TIMESTAMP | string | yes | Time as yyyy-MM-dd'];
  expect(
    refusalsOf((await drafted(page(alone, ['note | string | no | '], '401 | Wrong key', errors[1] ?? ''))).headers)[1],
  ).toBe('parameters');
});
