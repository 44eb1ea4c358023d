/** A draft of a page with limits, of which words name one end alone, conforms at the mock and sees a server that looks at none. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { missedParts } from '../../proof/credentials.ts';
import { laxLimits } from '../../proof/lax-limits.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { table } from '../support/draft.ts';
import { runServed } from '../support/example.ts';
import { newFolder } from '../support/folders.ts';
import { runHere } from '../support/here.ts';
import { raised } from '../support/lax.ts';

const page = `# Token\n\nPOST https://api.quoll.test/token\n\n## Headers\n\n${table('Header | Type | Mandatory | Description', 'X-Site | string (4-12) | yes | Your site')}## Request body (\`application/json\`)\n\n${table(
  'Name | Type | Mandatory | Value',
  'grant_type | string | yes | `client_credentials`',
  'client_id | string (6-20) | yes | ',
  'client_secret | string (12-80) | yes | ',
)}## Response 200\n\n${table('Name | Type | Mandatory', 'access_token | string | yes', 'expires_in | integer | yes')}## Errors\n\n${table('HTTP | Meaning', '422 | X-Site, client_id or client_secret is too long, or a field is missing', '400 | Malformed JSON', '401 | Wrong client id or secret')}`;

test('each end of a length is refused by the mock, and a server that does not look at it is seen', async () => {
  const folder = newFolder('drafted-limits');
  writeFileSync(join(folder, 'page.md'), page);
  const { code } = await runHere('derive', [join(folder, 'page.md'), '--provider', 'quoll', '--out', folder]);
  const file = join(folder, 'contracts/quoll/contract.yaml');
  const text = readFileSync(file, 'utf8');
  expect([code, text]).toEqual([0, expect.stringMatching(/client_id or client_secret\s+or X-Site too short/)]);
  writeFileSync(file, text.replace(/^x-todo:\n(?: {2}.*\n)+/m, ''));
  const contract = contractOf('quoll', dirname(dirname(file)));
  const environment = join(folder, 'environments/mock.yaml');
  mkdirSync(dirname(environment));
  const values = { site: 'north', clientId: 'MockClient7', clientSecret: 'ThrowAwayOfQuoll5' };
  writeFileSync(environment, `kind: mock\nproviders:\n  quoll:\n    credentials: ${JSON.stringify(values)}\n`);
  const result = await runServed(contract, environment);
  expect(raised(result)).toEqual({});
  const parts = laxLimits(contract).map(({ part }) => part);
  expect(parts).toEqual(
    expect.arrayContaining(['X-Site too-long', 'X-Site too-short', 'client_id too-long', 'client_secret too-short']),
  );
  expect(await missedParts(contract, environment, laxLimits)).toEqual({ total: parts.length, missed: [] });
});
