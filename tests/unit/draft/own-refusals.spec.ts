/** Credentials that are refused by a status of their own, and those that a status may refuse of which the page does not say whose it is. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';

const fields = (...rows: string[]): string => table('Field | Type | Required', ...rows);
const granted = `## Response 200\n\n${fields('access_token | string | yes')}`;
const own = ['kiosk_key | string | yes', 'kiosk_secret | string | yes'];

async function drafted(request: string, errors: string[], headers = '') {
  const text = `${endpoint}${headers}## Request body\n\n${request}${granted}## Errors\n\n${table('HTTP status | Meaning', ...errors)}`;
  const facts = await read(text);
  const files = draftOf(facts, origin);
  const contract = files['contracts/x/contract.yaml'] ?? {};
  const clauses = [contract['clauses'] ?? []].flat().map(Object);
  /** The statuses by which another value is refused. */
  const refused = (id: string): unknown => {
    const clause = clauses.find((one) => one.id === id);
    return clause && atPointer(contract, `/refusals/${clause.refusal}/documented/0/status`);
  };
  return {
    files,
    refused,
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

const gateway = `## Headers\n\n${table('Header | Required | Description', 'Gate-Pass-Key | yes | Key of your gate pass')}`;

test('a status that may be of another request may refuse the credential that it names, and no other', async () => {
  const errors = ['400 | A field is missing', '401 | Kiosk key or kiosk secret is wrong'];
  const two = await drafted(
    fields(...own),
    [...errors, '403 | The gate pass key is absent or from another fair'],
    gateway,
  );
  expect(two.refused('x-gate-pass-key-known')).toEqual([401, 403]);
  expect(atPointer(two.files['specs/x.openapi.yaml'], '/paths/~1token/post/parameters/0/x-clause/refusal')).toBe(
    'x-gate-pass-key',
  );
  expect(two.refused('x-kiosk-key-known')).toBe(401);
  expect(two.asked).toContain('the draft has 401 or 403 for another Gate-Pass-Key');
  const whole = await drafted(
    fields(...own),
    ['401 | The credentials are wrong', '403 | The gate pass key is from another fair'],
    gateway,
  );
  expect(whole.refused('x-gate-pass-key-known')).toBe(401);
  expect(whole.asked).toContain('the draft takes nothing from these words');
});

test('a value that was never issued is refused as the words about a wrong form say, and a wrong form tells nothing of it', async () => {
  const request = fields(...own, 'laneId | string | yes');
  const wrong = '401 | Kiosk key or kiosk secret is wrong';
  for (const words of [
    'laneId unknown',
    'The lane id is not registered',
    'Lane ID tidak dikenal',
    'Unknown or revoked lane',
  ]) {
    const { refused, asked } = await drafted(request, [wrong, `422 | ${words}`]);
    expect(refused('x-lane-id-known'), words).toBe(422);
    expect(asked, words).not.toContain('how wrong credentials are refused');
  }
  const { refused } = await drafted(request, [wrong, '422 | laneId is malformed']);
  expect(refused('x-lane-id-known')).toBeUndefined();
});
