/** Certificates are verified whatever the environment says, and a run that is asked not to refuses to start. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Authority, Identity } from '../../../mock/certificates.ts';
import { type Mock, startMock } from '../../../mock/server.ts';
import { readClientIdentity } from '../../../src/target/keys.ts';
import { verificationFaults } from '../../../src/target/verification.ts';
import { mintAuthority } from '../../support/certificates.ts';
import { newFolder } from '../../support/folders.ts';
import { mockTarget, sendControl } from '../../support/network.ts';

const { credentials } = mockTarget('singapay');
const good = { P: credentials['partnerId'], I: credentials['clientId'], S: credentials['clientSecret'] };
const _variables = Object.fromEntries(Object.entries(good).map(([name, found]) => [name, String(found?.value)]));

let folder = '';
let mock: Mock;
/** Minted when the first test needs it: the process that lists the tests needs none. */
let authority: Authority;
let server: Identity;
test.beforeAll(() => {
  authority = mintAuthority();
  server = authority.issue({ commonName: 'localhost', usage: 'server', altNames: ['127.0.0.1'] });
});
test.beforeEach(async () => {
  folder = newFolder('verification');
  mock = await startMock({ tls: server });
  writeFileSync(
    join(folder, 'self-signed.yaml'),
    `kind: sandbox\nproviders:\n  singapay:\n    baseUrl: ${mock.url}\n    credentials: { partnerId: $P, clientId: $I, clientSecret: $S }\n`,
  );
});
test.afterEach(() => mock.close());

test('the way itself verifies, where the environment changes after the start', async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    const exchange = await sendControl(mock.url);
    expect(exchange.trouble?.cause).toMatch(/unknown authority/);
    const { port } = new URL(mock.url);
    const proxy = {
      protocol: 'https:' as const,
      hostname: '127.0.0.1',
      port: Number(port),
      authorization: 'Basic eA==',
    };
    const through = await sendControl('https://provider.test', {
      proxy: { ...proxy, variable: 'HTTPS_PROXY', secrets: [] },
    });
    expect(through.trouble?.cause).toMatch(/the proxy 127\.0\.0\.1:\d+ cannot be reached/);
    expect(mock.requests).toBe(0);
  } finally {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  }
});

test('what weakens the verification is named, what does not is let through', () => {
  const faults = (name: string, value: string): string => verificationFaults({ [name]: value }, []).join('\n');
  for (const value of ['0', ' 0 ', '00', 'false', 'no', 'off'])
    expect(faults('NODE_TLS_REJECT_UNAUTHORIZED', value)).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
  for (const value of ['', '1', 'true']) expect(faults('NODE_TLS_REJECT_UNAUTHORIZED', value)).toBe('');
  const weak = [
    '--insecure-http-parser',
    '--insecure_http_parser',
    '--tls-min-v1.0',
    '--tls-min-v1.1',
    '--tls-keylog=keys.txt',
    '--tls-keylog keys.txt',
    '"--tls-cipher-list=DEFAULT:@SECLEVEL=0"',
    '--tls-cipher-list eNULL',
    '--security-revert=CVE-2023-46809',
  ];
  for (const option of weak) {
    const found = faults('NODE_OPTIONS', `--max-old-space-size=400 ${option}`);
    expect(found, option).toContain(option.replaceAll('"', '').replaceAll('_', '-').split(/[= ]/)[0]);
    expect(found).toContain('NODE_OPTIONS');
  }
  expect(verificationFaults({}, ['--import', 'tsx', '--insecure-http-parser']).join()).toContain('the command line');
  for (const option of [
    '--use-openssl-ca',
    '--use-system-ca',
    '--openssl-legacy-provider',
    '--tls-min-v1.3',
    '--inspect',
  ])
    expect(faults('NODE_OPTIONS', option), option).toBe('');
});

test('own authorities: tls.ca, NODE_EXTRA_CA_CERTS, and both at once', async () => {
  const stranger = mintAuthority('Stranger');
  const file = join(folder, 'extra.pem');
  writeFileSync(file, authority.cert);
  const sent = async (given: Parameters<typeof readClientIdentity>[0], file?: string): Promise<number | undefined> => {
    const { identity, faults } = readClientIdentity(given, file ? { file, known: false } : null);
    expect(faults).toEqual([]);
    return (await sendControl(`${mock.url}`, { tls: identity })).response?.status;
  };
  expect(await sent({ ca: file })).toBeDefined();
  expect(await sent({}, file)).toBeDefined();
  expect(await sent({ ca: stranger.cert }, file)).toBeDefined();
  expect(await sent({ ca: stranger.cert })).toBeUndefined();
  const missing = readClientIdentity({}, { file: join(folder, 'none.pem'), known: true }).faults;
  expect(missing).toMatchObject([{ name: 'NODE_EXTRA_CA_CERTS', fault: expect.stringContaining('file that exists') }]);
});
