/** Production stays production, wherever its address is and however it is written. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newFolder } from '../../support/folders.ts';
import { triedEnvironments } from '../../support/tried-environments.ts';

const temporary = triedEnvironments();
const { at, faults, file } = temporary;

test('an address that a production environment takes from a variable is production, however it is written', () => {
  const variables = { PYNG_PRODUCTION_BASE_URL: 'https://api.pröd.example:8443/v1' };
  const spellings = [
    'https://api.pröd.example',
    'https://API.PRÖD.EXAMPLE/other',
    'https://api.xn--prd-tna.example.',
    'https://api.xn--prd-tna.example:443',
    'https://api.pr%C3%B6d.example',
    'http://api.pröd.example',
    'https://api。pröd.example',
  ];
  for (const spelling of spellings)
    for (const kind of ['sandbox', 'mock'])
      expect(at(kind, spelling, variables), spelling).toMatch(
        /tried\.yaml:\d: api\.xn--prd-tna\.example is the production host of environments\/production\.yaml:20; a (sandbox|mock) environment may not/,
      );
  expect(at('sandbox', '$WHERE', { ...variables, WHERE: spellings[1] ?? '' })).toContain('is the production host of');
  expect(at('sandbox', 'https://api.pröd.example')).toBe('');
  expect(at('sandbox', 'https://xapi.pröd.example', variables)).toBe('');
});

test('numbers for a host are one address', () => {
  const variables = { PYNG_PRODUCTION_BASE_URL: 'https://203.0.113.7' };
  for (const spelling of [
    'https://3405803783',
    'https://0xCB.0x00.0x71.7',
    'https://0313.0.0161.07',
    'https://[::ffff:203.0.113.7]',
    'https://[::203.0.113.7]',
    'https://[::ffff:0:203.0.113.7]',
    'https://[64:ff9b::203.0.113.7]',
    'https://[64:FF9B:0::CB00:7107]:8443',
    // 6to4, Teredo, ISATAP, and translators with prefixes of 96, 64, 56, 48, 40 and 32 bits.
    'https://[2002:cb00:7107::1]',
    'https://[2001:0:4136:e378:8000:63bf:34ff:8ef8]',
    'https://[2001:db8::5efe:203.0.113.7]',
    'https://[64:ff9b:1:0:0:0:203.0.113.7]',
    'https://[64:ff9b:1:fffe::cb00:7107]',
    'https://[2001:db8:1:2:cb:71:700:0]',
    'https://[2001:db8:1:2cb:0:7107::]',
    'https://[2001:db8:1:cb00:71:700::]',
    'https://[2001:db8:1cb:71:7::]',
    'https://[2001:db8:cb00:7107::1]',
  ])
    expect(at('sandbox', spelling, variables), spelling).toContain('is the production host of');
  for (const other of ['[2002:cb00:7108::1]', '[2001:db8::cb00:7108]', '[cb00:7107::]', '[2001:db8::1]'])
    expect(at('sandbox', `https://${other}`, variables), other).toBe('');
  const translated = { PYNG_PRODUCTION_BASE_URL: 'https://[64:ff9b::203.0.113.7]' };
  expect(at('sandbox', 'https://203.0.113.7', translated)).toContain('is the production host of');
  const six = { PYNG_PRODUCTION_BASE_URL: 'https://[2001:db8::1]' };
  expect(at('sandbox', 'https://[2001:0DB8:0:0:0:0:0:1]', six)).toContain('is the production host of');
});

const braced = (name: string): string => `$\{${name}}`;

test('a production file that gives its address without a scheme, or in any other loose way, still means that host', () => {
  const said = /is the production host of .*live\.yaml:4;/;
  const spellings: [production: string, tried: string][] = [
    ['live.example', 'https://live.example'],
    ['LIVE.example./v1', 'https://live.example'],
    ['live.example:443', 'https://live.example'],
    ['live.example:8443/v1', 'https://live.example.'],
    ['//live.example/v1', 'https://live.example:443'],
    ['https:live.example', 'https://live.example'],
    ['https:\\\\live.example\\v1', 'https://live.example'],
    ['HTTPS://live.example', 'https://live.example'],
    ['wss://live.example', 'https://live.example'],
    ['ftp://live.example:21/', 'https://live.example'],
    [' https://live.example ', 'https://live.example'],
    ['https://user:pass@live.example', 'https://live.example'],
    ['user@live.example', 'https://live.example'],
    ['pröd.example', 'https://xn--prd-tna.example'],
    ['2001:db8::1', 'https://[2001:0DB8:0::1]'],
    ['[2001:db8::1]:8443', 'https://[2001:db8::1]'],
    ['203.0.113.7', 'https://[::ffff:cb00:7107]'],
    ['203.0.113.7:8443/v1', 'https://0xCB.0x00.0x71.7'],
  ];
  for (const [production, tried] of spellings) {
    file('live', 'production', production);
    expect(at('sandbox', tried), production).toMatch(said);
    expect(at('sandbox', 'https://other.example'), production).toBe('');
    file('live', 'production', '$LIVE_URL');
    expect(at('sandbox', tried, { LIVE_URL: production }), production).toMatch(said);
  }
  // An address that nobody can read may be any.
  file('live', 'production', 'https://exa mple/');
  expect(at('sandbox', 'https://other.example')).toMatch(
    /may be production, which cannot be ruled out: .*live\.yaml:4: baseUrl is not an address; write https:\/\/host/,
  );
  const live = { LIVE_URL: 'https://live.example/v1', LIVE_HOST: 'live.example' };
  for (const production of [
    'https://$LIVE_HOST/v1',
    '$LIVE_HOST:8443',
    braced('LIVE_URL'),
    `https://${braced('LIVE_HOST')}`,
  ]) {
    file('live', 'production', production);
    expect(at('sandbox', 'https://live.example', live), production).toMatch(said);
    expect(at('sandbox', 'https://live.example'), production).toBe('');
  }
  // A file that does not load may still say where production is.
  for (const settings of [
    'baseurl: https://live.example',
    'base-url: [https://live.example]',
    'x: { y: HTTPS://live.example }',
  ]) {
    writeFileSync(join(temporary.folder, 'live.yaml'), `kind: production\n\nproviders:\n  other: { ${settings} }\n`);
    expect(at('sandbox', 'https://live.example'), settings).toMatch(said);
  }
  file('live', 'Production', 'https://live.example');
  expect(at('sandbox', 'https://live.example')).toMatch(said);
});

test('what the page of any provider documents as production, and what a file beside it uses, is production', () => {
  expect(at('sandbox', 'https://live.finnet.co.id/pg/snap')).toContain('is a documented production host');
  file('live', 'production', 'https://live.example/v1');
  expect(at('sandbox', 'https://LIVE.example')).toMatch(/is the production host of .*live\.yaml:4;/);
});

test('production is found in every folder of environments, wherever the tested file is', () => {
  const below = join(temporary.folder, 'environments');
  mkdirSync(below);
  const text = (kind: string, host: string): string =>
    `kind: ${kind}\nproviders:\n  pyng:\n    baseUrl: https://${host}\n    credentials: { username: $U, password: $P, scopes: [one] }\n`;
  const tried = (path: string, host: string): string => {
    writeFileSync(path, text('sandbox', host));
    return faults(path, { CONFORMANCE_CONTRACTS: temporary.folder });
  };
  writeFileSync(join(temporary.folder, 'above.yaml'), text('production', 'above.example'));
  writeFileSync(join(below, 'below.yaml'), text('production', 'below.example'));
  const outside = newFolder('outside');
  for (const place of [temporary.folder, below, outside])
    for (const host of ['above', 'below'])
      expect(tried(join(place, 'tried.yaml'), `${host}.example`), place).toMatch(
        new RegExp(`is the production host of .*${host}\\.yaml:4;`),
      );
  expect(tried(join(outside, 'tried.yaml'), 'other.example')).toBe('');
  for (const name of ['broken.yaml', 'broken.JSON']) {
    writeFileSync(join(below, name), 'kind: [prod');
    expect(tried(join(temporary.folder, 'tried.yaml'), 'other.example')).toMatch(
      new RegExp(`may be production, which cannot be ruled out: .*${name}:1: `),
    );
    rmSync(join(below, name));
  }
});

test('a production file is known by what it says, however it is named, encoded and escaped', () => {
  const json = (kind: string): string =>
    `{ "kind": ${kind}, "providers": { "pyng": { "baseUrl": "https://live.example", "credentials": {} } } }`;
  const text = json('"production"');
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const written: [string, string | Buffer][] = [
    ['a.yaml', json('"product\\u0069on"')],
    ['a.yml', json('"product\\x69on"')],
    ['a.yaml', json('"product\\U00000069on"')],
    ['a.yaml', json('"produc\\\n  tion"')],
    ['a.YAML', text],
    ['a.Yml', text],
    ['a.json', text],
    ['a.JSON', json('"\\u0070roduction"')],
    ['a.yaml', `\uFEFF${text}`],
    ['a.yaml', utf16],
    ['a.yaml', swapped],
    ['a.json', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['a.json', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
  ];
  for (const [name, content] of written) {
    writeFileSync(join(temporary.folder, name), content);
    expect(at('sandbox', 'https://live.example'), `${name} ${content}`).toMatch(
      /is the production host of .*a\.\w+:[12];/,
    );
    rmSync(join(temporary.folder, name));
  }
});

test('a file beside it that cannot be read is named where it may be production, and unrelated files are let be', () => {
  const path = join(temporary.folder, 'beside.yaml');
  for (const text of [
    'kind: "production\nproviders: {}\n',
    '{ "kind": "product\\u0069on", ',
    'providers: [\n# production\n',
  ]) {
    writeFileSync(path, text);
    expect(at('sandbox', 'https://live.example'), text).toMatch(/cannot be ruled out: .*beside\.yaml:\d+: /);
  }
  for (const text of [
    'services:\n  web: { <<: *base, environment: { NODE_ENV: production } }\n',
    'kind: Deployment\nmetadata: { namespace: production }\n---\nkind: Service\n',
    'kind: sandbox\n  broken: [\n',
    'kind: sandbox # not production: no fault either\nproviders: {}\n',
  ]) {
    writeFileSync(path, text);
    expect(at('sandbox', 'https://live.example'), text).toBe('');
  }
});
