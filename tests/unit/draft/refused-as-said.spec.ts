/** What a draft says of refusals and of the time that is signed, where a page says it in one place and shows it otherwise in another. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { table } from '../../support/draft.ts';

const head = '# Token\n\nPOST https://a.test/token\n\n';
const request = (type: string): string =>
  `## Request (\`${type}\`)\n\n${table('Name | Type | Mandatory', 'client_id | string | yes', 'client_secret | string | yes')}`;
const answer = `## Response 200\n\n${table('Name | Type | Mandatory', 'token | string | yes', 'message | string | yes')}`;

async function drafted(page: string) {
  const facts = await read(page);
  const files = draftOf(facts, origin);
  const contract = files['contracts/x/contract.yaml'] ?? {};
  const clauses = [contract['clauses'] ?? []].flat().map((clause) => String(Object(clause).id));
  return { files, contract, clauses, asked: todosOf(facts, origin).map(({ what }) => what) };
}

test('another media type is refused with 415 where the page documents it, and as a question where no words name it', async () => {
  const refusals = (more: string): string =>
    `## Errors\n\n- 400: a field is missing\n- 401: wrong client secret\n${more}`;
  const place = '/paths/~1token/post/requestBody/content/application~1json/x-clause/refusal';
  const page = `${head}${request('application/json')}${answer}`;
  const said = await drafted(`${page}${refusals('- 415: the content type is not JSON\n')}`);
  expect(atPointer(said.files['specs/x.openapi.yaml'], place)).toBe('media-type');
  expect(said.contract['refusals']).toMatchObject({ 'media-type': { documented: [{ status: 415 }] } });
  const silent = await drafted(`${page}${refusals('')}`);
  expect(atPointer(silent.files['specs/x.openapi.yaml'], place)).toBe('media-type');
  expect(silent.contract['refusals']).toMatchObject({
    'media-type': { statement: expect.stringContaining('gives no status'), tolerated: [{ status: 415 }] },
  });
  expect(silent.asked.join()).toContain('another media type');
  expect(silent.asked.join()).toMatch(/\((?:refusals\.unnamed, )?refusals\.media-type\)/);
});

test('a column of a table of statuses says nothing of what else a refusal holds, and a table of its members does', async () => {
  const page = `${head}${request('application/json')}${answer.trimEnd()}\n| code | string | yes |\n\n`;
  const rows = ['400 | A1 | A field is missing', '401 | B1 | Wrong client secret'];
  const statuses = `## Errors\n\n${table('HTTP | code | Meaning', ...rows)}`;
  const bodies = [400, 401].map((status) => `## Response ${status}\n\n${table('Name | Type', 'code | string')}`);
  expect((await drafted(`${page}${statuses}`)).clauses).not.toContain('x-refusal-alone');
  expect((await drafted(`${page}${bodies.join('')}`)).clauses).toContain('x-refusal-alone');
});

test('parameters of a form are taken from the body alone where none is in the query', async () => {
  const form = `${head}${request('application/x-www-form-urlencoded')}`;
  expect((await drafted(`${form}${answer}`)).clauses).toContain('x-query-parameters');
  const query = `## Query parameters\n\n${table('Name | Mandatory', 'region | yes')}`;
  expect((await drafted(`${form}${query}${answer}`)).clauses).not.toContain('x-query-parameters');
});

test('that parameters are taken from no address is said by what says it, at its level', async () => {
  const clauseOf = async (...fields: string[]): Promise<unknown> => {
    const rows = table('Name | Type | Mandatory | Description', ...fields);
    const { contract } = await drafted(`${head}## Request (\`application/x-www-form-urlencoded\`)\n\n${rows}${answer}`);
    const clauses = [contract['clauses'] ?? []].flat().map(Object);
    const { level, source } = clauses.find(({ id }) => id === 'x-query-parameters') ?? {};
    return [level, source].join(' ');
  };
  const grant = 'grant_type | string | yes | Always `client_credentials`';
  const own = ['client_id | string | yes | Id', 'client_secret | string | yes | Secret of the client'];
  expect(await clauseOf(grant, ...own)).toBe('should rfc6749-uri');
  const named = 'grant_type | string | yes | Always `client_credentials`, as OAuth 2.0 has it';
  expect(await clauseOf(named, ...own)).toBe('must rfc6749-uri');
  expect(await clauseOf(grant)).toBe('should rfc6749-client-grant');
  expect(await clauseOf('user | string | yes | Name', 'password | string | yes | Password of the user')).toBe(
    'should cwe-598',
  );
  expect(await clauseOf('region | string | yes | Always `id`')).toBe(' ');
});

test('the form of a signed time is that of the words about it, and a sample of another form is asked', async () => {
  const page = (sample: string): string =>
    `${head}The signature is the Base64 form of HMAC-SHA512 with the client secret.\n\n\`\`\`\nstringToSign = X-CLIENT-ID + "|" + X-TIMESTAMP\n\`\`\`\n\n## Request headers\n\n${table(
      'Header | Required | Description',
      'X-CLIENT-ID | Yes | Issued at onboarding',
      'X-TIMESTAMP | Yes | Time of the request, format `yyyy-MM-ddTHH:mm:ss.SSSTZD`',
      'X-SIGN | Yes | The signature',
    )}\`\`\`\nPOST /token HTTP/1.1\nX-CLIENT-ID: a1\nX-TIMESTAMP: ${sample}\nX-SIGN: 00ff\n\`\`\`\n\n${answer}`;
  const form = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";
  const same = await drafted(page('2026-03-02T09:15:27.148+07:00'));
  expect(JSON.stringify(same.contract['control'])).toContain(form);
  expect(same.asked.join()).not.toContain('the form of X-TIMESTAMP');
  const other = await drafted(page('2026-03-02T09:15:27+07:00'));
  expect(JSON.stringify(other.contract['control'])).toContain(form);
  expect(other.asked.join()).toContain('the form of X-TIMESTAMP');
});

test('what may be a secret is one, by the end of its name or by the words about it, and an id is none', async () => {
  const page = `${head}## Headers\n\n${table('Name | Mandatory | Description', 'X-Acme-Key | yes | Issued to you', 'X-Tanda-Tangan | yes | RSA', 'X-Shop | yes | The shop')}## Request (\`application/json\`)\n\n${table('Name | Type | Mandatory | Description', 'corpId | string | yes | Your company', 'proofText | string | yes | The hashed password', 'partnerKey | string | yes | Your partner')}${answer}`;
  const { contract } = await drafted(page);
  const all = Object.entries(Object(contract['credentials'])) as [string, { secret?: boolean }][];
  // A signature is made, and no environment gives it.
  expect(Object.fromEntries(all.map(([name, { secret = false }]) => [name, secret]))).toEqual({
    ...{ acmeKey: true, shop: false },
    ...{ corpId: false, proofText: true, partnerKey: false },
  });
});

test('the public half of a pair of keys is no secret, and its other half is one', async () => {
  const rows = [
    'public_key | string | yes | Your half of the pair',
    'kunciPublik | string | yes | Kunci API',
    'publishableKey | string | yes | ',
    'private_key | string | yes | ',
    'public_secret | string | yes | ',
    'publicKeyPassword | string | yes | ',
    'publicationKey | string | yes | ',
    'pubKey | string | yes | Treat it as a secret',
    'shopKey | string | yes | The public half of your credentials',
    'tillKey | string | yes | Goes with the public half of your credentials',
  ];
  const { contract } = await drafted(
    `${head}## Request (\`application/json\`)\n\n${table('Name | Type | Mandatory | Description', ...rows)}${answer}`,
  );
  const all = Object.entries(Object(contract['credentials'])) as [string, { secret?: boolean }][];
  expect(Object.fromEntries(all.map(([name, { secret = false }]) => [name, secret]))).toEqual({
    ...{ publicKey: false, kunciPublik: false, publishableKey: false, privateKey: true },
    ...{ publicSecret: true, publicKeyPassword: true, publicationKey: true, pubKey: true },
    ...{ shopKey: false, tillKey: true },
  });
});

test('a key beside the id of the same holder is a secret, unless another value is that of both', async () => {
  const secretsOf = async (...rows: string[]) => {
    const { contract } = await drafted(
      `${head}## Request (\`application/json\`)\n\n${table('Name | Type | Mandatory | Description', ...rows)}${answer}`,
    );
    const all = Object.entries(Object(contract['credentials'])) as [string, { secret?: boolean }][];
    return all.flatMap(([name, { secret = false }]) => (secret ? [name] : []));
  };
  const own = ['agentId | string | yes | ', 'agentKey | string | yes | Key of the agent'];
  expect(await secretsOf(...own, 'pin | string | yes | PIN of the user')).toEqual(['agentKey', 'pin']);
  expect(await secretsOf(...own, 'agentSecret | string | yes | ')).toEqual(['agentSecret']);
  expect(await secretsOf('merchantId | string | yes | ', ...own.slice(1), 'pin | string | yes | ')).toEqual(['pin']);
});

test('the code of wrong credentials is of no request without any', async () => {
  const page = (words: string): string =>
    `${head}Authentication: HTTP Basic with id and secret.\n\n${answer}## Errors\n\n${table('HTTP | code | Meaning', '400 | A10 | Malformed request', `401 | B20 | ${words}`)}All errors have this body:\n\n${table('Name | Type | Mandatory', 'code | string | yes')}`;
  const wrong = await drafted(page('Wrong id or secret'));
  const coded = { status: 401, body: { '/code': { const: 'B20' } } };
  expect(wrong.contract['refusals']).toMatchObject({
    credentials: { documented: [coded] },
    either: { documented: [{ status: 400 }, { status: 401 }] },
  });
  expect(JSON.stringify(Object(wrong.contract['refusals']).either)).not.toContain('B20');
  // Words of both leave no other fault of a credential to the status, and another method may have it all the same.
  const both = await drafted(page('Missing or wrong credentials'));
  expect(both.contract['refusals']).toMatchObject({ credentials: { documented: [coded] } });
  expect(both.contract['refusals']).not.toHaveProperty('either');
});
