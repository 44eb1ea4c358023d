/** Environment files: what they may say, and what is refused with file and line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Contract } from '../../../src/contract/types.ts';
import { catalogue } from '../../../src/judge/catalogue.ts';
import { selectTargets } from '../../../src/playwright/selection.ts';
import { environmentNames, loadEnvironment } from '../../../src/target/environment.ts';
import { onlyControlSent } from '../../../src/target/guard.ts';
import { resolveTarget, type Target } from '../../../src/target/target.ts';
import { newFolder } from '../../support/folders.ts';
import { rsaKey as pem } from '../../support/keys.ts';

const contracts = catalogue();
// A worker runs these once for each group of tests it is given, so the folder is made anew each time.
let folder = '';
test.beforeAll(() => {
  folder = newFolder('environments');
});

const example = readFileSync('.env.example', 'utf8');
const documented = [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name);

/** A well-formed value for every variable of .env.example. */
const filled = Object.fromEntries(
  documented
    .filter((name) => !/^(HTTPS_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS|ALLOW_PRODUCTION)$/.test(name))
    .map((name) => [
      name,
      name.endsWith('PRIVATE_KEY')
        ? pem
        : name.endsWith('BASE_URL')
          ? `https://${name.toLowerCase().replaceAll('_', '-')}.example`
          : `value-of-${name}`,
    ]),
);

function contractOf(provider: string): Contract {
  const contract = contracts[provider];
  if (!contract) throw new Error(`no provider ${provider}`);
  return contract;
}

let files = 0;

/** Resolves the one provider of an environment written here. */
function resolved(text: string, variables: Record<string, string> = {}, name = `one-${files++}`): Target {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, text);
  const environment = loadEnvironment(file, contracts);
  const [provider = ''] = Object.keys(environment.providers);
  return resolveTarget(environment, contractOf(provider), variables);
}

const singapay = (kind: string, baseUrl: string, rest = ''): string => `kind: ${kind}
providers:
  singapay:
    baseUrl: "${baseUrl}"
    credentials: { partnerId: $P, clientId: $I, clientSecret: $S }
${rest}`;
const variables = { P: 'partner', I: 'client', S: 'canary-secret' };

test('a misspelt key or name is refused with the one that was meant', () => {
  const good = `${singapay('sandbox', 'https://sandbox.example', 'strictness: page\n')}waivers:
  - { clause: singapay-method, provider: singapay, reason: known, owner: us, until: 2999-01-01 }
`;
  expect(resolved(good, variables).name).toMatch(/^singapay@/);
  const slips: [from: string, to: string, meant: string][] = [
    ['strictness', 'strictnes', 'strictness'],
    ['kind:', 'kid:', 'kind'],
    ['    baseUrl', '    baseurl', 'baseUrl'],
    ['    credentials', '    credentails', 'credentials'],
    ['credentials: {', 'pace: { persecond: 1 }\n    credentials: {', 'perSecond'],
    ['credentials: {', 'tls: { cret: x }\n    credentials: {', 'cert'],
    ['owner:', 'owners:', 'owner'],
    ['clientSecret', 'clientSecert', 'clientSecret'],
    ['  singapay:', '  singapya:', 'singapay'],
    ['provider: singapay', 'provider: singpay', 'singapay'],
    ['clause: singapay-method', 'clause: singapay-metod', 'singapay-method'],
  ];
  for (const [from, to, meant] of slips) {
    expect(good, from).toContain(from);
    expect(() => resolved(good.replace(from, to), variables), to).toThrow(
      new RegExp(`\\.yaml:\\d+: .*did you mean "${meant}"\\?`),
    );
  }
  expect(() => loadEnvironment('sandbx', contracts)).toThrow('did you mean "sandbox"?');
  expect(() => selectTargets({ mode: 'run', projects: ['finet'] }, {})).toThrow('did you mean "finnet"?');
});

test('every environment file loads, names its schema, and resolves from the variables of .env.example alone', () => {
  expect(environmentNames()).toEqual(['dev', 'mock', 'production', 'sandbox', 'staging']);
  const used = new Set<string>();
  for (const name of environmentNames()) {
    const environment = loadEnvironment(name, contracts);
    expect(environment.yaml.where([])).toMatch(/^environments\//);
    const text = readFileSync(environment.file, 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/formats\/environment\.schema\.json\n/);
    for (const [, variable = ''] of text.matchAll(/\$([A-Z][A-Z0-9_]+)/g)) used.add(variable);
    for (const provider of Object.keys(environment.providers))
      expect(resolveTarget(environment, contractOf(provider), filled).name).toBe(`${provider}@${name}`);
  }
  const general = [
    'TARGET_ENV',
    'CONFORMANCE_CONTRACTS',
    'CONFORMANCE_PROFILE',
    'CONFORMANCE_REPORT',
    'CONFORMANCE_WEBHOOK',
    'ALLOW_PRODUCTION',
    'HTTPS_PROXY',
    'NO_PROXY',
    'NODE_EXTRA_CA_CERTS',
  ];
  expect([...used, ...general].sort()).toEqual([...new Set(documented)].sort());
});

test('every host a page names is in an environment file, under its exact address', () => {
  const urls = environmentNames().flatMap((name) =>
    Object.values(loadEnvironment(name, contracts).providers).map(({ baseUrl }) => baseUrl),
  );
  const servers = Object.values(contracts).flatMap((contract) => contract.servers.map(({ url }) => url));
  const fixed = servers.filter((url) => !url.includes('{') && !url.includes('sample.'));
  expect(fixed.length).toBe(5);
  for (const url of fixed) expect(urls).toContain(url);
});

test('a missing variable names itself, its provider, its environment and its line', () => {
  expect(() => resolved(singapay('sandbox', 'https://host.example'), { P: 'a', I: 'b' }, 'given')).toThrow(
    /given\.yaml:5: singapay@given needs the variable S; set it in the shell or in \.env/,
  );
});

test('a secret in clear is refused outside a mock, and not quoted', () => {
  const text = singapay('sandbox', 'https://host.example').replace('$S', 'canary-secret');
  expect(() => resolved(text, variables)).toThrow(/clientSecret is a secret and is written here in clear/);
  expect(() => resolved(text, variables)).not.toThrow(/canary/);
  expect(
    resolved(text.replace('sandbox', 'mock').replace('https://host.example', 'http://127.0.0.1:1'), variables).secrets,
  ).toContain('canary-secret');
});

const production = 'biller-b2b.singapay.id';
for (const address of [
  `https://${production}`,
  `https://${production.toUpperCase()}`,
  `https://${production}.`,
  `https://${production}:8443`,
  `https://${production}:443/path`,
  `https://sandbox@${production}`,
  `https://sandbox-biller-b2b.singapay.id@${production}`,
  `https://ｂiller-b2b.singapay.id`,
  `https://biller%2db2b.singapay.id`,
]) {
  test(`a sandbox that reaches production by ${address} is refused`, () => {
    expect(() => resolved(singapay('sandbox', address), variables)).toThrow(/is a documented production host/);
    expect(() => resolved(singapay('sandbox', '$URL'), { ...variables, URL: address })).toThrow(/production host/);
    expect(() => resolved(singapay('mock', address), variables)).toThrow(/production host/);
  });
}

test('hosts that only look like production are not taken for it; a mock reaches no documented host', () => {
  for (const host of ['sandbox-biller-b2b.singapay.id', `${production}.example`, `my${production}`])
    expect(resolved(singapay('sandbox', `https://${host}`), variables).baseUrl).toBe(`https://${host}`);
  expect(() => resolved(singapay('mock', 'https://sandbox-biller-b2b.singapay.id'), variables)).toThrow(
    /a documented host of the provider; an environment of kind mock may not reach it/,
  );
});

test('plain http only to loopback; no credentials, query or fragment in an address', () => {
  const at = (baseUrl: string) => () => resolved(singapay('sandbox', baseUrl), variables);
  expect(at('http://host.example')).toThrow(/is not https; plain http is only for loopback/);
  expect(at('http://127.0.0.1.example')).toThrow(/not https/);
  expect(at('https://user:canary@host.example')).toThrow(/holds credentials/);
  expect(at('https://user:canary@host.example')).not.toThrow(/canary/);
  expect(at('https://host.example/?a')).toThrow(/ends before any \? or #/);
  expect(at('nonsense')).toThrow(/not an http or https URL/);
  for (const local of ['http://127.0.0.1:1', 'http://localhost:1', 'http://[::1]:1'])
    expect(at(local)().baseUrl).toBe(local);
});

test('a scenario may take as long as the network of its target may: a slow provider is never an error of ours', () => {
  const timeouts = [10, 60].map((seconds) => {
    const file = join(folder, `slow-${seconds}.yaml`);
    const pace = `    pace: { timeout: ${seconds} }\n`;
    writeFileSync(file, singapay('sandbox', 'https://host.example', pace));
    return (
      selectTargets({ mode: 'list', projects: [] }, { TARGET_ENV: file }).find(({ name }) => name === 'singapay')
        ?.timeout ?? 0
    );
  });
  // Three attempts, and a Retry-After of 30 s, for each exchange a scenario may wait for.
  expect(timeouts[0]).toBeGreaterThan(2 * (3 * 10 + 30) * 1000);
  expect(timeouts[1]).toBeGreaterThan(2 * (3 * 60 + 30) * 1000);
});

test('seconds and paces have bounds within which no timer overflows, the path of a probe is sent unchanged, each header once', () => {
  const text = (settings: string): string => singapay('sandbox', 'https://host.example', `    ${settings}\n`);
  const bounds: [setting: string, within: string, beyond: string, fault: RegExp][] = [
    ['pace: { timeout: # }', '600', '600.5', /given\.yaml:6: .*600/],
    ['pace: { perSecond: # }', '0.001', '0.0001', /given\.yaml:6: .*0\.001/],
    ['retryBudget: #', '86400', '86401', /given\.yaml:6: .*86400/],
    ['expiryWait: #', '86400', '2592000', /given\.yaml:6: .*86400/],
    ['expiryLeeway: #', '86400', '1e300', /given\.yaml:6: .*86400/],
    ['timestampOffset: #', '31622400', '31622401', /given\.yaml:6: .*31622400/],
    ['probe: { method: GET, path: "#", refused: [401] }', '/v1/a%20b?c=d', '/v1/a b', /given\.yaml:6: .*path/],
    ['probe: { method: GET, path: "#", refused: [401] }', '/', '/v1\\n', /given\.yaml:6: .*path/],
    [
      'probe: { method: GET, path: /, headers: { X-A: a, #: b }, refused: [401] }',
      'X-B',
      'x-a',
      /yaml:6: x-a is the header X-A,/,
    ],
  ];
  for (const [setting, within, beyond, fault] of bounds) {
    expect(() => resolved(text(setting.replace('#', within)), variables, 'given'), setting).not.toThrow();
    expect(() => resolved(text(setting.replace('#', beyond)), variables, 'given'), setting).toThrow(fault);
  }
});

test('ALLOW_PRODUCTION has to name that very environment', () => {
  const text = singapay('production', `https://${production}`);
  const reason = (allowed?: string): string | null =>
    resolved(text, { ...variables, ...(allowed === undefined ? {} : { ALLOW_PRODUCTION: allowed }) }, 'live')
      .onlyControl;
  for (const wrong of [
    undefined,
    '',
    'true',
    '1',
    'live',
    'live.yaml',
    'production',
    '*',
    folder,
    join(folder, 'x.yaml'),
  ])
    expect(reason(wrong)?.startsWith(onlyControlSent), String(wrong)).toBe(true);
  expect(reason(join(folder, 'live.yaml'))).toBeNull();
  expect(reason(relative(process.cwd(), join(folder, 'live.yaml')))).toBeNull();
  expect(resolved(singapay('sandbox', 'https://host.example'), variables).onlyControl).toBeNull();
});

test('a proxy of the environment is found, its password a secret of the target', () => {
  const text = singapay('sandbox', 'https://host.example');
  const target = resolved(text, { ...variables, HTTPS_PROXY: 'http://me:canary-proxy@proxy.example:3128' });
  expect(target.proxy).toMatchObject({ hostname: 'proxy.example', port: 3128 });
  expect(target.secrets).toContain('canary-proxy');
  expect(target.secrets).toContain(Buffer.from('me:canary-proxy').toString('base64'));
  expect(() => resolved(text, { ...variables, HTTPS_PROXY: 'http://me:canary@[' })).toThrow(/HTTPS_PROXY is not a URL/);
});
