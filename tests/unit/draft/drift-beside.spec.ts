/** What a page says that no schema holds, compared as its other facts are. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pageFacts } from '../../../src/draft/drift/beside.ts';
import { changesSince } from '../../../src/draft/drift/compare.ts';
import { pageRow, recordedOf } from '../../../src/draft/drift/decisions.ts';
import type { DeriveOptions, Page } from '../../../src/draft/facts/input.ts';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { clearedFacts, gateOfPages } from '../../../src/draft/read/cleared.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import type { Json } from '../../../src/formats/json.ts';
import { described, page } from '../../support/described.ts';

const timed = (form: string): Page => ({
  format: 'markdown',
  base: 'page.md',
  text: `# Token\n\nPOST https://a.test/token\n\n## Header\n\n| Header | M/O | Description |\n|---|---|---|
| X-TIMESTAMP | M | ${form} |\n| X-CLIENT-KEY | M | Client id |
| X-SIGNATURE | M | SHA256withRSA(privateKey, X-CLIENT-KEY\\|X-TIMESTAMP), base64 |\n`,
});

const since = async (before: Page, after: Page, options: DeriveOptions = {}): Promise<string[]> => {
  const { facts } = pageRow(await factsOf(before, options), undefined);
  return changesSince(pageFacts(await factsOf(after, options)), facts, new Map()).map(({ fact }) => fact);
};

const withLife = (unit: string, more = ''): Page =>
  page(
    described(`
responses: { 200: { description: ok, content: { application/json: { schema: { required: [token, ttl], properties: {
  token: { type: string }, ttl: { type: integer, description: ${unit} } } } } } } }
${more}`),
  );

test('drift: the form of a timestamp, the unit of a lifetime and authentication that is open are compared', async () => {
  const before = timed('yyyy-MM-ddTHH:mm:ssXXX');
  expect(await since(before, before)).toEqual([]);
  expect(await since(before, timed('yyyy-MM-ddTHH:mm:ss.SSSXXX'))).toEqual(['signature timestamp']);
  expect(await since(withLife('in minutes'), withLife('in seconds'))).toEqual(['lifetime unit']);
  const cookie = (name: string): Page =>
    withLife(
      'in seconds',
      `security: [ { way: [] } ]\ncomponents: { securitySchemes: { way: { type: apiKey, in: cookie, name: ${name} } } }`,
    );
  expect(await since(cookie('sid'), cookie('session'))).toEqual(['authentication']);
});

test('drift: a record that an earlier form of derive wrote holds none of it, and finds no change', async () => {
  const facts = await factsOf(withLife('in minutes'));
  const earlier = Object.fromEntries([...flatten(facts)].map(([key, { value }]): [string, Json] => [key, value]));
  expect(changesSince(pageFacts(facts), earlier, new Map())).toEqual([]);
});

test('drift: what a page has of a secret is the same whichever other secrets are known, and as an earlier form recorded it', async () => {
  const secret = 'Zk8s9QpL2mN4vR7tY1wB6';
  const facts = await factsOf(withLife('in seconds', `servers: [ { url: 'https://acme.test/${secret}' } ]`));
  const known = { ACME_CLIENT_SECRET: secret };
  const alone = clearedFacts(facts, gateOfPages(known));
  // One of another provider, and one that is new in each session of a shell.
  const besides = [{ OTHER_CLIENT_SECRET: 'Qm7fT2xW9bH4nL6cV8dR3' }, { RUN: 'Zt6Qw9-Kd4Wz1Rb6Ty3Np8Lx' }].map((other) =>
    pageFacts(clearedFacts(facts, gateOfPages({ ...known, ...other }))),
  );
  const { facts: then } = pageRow(alone, undefined);
  expect(JSON.stringify(then)).toContain('https://acme.test/‹secret ACME_CLIENT_SECRET: 21 characters›');
  for (const beside of besides) expect(changesSince(beside, then, new Map())).toEqual([]);
  const file = test.info().outputPath('contract.yaml');
  const hashed = JSON.stringify({ decisions: [], page: { facts: then } }).replaceAll(
    'characters›',
    'characters, hash 0a1b2c3d›',
  );
  writeFileSync(join(dirname(file), 'decisions.yaml'), hashed);
  const recorded = recordedOf({ file, provider: 'acme' }).page?.facts ?? {};
  for (const beside of besides) expect(changesSince(beside, recorded, new Map())).toEqual([]);
});

test('drift: a limit allows more or less than before, whether it is itself within or not; what is no limit tells neither', async () => {
  const effects = (keyword: string): string[] =>
    (
      [
        [1, 2],
        [2, 1],
        [1, undefined],
        [undefined, 1],
      ] as const
    ).map(([before, after]) => {
      const fact = `200 /ttl ${keyword}`;
      const page = new Map(after === undefined ? [] : [[fact, { value: after, at: 'page' }]]);
      return changesSince(page, before === undefined ? {} : { [fact]: before }, new Map())[0]?.effect ?? 'no change';
    });
  for (const most of ['maxLength', 'maximum', 'exclusiveMaximum'])
    expect(effects(most), most).toEqual(['allows more', 'allows less', 'allows more', 'allows less']);
  for (const least of ['minLength', 'minimum', 'exclusiveMinimum'])
    expect(effects(least), least).toEqual(['allows less', 'allows more', 'allows more', 'allows less']);
  expect(changesSince(new Map(), { 'scope constructor': true }, new Map())[0]?.effect).toBe('');
});

test('drift: the scopes that an operation wants, and a body that is no object, are compared', async () => {
  const api = (scope: string, type: string): Page => {
    const whole = described(`
security: [ { o: [${scope}] } ]
operation: { security: [] }`);
    const items = { $ref: '#/components/schemas/Rate' };
    const schemas = { Rate: { type: 'object', description: type, properties: { title: { type } } } };
    const flows = { clientCredentials: { tokenUrl: 'https://api.acme.test/oauth/token', scopes: {} } };
    const list = { 200: { description: 'ok', content: { 'application/json': { schema: { type: 'array', items } } } } };
    return page({
      ...whole,
      paths: { ...(whole['paths'] as { [path: string]: Json }), '/rates': { get: { responses: list } } },
      components: { schemas, securitySchemes: { o: { type: 'oauth2', flows } } },
    });
  };
  const options = { operation: 'POST /oauth/token', with: ['GET /rates'] };
  const before = api('rates', 'number');
  expect(await since(before, before, options)).toEqual([]);
  expect(await since(before, api('rates, more', 'number'), options)).toEqual(['GET /rates: security scopes']);
  expect(await since(before, api('rates', 'string'), options)).toEqual(['GET /rates: 200 body']);
  // A record of an earlier form has neither.
  const { facts } = pageRow(await factsOf(before, options), undefined);
  const earlier = Object.fromEntries(Object.entries(facts).filter(([fact]) => !/scopes$|body$/.test(fact)));
  expect(changesSince(pageFacts(await factsOf(api('more', 'string'), options)), earlier, new Map())).toEqual([]);
});
