/** The walk of a new provider: derive, decide, run on the mock, and compare with the page of later. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { contractOf } from '../../src/judge/catalogue.ts';
import { described } from '../support/described.ts';
import { runServed } from '../support/example.ts';
import { runHere } from '../support/here.ts';
import { type Ended, startScript } from '../support/script.ts';

const pages = 'tests/fixtures/pages/';
const bank = `${pages}bank.md`;

const derive = (page: string[], out: string, ...more: string[]): Promise<Ended> =>
  runHere('derive', [...page, '--provider', 'acme', '--out', out, ...more]);

const bankEnvironment = `kind: mock
providers:
  acme:
    credentials: { clientKey: made-up-client-key-123, privateKey: ${resolve('tests/fixtures/keys/plain.pem')} }
    probe: { method: GET, path: /protected, refused: [401] }
    expiryWait: 5
`;

/** Derives with answers on standard input. */
function walk(page: string, out: string, answers: string[]): Promise<Ended> {
  const { PATH, HOME } = process.env;
  const args = [page, '--provider', 'acme', '--out', out, '--interactive'];
  return startScript('derive', args, { env: { PATH, HOME }, input: `${answers.join('\n')}\n` }).ended;
}

test('a page of BI SNAP with tables conforms at the mock after three answers, and is the same page afterwards', async () => {
  const out = test.info().outputPath('acme');
  const { code, output } = await walk(bank, out, [
    'drafted',
    'no media type',
    'application/json',
    'https://acme.test/docs',
  ]);
  expect(code, output).toBe(0);
  expect(output).toContain('no media type cannot be taken: it is no media type');
  expect(output).toContain('Nothing is left to decide');
  const environment = join(out, 'environment.yaml');
  writeFileSync(environment, bankEnvironment);
  const { verdict, clauses } = await runServed(contractOf('acme', join(out, 'contracts')), environment);
  expect(clauses.filter(({ effect }) => effect !== 'none').map(({ id }) => id)).toEqual([]);
  expect(verdict).toBe('conforms');
  const recorded = parse(readFileSync(join(out, 'contracts/acme/decisions.yaml'), 'utf8'));
  expect(recorded.decisions.map(({ fact }: { fact: string }) => fact)).toEqual([
    '200 media-type',
    '400 media-type',
    '401 media-type',
  ]);

  const folder = ['--folder', join(out, 'contracts')];
  expect(await runHere('drift', ['acme', '--page', bank, ...folder])).toMatchObject({ code: 0 });
  const later = test.info().outputPath('later.md');
  writeFileSync(
    later,
    readFileSync(bank, 'utf8')
      .replace('| 1          | 2048       |', '| 1          | 4096       |')
      .replaceAll('/v1.0/access-token/b2b', '/v2.0/access-token/b2b'),
  );
  const changed = await runHere('drift', ['acme', '--page', later, ...folder]);
  expect(changed.code).toBe(1);
  expect(changed.output).toContain('changed acme-access-token: 200 /accessToken maxLength: then 2048, page 4096');
  expect(changed.output).toContain(
    'changed POST /v1.0/access-token/b2b (spec#/paths/~1v1.0~1access-token~1b2b/post): path: then "/v1.0/access-token/b2b", page "/v2.0/access-token/b2b"',
  );
  const unknown = await runHere('drift', ['acme', '--page', later, ...folder, '--accept', 'nothing']);
  expect([unknown.code, unknown.output]).toEqual([3, expect.stringContaining('there is: "path"')]);
  const taken = await runHere('drift', ['acme', '--page', later, ...folder, '--accept', '200 /accessToken maxLength']);
  expect([taken.code, taken.output]).toEqual([1, expect.stringContaining('acme: 1 fact differs')]);
  expect(readFileSync(join(out, 'contracts/acme/granted.schema.yaml'), 'utf8')).toContain('maxLength: 4096');
  const all = await runHere('drift', ['acme', '--page', later, ...folder, '--accept', 'all']);
  expect([all.code, readFileSync(join(out, 'specs/acme.openapi.yaml'), 'utf8')]).toEqual([
    0,
    expect.stringContaining('/v2.0/access-token/b2b:'),
  ]);
  expect(await runHere('drift', ['acme', '--page', later, ...folder])).toMatchObject({ code: 0 });
  // A mask is never taken over into a contract.
  const secret = { ACME_PWD: 'PwdCanary5Hn2Kq8Zt' };
  const portal = test.info().outputPath('portal.md');
  writeFileSync(
    portal,
    readFileSync(later, 'utf8').replaceAll('/access-token/b2b', `/access-token/b2b/${secret.ACME_PWD}`),
  );
  const masked = await runHere('drift', ['acme', '--page', portal, ...folder, '--accept', 'all'], secret);
  expect([masked.code, masked.output]).toEqual([
    1,
    expect.stringMatching(/^path: the page has a secret or a token there, which no contract takes/m),
  ]);
  expect(masked.output).not.toContain('accept it again: path');
  expect(masked.output + readFileSync(join(out, 'specs/acme.openapi.yaml'), 'utf8')).not.toContain(secret.ACME_PWD);
  expect(readFileSync(join(out, 'specs/acme.openapi.yaml'), 'utf8')).not.toContain('‹');
  expect(await runHere('drift', ['acme', '--page', portal, ...folder], secret)).toMatchObject({ code: 0 });
  expect(await runHere('drift', ['acme', '--page', later, ...folder, '--accept', 'all'])).toMatchObject({ code: 0 });
  // What a person has to change is no less a change for having been accepted.
  writeFileSync(later, readFileSync(later, 'utf8').replaceAll('POST', 'PUT'));
  for (const accept of [['--accept', 'all'], []]) {
    const left = await runHere('drift', ['acme', '--page', later, ...folder, ...accept]);
    expect([left.code, left.output]).toEqual([
      1,
      expect.stringContaining('acme-method: method: then "POST", page "PUT"'),
    ]);
    if (accept.length > 0) expect(left.output).toContain('change by hand, then accept it again: method: "PUT"');
  }
});

test('a page that shows the address alone conforms at the mock once its bodies and its token are answered', async () => {
  const out = test.info().outputPath('acme');
  const page = test.info().outputPath('address.md');
  writeFileSync(page, '# Token\n\nPOST https://a.test/token\n');
  const bodies = ['data.key*:string data.life*:integer', 'client_id*:string client_secret*:string', 'data.key'];
  const { code, output } = await walk(page, out, [
    ...bodies,
    ...['200 401 400', 'data.life minutes', 'application/json', 'application/json', 'https://acme.test/docs'],
  ]);
  expect(code, output).toBe(0);
  expect(output).toContain('Nothing is left to decide');
  const environment = join(out, 'environment.yaml');
  const credentials = '{ clientId: made-up-client, clientSecret: made-up-secret-1234 }';
  writeFileSync(environment, `kind: mock\nproviders:\n  acme:\n    credentials: ${credentials}\n`);
  const contract = contractOf('acme', join(out, 'contracts'));
  expect(contract.token).toMatchObject({ value: '/data/key', lifetime: '/data/life', lifetimeUnit: 'minutes' });
  const { verdict, clauses } = await runServed(contract, environment);
  expect(clauses.filter(({ effect }) => effect !== 'none').map(({ id }) => id)).toEqual([]);
  expect(verdict).toBe('conforms');
});

test('of a description every question is asked beside its passage, and answered to the end it conforms at the mock', async () => {
  const [out, file] = [test.info().outputPath('acme'), test.info().outputPath('api.json')];
  const description = described(`
item: { parameters: [ { name: X-Request-ID, in: header, required: true, schema: { type: string, maxLength: 36 } } ] }
security: [ { pair: [] } ]
components: { securitySchemes: { pair: { type: http, scheme: basic } } }
operation: { requestBody: { content: { application/json: { schema: { required: [sequence], properties: { sequence: { type: integer, minimum: 1 } } } } } } }
responses:
  200: { description: ok, content: { application/json: { schema: { required: [access_token], properties: { access_token: { type: string } } } } } }
  400: { description: bad }
  401: { description: no }`);
  writeFileSync(file, JSON.stringify(description));
  const { code, output } = await walk(file, out, [
    ...['X-Request-ID=unique', 'sequence=1', 'none', 'https://acme.test/docs'],
  ]);
  expect(code, output).toBe(0);
  expect(output).toMatch(/\| +"name": "X-Request-ID",\n(?: {2}\|.*\n)+Decide the value of X-Request-ID/);
  expect(output).toMatch(/\| +"sequence": \{\n(?: {2}\|.*\n)+Decide the value of sequence/);
  expect(output).toContain('Nothing is left to decide');
  const environment = join(out, 'environment.yaml');
  const credentials = '{ clientId: made-up-client, clientSecret: made-up-secret-1234 }';
  writeFileSync(environment, `kind: mock\nproviders:\n  acme:\n    credentials: ${credentials}\n`);
  const contract = contractOf('acme', join(out, 'contracts'));
  expect(readFileSync(join(out, 'contracts/acme/contract.yaml'), 'utf8')).toMatch(/unique: digits[\s\S]*sequence: 1/);
  const { verdict, clauses } = await runServed(contract, environment);
  expect(clauses.filter(({ effect }) => effect !== 'none').map(({ id }) => id)).toEqual([]);
  expect(verdict).toBe('conforms');
});

test('an input of which nothing is read leaves no file, and the account is data on demand', async () => {
  const out = test.info().outputPath('none');
  const nothing = await derive([`${pages}cases/nothing-read/spa.html`], out);
  expect([nothing.code, nothing.output]).toEqual([3, expect.stringContaining('a page that a script builds')]);
  expect(existsSync(out)).toBe(false);
  const { code, stdout } = await derive([`${pages}cases/table-dropped-silently/a.md`], out, '--json');
  expect(code).toBe(0);
  const { account, todos, files } = JSON.parse(stdout);
  expect(account.find(({ title }: { title: string }) => title === 'Errors')).toMatchObject({
    kind: 'table',
    line: 20,
    heads: ['Error', 'Meaning'],
    facts: [],
    why: 'its heads say nothing we know: Error, Meaning',
  });
  expect(todos.map(({ name }: { name: string }) => name)).toContain('table-errors-20');
  const report = readFileSync(
    join(
      out,
      files.find((file: string) => file.endsWith('.html')),
    ),
    'utf8',
  );
  expect(report).toContain(
    '<th scope="row">request /grant_type</th><td><span>const <code>&quot;client_credentials&quot;</code></span>',
  );
  expect(report).toContain('grant_type | client_credentials');
});

test('several pages of one provider are read together, and an operation that does not stand out is asked for', async () => {
  const [first, second] = [test.info().outputPath('a.md'), test.info().outputPath('b.md')];
  writeFileSync(
    first,
    '# Token\n\nPOST https://a.test/token\n\n## Body\n\n- client_id: string, required\n- client_secret: string, required\n',
  );
  writeFileSync(
    second,
    '# Answers\n\n## Response 200\n\n| Field | Type | Required |\n|---|---|---|\n| access_token | string | Yes |\n',
  );
  const out = test.info().outputPath('two');
  const both = await derive([first, second], out);
  expect(both.code, both.output).toBe(0);
  expect(both.output).toContain(`table "Response 200" (${second}; line 5; Field, Type, Required): 1 of 1 row, 3 facts`);
  const several = test.info().outputPath('c.md');
  writeFileSync(
    several,
    '# Token of a partner\n\nPOST /partner/token\n\n# Token of a merchant\n\nPOST /merchant/token\n',
  );
  const asked = await derive([several], out);
  expect([asked.code, asked.output]).toEqual([
    3,
    expect.stringContaining(
      'choose one with --operation; there is: POST /partner/token ("Token of a partner"), POST /merchant/token',
    ),
  ]);
  const chosen = await derive([several], out, '--operation', 'POST /merchant/token', '--force');
  expect([chosen.code, chosen.output]).toEqual([
    0,
    expect.stringContaining('another operation, under "Token of a partner"'),
  ]);
});

test('a description whose answers have patterns, formats and a fixed life conforms at the mock as it is drafted', async () => {
  const out = test.info().outputPath('acme');
  const file = test.info().outputPath('api.json');
  const answers = `
item: { parameters: [ { name: realm, in: path, required: true, schema: { type: string } } ] }
security: [ { pair: [] } ]
components: { securitySchemes: { pair: { type: http, scheme: basic } } }
operation: { requestBody: { content: { application/x-www-form-urlencoded: { schema: { properties: { note: { type: string, maxLength: 9 } } } } } } }
responses:
  200: { description: A token of OAuth 2.0, content: { application/json: { schema: { required: [access_token, expires_in, id, at], properties: {
    access_token: { type: string, minLength: 32, maxLength: 32 }, expires_in: { type: integer, enum: [900] },
    id: { type: string, pattern: '^TK-[0-9A-F]{12}$' }, at: { type: string, format: date-time } } } } } }
  400: { description: bad }
  401: { description: no }`;
  writeFileSync(file, JSON.stringify(described(answers, '/{realm}/token')));
  const { code, output } = await derive([file], out);
  expect(code, output).toBe(0);
  const contract = join(out, 'contracts/acme/contract.yaml');
  expect(output).toContain('To decide: 1.');
  writeFileSync(contract, readFileSync(contract, 'utf8').replace(/x-todo:\n(?: .*\n)+/, ''));
  const environment = join(out, 'environment.yaml');
  const credentials = '{ clientId: made-up-client, clientSecret: made-up-secret-1234, realm: shop }';
  writeFileSync(environment, `kind: mock\nproviders:\n  acme:\n    credentials: ${credentials}\n`);
  const { verdict, clauses } = await runServed(contractOf('acme', join(out, 'contracts')), environment);
  expect(clauses.filter(({ effect }) => effect !== 'none').map(({ id }) => id)).toEqual([]);
  expect(verdict).toBe('conforms');
});
