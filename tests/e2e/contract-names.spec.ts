/** Names that every object has are names like any other; so are members whose names a JSON pointer has to escape. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { withVerdict } from '../../proof/run.ts';
import { providerNames } from '../../src/contract/load.ts';
import { rejudge } from '../../src/results/rejudge-target.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { exampleContract, runServed } from '../support/example.ts';
import { newFolder } from '../support/folders.ts';
import { changedExample, subject } from '../support/variant.ts';

test('a provider called constructor is loaded, configured and run', async () => {
  const example = changedExample('constructor');
  const result = await runServed(example.load(), join(example.folder, 'environment.yaml'), {
    select: ({ gate }) => gate,
  });
  expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
  expect(result.verdict).toBe('conforms');
});

test('an environment without it, a waiver and a variable of such a name are reported with their lines', () => {
  const example = changedExample('constructor');
  const contracts = { constructor: example.load() };
  const folder = newFolder('names');
  const environment = (text: string): string => {
    const file = join(folder, 'here.yaml');
    writeFileSync(file, text);
    return file;
  };
  const known = { [subject]: exampleContract(subject) };
  const filled = `kind: mock\nproviders:\n  ${subject}:\n    credentials: { apiKey: k, clientId: a, clientSecret: $toString }\n`;
  const loaded = loadEnvironment(environment(filled), known);
  expect(() => resolveTarget(loaded, contracts.constructor, {})).toThrow(/constructor@here is not configured/);
  expect(() => resolveTarget(loaded, exampleContract(subject), {})).toThrow(
    /here\.yaml:4: .*@here needs the variable toString/,
  );
  expect(() => loadEnvironment(environment(filled.replace(`${subject}:`, 'constructor:')), known)).toThrow(
    /here\.yaml:3: no provider "constructor"; there is: /,
  );
  const waived = `${filled}waivers:\n  - provider: constructor\n    clause: ${subject}-json\n    reason: None.\n    owner: someone\n    until: 2099-01-01\n`;
  expect(() => loadEnvironment(environment(waived), known)).toThrow(
    /here\.yaml:6: the waiver names no provider: "constructor"/,
  );
});

test('a credential, a source and a refusal of such names work, and are missed where they are not', async () => {
  const example = changedExample()
    .replace('  clientSecret:\n', '  toString:\n')
    .replace('credential: clientSecret', 'credential: toString')
    .replace('  payments:\n    title', '  valueOf:\n    title')
    .replace('source: payments', 'source: valueOf', { all: true })
    .replace('  token:\n    statement', '  hasOwnProperty:\n    statement')
    .replace('refusal: token', 'refusal: hasOwnProperty')
    .replace('clientSecret:', 'toString:', { file: 'environment.yaml' });
  for (const name of ['payment-request', 'payment', 'payments', 'payment-refused'])
    example.replace('source: payments', 'source: valueOf', {
      file: `contracts/EXAMPLE/${name}.schema.yaml`,
      all: true,
    });
  example.replace('source: payments', 'source: valueOf', { file: 'specs/EXAMPLE.openapi.yaml', all: true });
  const result = await runServed(example.load(), join(example.folder, 'environment.yaml'));
  expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
  const plain = changedExample()
    .replace('credential: clientSecret', 'credential: toString')
    .replace('source: payments', 'source: valueOf')
    .replace('refusal: token', 'refusal: hasOwnProperty')
    .replace('{ auth: bearer, break', '{ auth: constructor, break');
  const said = plain.problems();
  expect(said).toContain('credential "toString" is not under credentials');
  expect(said).toContain('source "valueOf" is not under sources');
  expect(said).toContain('refusal "hasOwnProperty" is not under refusals');
  expect(said).toContain('has no auth "constructor"');
});

test('an operation called so, and a provider called like the own tests, are refused with one message', () => {
  const example = changedExample()
    .replace('  createPayment:\n', '  constructor:\n')
    .replace('createPayment', 'constructor', { all: true })
    .replace('operationId: createPayment', 'operationId: constructor', { file: 'specs/EXAMPLE.openapi.yaml' });
  expect(example.problems()).toBe(
    `The contract of EXAMPLE does not load:\n  - ${relative(process.cwd(), example.folder)}/contracts/EXAMPLE/contract.yaml:${example.lineOf('  constructor:')}: every object has a member "constructor"; give the operation another operationId`,
  );
  expect(changedExample('unit').problems()).toContain(
    'a Playwright project of the configuration that is no target has that name',
  );
});

test('a folder beside the providers is left out, or said where it holds contract files', () => {
  const folder = newFolder('providers');
  for (const name of ['.git', 'formats', 'notes', 'pay']) mkdirSync(join(folder, name));
  for (const file of ['.git/a.yaml', 'formats/a.json', 'notes/read.md', 'pay/contract.yaml', 'stray.yaml'])
    writeFileSync(join(folder, file), 'a: 1\n');
  expect(providerNames(folder)).toEqual(['pay']);
  mkdirSync(join(folder, 'lost'));
  writeFileSync(join(folder, 'lost/contract.yml'), 'a: 1\n');
  expect(() => providerNames(folder)).toThrow(/lost: it holds no file called contract\.yaml/);
});

test('members whose names hold a slash or a tilde are loaded, served, checked, redacted and judged again', async () => {
  const example = changedExample();
  const granted = 'contracts/EXAMPLE/granted.schema.yaml';
  example
    .replace('  value: /access_token\n', '  value: /oauth~1access_token\n')
    .replace('  lifetime: /expires_in\n', '  lifetime: /expires~0in\n')
    .replace('access_token', 'oauth/access_token', { file: granted, all: true })
    .replace('expires_in', 'expires~in', { file: granted, all: true })
    .replace(
      '          /error:\n            const: invalid_client',
      '          /oauth~1error:\n            const: invalid_client',
    )
    .replace(
      '          /error:\n            const: invalid_request',
      '          /oauth~1error:\n            const: invalid_request',
      { all: true },
    )
    .replace('          /access_token:\n', '          /oauth~1access_token:\n')
    .replace('error', 'oauth/error', { file: 'contracts/EXAMPLE/refused.schema.yaml' })
    .replace('  error:', '  oauth/error:', { file: 'contracts/EXAMPLE/refused.schema.yaml' });
  const contract = example.load();
  const file = join(example.folder, 'environment.yaml');
  const result = await runServed(contract, file);
  expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
  const [control] = result.exchanges;
  expect(control?.response?.redacted.map(({ pointer }) => pointer)).toEqual(['/oauth~1access_token']);
  expect(control?.response?.body.text).not.toContain('eyJ');
  const meta = metaOf(contract, loadEnvironment(file, { [subject]: contract }));
  const again = rejudge(structuredClone(result), contract, meta, '2026-01-02');
  expect(again.clauses.map(({ id, verdict }) => [id, verdict])).toEqual(
    result.clauses.map(({ id, verdict }) => [id, verdict]),
  );
});

const servers: [title: string, written: string, urls: string[] | RegExp][] = [
  ['a relative server names no host', '  - url: /v1', []],
  ['no server at all', '', []],
  ['a relative server beside an absolute one', '  - url: v1\n  - url: https://a.example', ['https://a.example']],
  [
    'a template means each of its values',
    '  - url: https://{host}.example/{v}\n    variables: { host: { default: a, enum: [a, b] }, v: { default: v1 } }',
    ['https://a.example/v1', 'https://b.example/v1'],
  ],
  [
    'a relative server of production',
    '  - url: /v1\n    x-production: true',
    /openapi\.yaml:\d+: the server "\/v1" is relative: a production server must name its host/,
  ],
  [
    'a variable without a value',
    '  - url: https://{host}/v1',
    /the server "https:\/\/\{host\}\/v1" has no default for its variable "host"/,
  ],
  [
    'a variable of a name that every object has',
    '  - url: https://{constructor}/v1\n    variables: {}',
    /no default for its variable "constructor"/,
  ],
  ['what is no address', '  - url: "https://"', /the server "https:\/\/" is not an http or https address/],
  ['another scheme', '  - url: ftp://a.example', /the server "ftp:\/\/a\.example" is not an http or https address/],
];

for (const [title, written, wanted] of servers) {
  test(`servers of an OpenAPI file: ${title}`, () => {
    const example = changedExample().replace(
      'servers:\n  - url: https://api.EXAMPLE.example',
      written === '' ? 'x-none: true' : `servers:\n${written}`,
      { file: 'specs/EXAMPLE.openapi.yaml' },
    );
    if (wanted instanceof RegExp) expect(example.problems()).toMatch(wanted);
    else expect(example.load().servers.map(({ url }) => url)).toEqual(wanted);
  });
}

test('a host of production that one path alone is served at guards like any other', () => {
  const example = changedExample().replace(
    '  /payments:\n',
    '  /payments:\n    servers: [{ url: https://live.another.example, x-production: true }]\n',
    { file: 'specs/EXAMPLE.openapi.yaml' },
  );
  expect(example.load().servers).toContainEqual({
    url: 'https://live.another.example',
    description: '',
    production: true,
  });
});
