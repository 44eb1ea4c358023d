/** Which refusals are said to hold no member of a grant: those whose body the page shows, where the member may be in any answer. */
import { expect, test } from '@playwright/test';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

/** What a draft promises of members of the other outcome: which answers it says it of, by the end of its id. */
async function promised(text: string): Promise<Record<string, unknown>> {
  const contract = draftOf(await read(text), origin)['contracts/x/contract.yaml'] ?? null;
  const clauses = [atPointer(contract, '/clauses')].flat().filter(isObject);
  const envelopes = clauses.filter((one) => atPointer(one, '/promise/check') === 'one-envelope');
  return Object.fromEntries(envelopes.map((one) => [String(one['id']).slice(2), atPointer(one, '/promise/on')]));
}

const grant = (...more: string[]): string =>
  `## Response 200\n\n${table('Name | Type | Mandatory | Description', 'access_token | string | yes | The token', 'token_type | string | yes | Its type', 'expires_in | integer | yes | Lifetime in seconds', ...more)}`;
const statuses = `## Errors\n\n${table('HTTP status | Meaning', '400 | Malformed', '401 | Wrong key')}`;
const shown = (status: number, body = '{ "code": "E1", "text": "Wrong" }'): string =>
  `\`\`\`\nHTTP/1.1 ${status}\nContent-Type: application/json\n\n${body}\n\`\`\`\n\n`;
const trace = 'traceId | string | yes | Id of the exchange';

test('a member that need not be of a grant alone is barred from the refusals that are shown', async () => {
  const cases: [what: string, page: string, refusals: unknown][] = [
    ['one is shown', grant(trace) + statuses + shown(401), [401]],
    ['all are shown', grant(trace) + statuses + shown(400) + shown(401), 'refused'],
    [
      'all are shown with it',
      grant(trace) + statuses + shown(400) + shown(401, '{ "traceId": "a", "code": "E" }'),
      'refused',
    ],
    ['nothing but the token, its type and life', grant() + statuses + shown(401), 'refused'],
    [
      'the scope and a second token',
      grant('scope | string | no | Scopes', 'refreshToken | string | no | Another') + statuses + shown(401),
      'refused',
    ],
    ['none is shown', grant(trace) + statuses, undefined],
    [
      'every refusal is said to hold others',
      `${grant(trace)}${statuses}Every error holds \`code\` and \`text\`.\n`,
      'refused',
    ],
  ];
  for (const [what, page, refusals] of cases)
    expect.soft((await promised(endpoint + page))['refusal-alone'], what).toEqual(refusals);
});

test('a member that the page gives to every answer is barred from none', async () => {
  const all = statuses + shown(400) + shown(401);
  for (const said of [
    'Id of the exchange; in every response',
    'Id of the exchange, in errors too',
    'Present in success and error responses',
    'Ada di setiap respons',
    'Also present in errors',
  ])
    expect
      .soft(await promised(endpoint + grant(`traceId | string | yes | ${said}`) + all), said)
      .toEqual({ 'grant-alone': 'granted' });
  const page = (said: string): string => `${endpoint}${said}\n\n${grant(trace)}${all}`;
  expect(await promised(page('Every response carries `traceId`, whether or not it succeeds.'))).toEqual({
    'grant-alone': 'granted',
  });
  // Where refusals are named as well it is read of them, and the others are barred still.
  const included = page('All answers, errors included, have a `traceId`.');
  expect((await readDraft(included)).facts).toMatchObject({ '401 /traceId required': true });
  expect(await promised(included)).toEqual({ 'refusal-alone': 'refused', 'grant-alone': 'granted' });
  for (const said of [
    'Every response carries `X-Request-Id`.',
    'The `traceId` is in the answer.',
    'Errors have no `traceId`.',
  ])
    expect.soft((await promised(page(said)))['refusal-alone'], said).toBe('refused');
  const ofRefusals = `${endpoint}Every answer has a \`code\`.\n\n${grant()}${statuses}${shown(400, '{ "code": "E1" }')}${shown(401, '{ "code": "E1" }')}`;
  expect(await promised(ofRefusals)).toEqual({ 'refusal-alone': 'refused' });
});
