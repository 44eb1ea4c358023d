/** What an environment that is not production may reach: loopback, hosts of a mock, and addresses that say where a host is. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { onlyControlSent } from '../../../src/target/guard.ts';
import { resolveTarget } from '../../../src/target/target.ts';
import { triedEnvironments } from '../../support/tried-environments.ts';

const temporary = triedEnvironments();
const { at } = temporary;

test('on loopback every name of this machine is one address with the same port', () => {
  const names = [
    'localhost',
    'LOCALHOST.',
    '127.0.0.1',
    '127.9.8.7',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'a.localhost',
    '0.0.0.0',
  ];
  for (const name of names) {
    const variables = { PYNG_PRODUCTION_BASE_URL: `http://${name}:8443` };
    const passed = names.filter(
      (other) => !at('sandbox', `http://${other}:8443`, variables).includes('is the production host of'),
    );
    expect(passed, name).toEqual([]);
    expect(at('sandbox', 'http://localhost:8444', variables)).toBe('');
  }
});

test('a name that holds the address of production may lead there, and two names that hold one address are two', () => {
  const holds: [production: string, names: string[]][] = [
    [
      '203.0.113.7',
      [
        ...[
          '203.0.113.7.nip.example',
          'app-203-0-113-7.nip.example',
          'ip-203-0-113-7.internal',
          'ip203-0-113-7.internal',
          'x-cb007107.nip.example',
        ],
        ...[
          '3405803783.nip.example',
          'app-3405803783.nip.example',
          '2.3405803783.nip.example',
          '0xcb007107.nip.example',
        ],
        ...[
          '203_0_113_7.nip.example',
          '0313-0-0161-7.nip.example',
          '0xcb.0.0x71.7.nip.example',
          '203.0.28935.nip.example',
        ],
        ...['031300070407.nip.example', '64-ff9b--cb00-7107.nip.example', '2002-cb00-7107--1.nip.example'],
      ],
    ],
    ['[2001:db8::7]', ['2001-db8--7.nip.example', 'www.2001-db8--7.nip.example']],
    [
      'localhost',
      ['127.0.0.1.nip.example', '7f000001.nip.example', '2130706433.a.example', '127-1.a.example', '--1.nip.example'],
    ],
  ];
  const pairs = holds.flatMap(([host, names]) =>
    names.flatMap((name) => [
      [host, name],
      [name, host],
    ]),
  );
  const passed = pairs.filter(([production, other]) => {
    const said = at('sandbox', `https://${other}`, { PYNG_PRODUCTION_BASE_URL: `https://${production}` });
    return !said.includes('is the production host of');
  });
  expect(passed).toEqual([]);
  for (const [production, other] of [
    ['203.0.113.7', '203-0-113-70.example'],
    ['203.0.113.7', '1203.0.113.7.example'],
    ['api-203-0-113-7.example', 'sandbox-203-0-113-7.example'],
    ['203.0.113.7', '203-113-7.example'],
    ['203.0.0.113', '203-0-113-7.example'],
    ['0.0.0.0:8443', 'app-0.example:8443'],
    ['app-1.live.example', 'app-1.sandbox.example'],
    ['[2001:db8::7]', '2001-db8--8.nip.example'],
  ])
    expect(at('sandbox', `https://${other}`, { PYNG_PRODUCTION_BASE_URL: `https://${production}` }), other).toBe('');
});

test('a proxy is not production either', () => {
  const variables = { PYNG_PRODUCTION_BASE_URL: 'https://live.example', HTTPS_PROXY: 'http://live.example:3128' };
  expect(at('sandbox', 'https://sandbox.example', variables)).toContain(
    'the proxy: live.example is the production host',
  );
});

test('kind mock reaches loopback, or a host that the file names', () => {
  for (const url of [
    'http://127.0.0.1:1',
    'http://127.9.8.7:1',
    'http://localhost.:1',
    'http://2130706433:1',
    'http://[::1]:1',
  ])
    expect(at('mock', url), url).toBe('');
  for (const url of [
    'https://host.example',
    'http://mock.internal',
    'http://127.0.0.1.example',
    'http://localhost.example',
    // They hold 127.0.0.1, and lead to a gateway.
    'http://[2002:7f00:1::]',
    'http://[64:ff9b::127.0.0.1]',
    'http://[2001:0:4136:e378:8000:63bf:80ff:fffe]',
  ])
    expect(at('mock', url), url).toContain('reaches loopback, or a host that mockHosts names');
  const top = 'mockHosts: [mock.internal, Mock-Two]\n';
  for (const url of ['http://mock.internal:8080', 'https://MOCK.internal.', 'http://mock-two'])
    expect(at('mock', url, {}, top), url).toBe('');
  expect(at('mock', 'http://sub.mock.internal', {}, top)).toContain('a host that mockHosts names');
  expect(at('sandbox', 'https://mock.internal', {}, top)).toContain(
    'only an environment of kind mock names hosts of a mock',
  );
  for (const wrong of ['*.internal', '*', 'mock.internal:80', 'https://mock.internal', 'mock internal', 'a/b'])
    expect(at('mock', 'http://mock.internal', {}, `mockHosts: ["${wrong}"]\n`), wrong).toMatch(
      /tried\.yaml:2: .*exact name of one host/,
    );
  const named = (host: string, variables = {}): string =>
    at('mock', `https://${host}`, variables, `mockHosts: [${host}]\n`);
  expect(named('biller-b2b.singapay.id')).toContain('is a documented production host');
  expect(named('devo.finnet.co.id')).toContain('is a documented host of the provider');
  expect(named('live.example', { PYNG_PRODUCTION_BASE_URL: 'https://live.example' })).toContain(
    'is the production host of',
  );
});

test('an address that says more than where the host is, is refused with its line, and never quoted', () => {
  const wrong: [string, RegExp][] = [
    ['https://host.example#canary', /ends before any \? or #/],
    ['https://host.example/v1?', /ends before any \? or #/],
    ['https://host.example/v1#', /ends before any \? or #/],
    ['https://me:canary@host.example', /holds credentials/],
    ['https://@host.example', /holds credentials/],
    ['https://host.example/a b', /white space/],
    [' https://host.example', /white space/],
    ['https://host.example\t', /white space/],
    ['https://ho\nst.example', /white space/],
    ['https:\\\\host.example', /backslash/],
    ['https://host.example\\@other.example', /backslash/],
    ['https:host.example', /not an http or https URL/],
    ['https:///host.example', /not an http or https URL/],
    ['ftp://host.example', /not an http or https URL/],
    ['file:///etc', /not an http or https URL/],
    ['javascript:alert(1)', /not an http or https URL/],
    ['host.example', /not an http or https URL/],
  ];
  for (const [url, fault] of wrong)
    for (const given of [() => at('sandbox', url), () => at('sandbox', '$WHERE', { WHERE: url })]) {
      expect(given(), url).toMatch(fault);
      expect(given()).toMatch(/tried\.yaml:4: /);
      expect(given()).not.toContain('canary');
    }
  expect(at('sandbox', 'https://host.example/a%23b%3Fc/')).toBe('');
});

test('ALLOW_PRODUCTION means the file it names, and no copy of it', () => {
  const copy = join(temporary.folder, 'production.yaml');
  copyFileSync('environments/production.yaml', copy);
  const variables = {
    PYNG_PRODUCTION_BASE_URL: 'https://live.example',
    PYNG_PRODUCTION_USERNAME: 'user',
    PYNG_PRODUCTION_PASSWORD: 'word',
  };
  const guard = (path: string, allowed: string): string | null => {
    const environment = loadEnvironment(path, contracts);
    return resolveTarget(environment, contractNamed('pyng'), { ...variables, ALLOW_PRODUCTION: allowed }).onlyControl;
  };
  expect(guard(copy, 'production')).toBe(
    `${onlyControlSent}: the environment production has kind: production; ALLOW_PRODUCTION=${copy} sends the rest`,
  );
  expect(guard('production', copy)).toContain('ALLOW_PRODUCTION=production sends the rest');
  for (const allowed of ['production', 'environments/production.yaml'])
    for (const path of ['production', './environments/production.yaml']) expect(guard(path, allowed)).toBeNull();
  expect(guard(copy, copy)).toBeNull();
});
