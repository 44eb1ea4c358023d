/** Who gets which refusal, as tables and sentences of a page say it: a key that is not there, another key, another scheme. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { table } from '../../support/draft.ts';

const head = '# Token\n\nPOST https://a.test/token\n\n';
const granted = `## Response 200\n\n${table('Name | Type | Mandatory', 'token | string | yes')}`;

async function drafted(page: string) {
  const facts = await read(page);
  const files = draftOf(facts, origin);
  const contract = files['contracts/x/contract.yaml'] ?? {};
  return {
    refusals: contract['refusals'],
    clauses: [contract['clauses'] ?? []].flat().map(Object),
    parameters: atPointer(files['specs/x.openapi.yaml'] ?? {}, '/paths/~1token/post/parameters'),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

const keyed = (...errors: string[]): string =>
  `${head}## Headers\n\n${table('Header | Mandatory | Description', 'apikey | yes | 24 characters')}${granted}## Errors\n\n${table('Status | Meaning', ...errors)}`;

test('a key that is not there is no wrong one: its status is that of no other key', async () => {
  for (const missing of ['No `apikey` header, or it is empty', 'apikey header missing', 'apikey left out']) {
    const { refusals, asked } = await drafted(keyed(`401 | ${missing}`, '403 | apikey was never issued, or shortened'));
    expect(refusals, missing).toMatchObject({ 'x-apikey': { documented: [{ status: 403 }] } });
    expect(asked, missing).toContain('403 "apikey was never issued');
    const empty = missing.includes('empty') ? [] : [{ status: [403], ways: ['empty'] }];
    expect(refusals, missing).toMatchObject({ 'x-apikey-absent': { documented: [{ status: 401 }, ...empty] } });
    expect(asked, missing).not.toContain('how a request without apikey is refused');
  }
  // Where one status is for both, nothing is open.
  const { parameters, asked } = await drafted(keyed('401 | apikey missing or not known'));
  expect(parameters).toMatchObject([{ 'x-clause': { refusal: 'credentials' } }]);
  expect(asked).not.toContain('without apikey');
});

test('what a table advises is no part of what is wrong', async () => {
  const basic = `${head}## Headers\n\n${table('Header | Mandatory | Description', 'Authorization | yes | Basic, id and secret in base64')}${granted}`;
  const errors = (advice: string): string =>
    `## Errors\n\n${table(
      `HTTP | Meaning | ${advice}`,
      '400 | Invalid authentication type | Take Basic',
      '401 | Wrong client id or secret | Look both up in *Your keys*',
    )}`;
  const told = await drafted(`${basic}${errors('Possible mitigation')}`);
  expect(told.clauses).toContainEqual(
    expect.objectContaining({
      id: 'x-basic-scheme',
      demand: { auth: 'basic', break: ['other-scheme'] },
      refusal: 'parameters',
    }),
  );
  expect(told.asked).not.toContain('whether, and when');
  // Another column may say of whom it is.
  expect((await drafted(`${basic}${errors('Product')}`)).asked).toContain('Take Basic');
});

test('a sentence that lists statuses denies none of them, and a media type names no client', async () => {
  const form = `${head}Only forms (\`application/x-www-form-urlencoded\`) are read, JSON is rejected with \`415\`.\n\n## Headers\n\n${table('Header | Mandatory | Description', 'Authorization | yes | Basic, id and secret in base64')}## Body\n\n${table('Parameter | Mandatory', 'scope | no')}${granted}`;
  for (const listed of [
    'Kesalahan: `400` parameter salah, `401` kredensial salah, `415` tipe media bukan form.',
    'Errors: 400 wrong parameter, 401 wrong credentials, 415 content type is not a form.',
  ]) {
    const { refusals, asked } = await drafted(`${form}${listed}\n`);
    expect(refusals, listed).toMatchObject({
      credentials: { documented: [{ status: 401 }] },
      parameters: { documented: [{ status: 400 }] },
    });
    expect(asked, listed).not.toContain('how wrong credentials');
  }
  const silent = await drafted(`${form}Errors: 404 is not used.\n`);
  expect(silent.refusals).not.toMatchObject({ credentials: { documented: [{ status: 415 }] } });
  expect(silent.asked).toContain('how wrong credentials');
});

test('a fault that a sentence gives to one status is none of the others that it names', async () => {
  const fields = table('Name | Type | Mandatory', 'clientId | string | yes', 'clientSecret | string | yes');
  const page = `${head}## Request\n\n${fields}${granted}`;
  const said = await drafted(`${page}Errors: 400 if a field is missing, 401 if clientId or clientSecret is wrong.\n`);
  expect(said.asked).not.toContain('how another clientId');
  const own = await drafted(`${page}Errors: 401 if clientSecret is wrong, 404 if clientId is unknown.\n`);
  expect(own.asked).toContain('how another clientId');
});

test('a fault alone is of what stands before it, and what each status leaves unnamed is asked', async () => {
  const fields = table('Name | Type | Mandatory', 'client_id | string | yes', 'client_secret | string | yes');
  const page = `${head}## Headers\n\n${table('Header | Mandatory', 'X-Api-Key | yes')}## Request\n\n${fields}${granted}`;
  const errors = (key: string): string =>
    `${page}## Errors\n\n${table('Status | Meaning', '400 | A parameter is missing, or the client is unknown', `401 | ${key}`)}`;
  for (const key of ['The key is missing or invalid', 'The key is absent or not known', 'The key is wrong']) {
    const { refusals, asked } = await drafted(errors(key));
    expect(refusals, key).toMatchObject({ credentials: { documented: [{ status: 401 }] } });
    expect(asked, key).toMatch(/how wrong credentials are refused: the page has 401 "The key .*400 "A parameter/);
  }
  const { asked } = await drafted(errors('The key or the credentials are wrong'));
  expect(asked).not.toContain('how wrong credentials');
});
