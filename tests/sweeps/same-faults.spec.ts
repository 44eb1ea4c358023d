/** What the doctor calls a fault keeps a run from sending anything, and nothing else does. */
import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../proof/run.ts';
import { InputError } from '../../src/contract/problems.ts';
import { examine } from '../../src/doctor/doctor.ts';
import { selectTargets } from '../../src/playwright/selection.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { mintAuthority } from '../support/certificates.ts';
import { newFolder } from '../support/folders.ts';
import { rsaKey } from '../support/keys.ts';
import { deadPort } from '../support/network.ts';

const canary = 'canary secret/of+the@client';
const day = 86_400_000;

const sealedBy = (passphrase: string): string =>
  createPrivateKey(rsaKey).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();

interface Written {
  kind?: string;
  provider?: 'singapay' | 'finnet' | 'pyng';
  credentials?: string;
  rest?: string;
}

/** What a run is refused for, and what the doctor calls a fault and what a warning, of one target. */
async function examined(
  given: Record<string, string>,
  written: Written = {},
): Promise<{ run: string[]; doctor: string[]; warnings: string[] }> {
  const { kind = 'sandbox', provider = 'singapay', rest = '' } = written;
  const { credentials = 'partnerId: $PARTNER, clientId: $CLIENT, clientSecret: $SECRET' } = written;
  const file = join(newFolder('same-faults'), 'here.yaml');
  const address = `http://127.0.0.1:${await deadPort()}`;
  writeFileSync(
    file,
    `kind: ${kind}\nproviders:\n  ${provider}:\n    baseUrl: ${address}\n    credentials: { ${credentials} }\n${rest}`,
  );
  const variables = { TARGET_ENV: file, PARTNER: 'partner', CLIENT: 'client-five', SECRET: canary, ...given };
  let run: string[] = [];
  try {
    selectTargets({ mode: 'run', projects: [`${provider}@here`] }, variables);
  } catch (error) {
    run = [...(error as { problems: string[] }).problems];
  }
  const environment = loadEnvironment(file, contracts);
  const found = await examine({ environment, contract: contractNamed(provider) }, variables, () =>
    Promise.reject(new Error('it has an address')),
  );
  const doctor = found.filter(({ state }) => state === 'fault').map(({ text }) => text);
  expect(JSON.stringify([run, found])).not.toContain(canary.slice(0, 12));
  const warnings = found.filter(({ state }) => state === 'warning').map(({ text }) => text);
  return { run, doctor, warnings };
}

/** What a run is refused for, and what the doctor calls a fault. */
async function said(...given: Parameters<typeof examined>): Promise<{ run: string[]; doctor: string[] }> {
  const { run, doctor } = await examined(...given);
  return { run, doctor };
}

const values: [value: string, fault: string | null][] = [
  [`${canary}\n`, 'ends with a line break, as a file or an echo does'],
  [`${canary}\r\n`, 'ends with a line break, as a file or an echo does'],
  ['\n', 'ends with a line break, as a file or an echo does'],
  [`${canary} `, 'begins or ends with white space'],
  [`\uFEFF${canary}`, 'begins or ends with white space'],
  [`${canary}\n${canary}`, 'holds a line break'],
  [`${canary}\u0007x`, 'holds a control character'],
  [`${canary}\u00a0`, 'begins or ends with white space'],
  [`${canary}\f`, 'begins or ends with white space'],
  [`${canary}\u200b`, 'holds a character that nobody sees'],
  [`'${canary}'`, 'is in quotes, which become part of it'],
  ['<secret>', 'is a placeholder; put in the value that the provider issued'],
  [canary, null],
  [`"${canary}" of <us>`, null],
];

test('a value that cannot be meant is one fault to both, with line and variable', async () => {
  for (const [value, fault] of values)
    for (const [name, credential] of [
      ['CLIENT', 'clientId'],
      ['SECRET', 'clientSecret'],
    ] as const) {
      const { run, doctor } = await said({ [name]: value });
      const remedy = fault?.includes(';') ? '' : '; write only the value itself';
      const text = `here.yaml:5: ${credential} (variable ${name}) ${fault}${remedy}`;
      expect(run, JSON.stringify(value)).toEqual(fault === null ? [] : [expect.stringContaining(text)]);
      expect(doctor).toEqual(run);
    }
});

test('so is one that the file holds itself, and an item of a list', async () => {
  const literal = await said({}, { credentials: 'partnerId: "partner\\n", clientId: $CLIENT, clientSecret: $SECRET' });
  expect(literal.run).toEqual([expect.stringMatching(/here\.yaml:5: partnerId ends with a line break/)]);
  expect(literal.doctor).toEqual(literal.run);
  const credentials = 'username: user, password: $SECRET, scopes: [one, $SCOPE]';
  const item = await said({ SCOPE: 'two ' }, { provider: 'pyng', credentials });
  expect(item.run).toEqual([
    expect.stringMatching(/here\.yaml:5: scopes \(variable SCOPE\) begins or ends with white/),
  ]);
  expect(item.doctor).toEqual(item.run);
});

test('faults of one file are listed by line', async () => {
  const credentials = '\n      clientSecret: $C,\n      partnerId: $A,\n      clientId: $B\n   ';
  const { run, doctor } = await said({}, { credentials, rest: '    tls: { ca: $D }\n' });
  const lines = run.map((text) => Number(/here\.yaml:(\d+): /.exec(text)?.[1]));
  expect(lines).toHaveLength(4);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  expect(doctor).toEqual(run);
  const [url, other] = ['a.yaml:44: x', 'b.yaml:1: x'];
  expect(new InputError('title', [url, other, 'no place', 'a.yaml:5: y']).problems).toEqual([
    'a.yaml:5: y',
    other,
    'no place',
    url,
  ]);
});

test('a short secret warns of how it is masked; an empty or wrong one is its fault alone', async () => {
  for (const [value, warning] of [
    ['', null],
    ['todo', null],
    ['abc', 'SECRET has only 3 characters: it is not masked in reports'],
    ['abcdefg', 'SECRET has only 7 characters: reports mask it only where it stands whole'],
  ] as const)
    expect((await examined({ SECRET: value })).warnings, value).toEqual(warning === null ? [] : [warning]);
});

test('a mock may be given what looks like a placeholder', async () => {
  expect(await said({ SECRET: 'changeme' }, { kind: 'mock' })).toEqual({ run: [], doctor: [] });
  expect((await said({ SECRET: 'changeme\n' }, { kind: 'mock' })).run).toHaveLength(1);
});

test('a key and a certificate may have lines, and a passphrase what opens the key', async () => {
  const written: Written = {
    provider: 'finnet',
    credentials: 'clientKey: $CLIENT, privateKey: $KEY, passphrase: $PHRASE',
  };
  expect(await said({ KEY: `${rsaKey}\n`, PHRASE: '<none>' }, written)).toEqual({ run: [], doctor: [] });
  expect(await said({ KEY: sealedBy(' two words '), PHRASE: ' two words ' }, written)).toEqual({ run: [], doctor: [] });
  const none = await said({ KEY: sealedBy('two words') }, written);
  expect(none.run).toEqual([expect.stringMatching(/no passphrase is given; set PHRASE in the shell or in \.env$/)]);
  const unwritten = await said(
    { KEY: sealedBy('x') },
    { ...written, credentials: 'clientKey: $CLIENT, privateKey: $KEY' },
  );
  expect(unwritten.run).toEqual([
    expect.stringMatching(/given; write passphrase: \$NAME beside it in the environment/),
  ]);
  const nowhere = await said({ KEY: './no-such-key.pem' }, written);
  expect(nowhere.run).toEqual([
    expect.stringMatching(/file that exists; correct the path, or give the whole text from/),
  ]);
  const closed = await said({ KEY: sealedBy('two words'), PHRASE: 'two words\n' }, written);
  expect(closed.run).toEqual([
    expect.stringMatching(
      /:5: privateKey \(variable KEY\) is encrypted, and the passphrase does not open it; set PHRASE to the/,
    ),
    expect.stringMatching(/:5: passphrase \(variable PHRASE\) ends with a line break/),
  ]);
  expect(closed.doctor).toEqual(closed.run);
});

test('lines of PEM are taken where they can be sent, and not in a header', async () => {
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from('x'.repeat(60)).toString('base64')}\n-----END PUBLIC KEY-----\n`;
  expect(await said({ CLIENT: pem })).toEqual({ run: [], doctor: [] });
  const header = await said({ PARTNER: pem });
  expect(header.run).toEqual([expect.stringMatching(/partnerId \(variable PARTNER\) ends with a line break/)]);
  expect(header.doctor).toEqual(header.run);
});

test('a client certificate that is past or before its time is one; one that lies beside a key that signs is none', async () => {
  const authority = mintAuthority();
  const issue = (from: number, to: number) =>
    authority.issue({
      commonName: 'client',
      usage: 'client',
      notBefore: new Date(Date.now() + from * day),
      notAfter: new Date(Date.now() + to * day),
    });
  const rest = '    tls: { cert: $CERT, key: $KEY, passphrase: $PHRASE }\n';
  for (const [pair, fault] of [
    [issue(-9, -2), /:6: tls\.cert has expired, on \d{4}-\d\d-\d\d; ask its authority for a new one/],
    [issue(2, 9), /:6: tls\.cert is not valid before \d{4}-\d\d-\d\d; /],
    [issue(-2, 9), null],
  ] as const) {
    const { run, doctor } = await said({ CERT: pair.cert, KEY: `${pair.key}\n`, PHRASE: 'unused ' }, { rest });
    expect(run).toEqual(fault === null ? [] : [expect.stringMatching(fault)]);
    expect(doctor).toEqual(run);
  }
  const closed = await said({ CERT: issue(-2, 9).cert, KEY: sealedBy('two words'), PHRASE: 'two words\n' }, { rest });
  expect(closed.run).toEqual([
    expect.stringMatching(/:6: tls\.key is encrypted, and the passphrase does not open it; set PHRASE to/),
    expect.stringMatching(/:6: tls\.passphrase ends with a line break/),
  ]);
  expect(closed.doctor).toEqual(closed.run);
  const old = issue(-9, -2);
  const signing = { provider: 'finnet', credentials: 'clientKey: $CLIENT, privateKey: $KEY' } as const;
  expect(await said({ KEY: `${old.key}\n${old.cert}` }, signing)).toEqual({ run: [], doctor: [] });
});
