/** Signatures and credentials that a page states: they are drafted whole, load, and conform at the mock served from the draft. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readPage } from '../../src/draft/page/text/source.ts';
import { factsOf } from '../../src/draft/read/derive.ts';
import { draftOf } from '../../src/draft/write/files/draft.ts';
import type { JsonObject } from '../../src/formats/json.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { writeDraft } from '../support/draft.ts';
import { exampleContract, exampleNames, examples, runServed } from '../support/example.ts';
import { newFolder } from '../support/folders.ts';
import { rsaKey } from '../support/keys.ts';
import { raised } from '../support/lax.ts';

const pages = 'tests/fixtures/pages/auth';
const origin = { provider: 'osprey', url: 'https://osprey.test/docs', read: '2026-01-02' };
const file = 'contracts/osprey/contract.yaml';

/** The certificate of the one example that has one. */
function tlsOfExample(): object {
  const [name = ''] = exampleNames.filter((one) =>
    exampleContract(one).operation.control.auth.some(({ mechanism }) => mechanism === 'mutual-tls'),
  );
  const environment = loadEnvironment(join(examples, name, 'environment.yaml'), { [name]: exampleContract(name) });
  return environment.providers[name]?.tls ?? {};
}

const cases: Record<string, { control: Record<string, unknown>; settings: () => object }> = {
  'hmac.md': {
    control: {
      auth: {
        mechanism: 'signature',
        header: 'X-SIGN',
        algorithm: 'hmac-sha512',
        encoding: 'base64',
        key: { credential: 'clientSecret' },
        over: '{method}:{path}:{sha256(minified body)|hex|lower}:{header:X-TIMESTAMP}',
        timestamp: { header: 'X-TIMESTAMP', form: "yyyy-MM-dd'T'HH:mm:ssXXX", zone: '+07:00' },
      },
      headers: { 'X-CLIENT-ID': { credential: 'clientId' } },
    },
    settings: () => ({ credentials: { clientId: 'client-1234567', clientSecret: 'throw-away-secret-1' } }),
  },
  'assertion.md': {
    control: {
      auth: {
        mechanism: 'private-key-jwt',
        algorithm: 'RS256',
        key: { credential: 'privateKey' },
        client: 'clientId',
        audience: 'audience',
      },
      body: { grant_type: 'client_credentials' },
    },
    settings: () => ({
      credentials: { clientId: 'client-1234567', audience: 'https://api.asserted.test', privateKey: rsaKey },
    }),
  },
  'mutual-tls.openapi.yaml': {
    control: {
      auth: { mechanism: 'mutual-tls' },
      body: { grant_type: 'client_credentials', client_id: { credential: 'clientId' } },
    },
    settings: () => ({ credentials: { clientId: 'client-1234567' }, tls: tlsOfExample() }),
  },
};

/** The files of a draft in a folder, and the run of it at the mock; `open` are the questions that it may leave. */
async function conforms(draft: ReturnType<typeof draftOf>, settings: object, open: string[]): Promise<void> {
  const contract = draft[file] as JsonObject;
  const left = Object.keys(contract['x-todo'] ?? {});
  expect(left.filter((id) => !open.includes(id))).toEqual([]);
  delete contract['x-todo'];
  const folder = newFolder('draft');
  writeDraft(folder, draft);
  const environment = join(folder, 'environment.yaml');
  writeFileSync(environment, JSON.stringify({ kind: 'mock', providers: { osprey: settings } }));
  const result = await runServed(contractOf('osprey', join(folder, 'contracts')), environment);
  expect(raised(result)).toEqual({});
  expect(result.verdict).toBe('conforms');
}

for (const [page, { control, settings }] of Object.entries(cases))
  test(`${page}: drafted without a question about authentication, and conforms`, async () => {
    const draft = draftOf(await factsOf(await readPage(join(pages, page))), origin);
    expect(draft[file]?.['control']).toMatchObject(control);
    // The media type of the answers is all that these pages may leave open.
    await conforms(draft, settings(), ['osprey-answer-media-type']);
  });

test('a transaction of BI SNAP: its headers and its signature are drafted, and it conforms', async () => {
  const facts = await factsOf(await readPage(join(pages, 'snap.openapi.yaml')), { with: ['balanceInquiry'] });
  const draft = draftOf(facts, origin);
  expect(draft[file]?.['control']).toMatchObject({ auth: { mechanism: 'snap-signature' } });
  expect(draft[file]?.['operations']).toMatchObject({
    balanceInquiry: {
      auth: [
        { mechanism: 'bearer' },
        {
          mechanism: 'signature',
          header: 'X-SIGNATURE',
          algorithm: 'hmac-sha512',
          encoding: 'base64',
          over: '{method}:{path}:{token}:{sha256(minified body)|hex|lower}:{header:X-TIMESTAMP}',
          timestamp: { header: 'X-TIMESTAMP', form: "yyyy-MM-dd'T'HH:mm:ssXXX", zone: '+07:00' },
        },
      ],
      headers: { 'X-EXTERNAL-ID': { unique: 'digits', length: 36 } },
    },
  });
  const credentials = {
    ...{ clientKey: 'client-key-1234567', privateKey: rsaKey, clientSecret: 'throw-away-secret-1' },
    ...{ xPartnerId: 'partner-1', partnerId: 'partner-1', channelId: '95221' },
  };
  const known = Object.keys(draft[file]?.['credentials'] ?? {});
  const given = Object.fromEntries(Object.entries(credentials).filter(([name]) => known.includes(name)));
  // How the request for a token is signed the page leaves to the standard that it names.
  await conforms(draft, { credentials: given }, ['osprey-left-to-bi-snap']);
});

test('a transaction of which nothing says how it is signed stays a question', async () => {
  const page = await readPage(join(pages, 'snap.openapi.yaml'));
  const text = page.text.replace(/ {6}description: Symmetric.*\n/, '');
  const draft = draftOf(await factsOf({ ...page, text }, { with: ['balanceInquiry'] }), origin);
  expect(Object.values(draft[file]?.['x-todo'] ?? {}).join()).toContain('a signature: X-SIGNATURE');
  expect(JSON.stringify(draft[file]?.['operations'])).not.toContain('SIGNATURE');
});
