import { expect, test } from '@playwright/test';
import { contracts } from '../../../proof/run.ts';
import { InputError } from '../../../src/contract/problems.ts';
import { isUntestable } from '../../../src/contract/types.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { environmentFile } from '../../support/command.ts';

test('a provider or a waiver named like a member of every object is one that does not exist', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    const provider = environmentFile((text) => text.replace('  pyng:', `  ${name}:`));
    expect(() => loadEnvironment(provider, contracts)).toThrow(InputError);
    expect(() => loadEnvironment(provider, contracts)).toThrow(
      name === '__proto__' ? `the key "${name}" is not read` : `no provider "${name}"`,
    );
    const row = `\nwaivers:\n  - { clause: pyng-json, provider: ${name}, reason: a, owner: b, until: 2099-01-01 }\n`;
    const waiver = environmentFile((text) => `${text}${row}`);
    expect(() => loadEnvironment(waiver, contracts)).toThrow(`the waiver names no provider: "${name}"`);
    const credential = environmentFile((text) => text.replace('  pyng:\n    credentials:', `$&\n      ${name}: a`));
    expect(() => loadEnvironment(credential, contracts)).toThrow(
      name === '__proto__' ? `the key "${name}" is not read` : `has no credential "${name}"`,
    );
  }
});

test('a list of nothing, an empty item, and a reason or an owner of blanks alone are not what a file means', () => {
  const waiver = (reason: string, owner: string): string =>
    `\nwaivers:\n  - { clause: pyng-json, provider: pyng, reason: "${reason}", owner: "${owner}", until: 2099-01-01 }\n`;
  const refused: [change: (text: string) => string, said: string][] = [
    [(text) => text.replace(/scopes:\n(?: +- .*\n)+/, 'scopes: []\n'), 'scopes is empty'],
    [(text) => text.replace(/scopes:\n(?: +- .*\n)+/, 'scopes: [a, ""]\n'), 'scopes/1 is empty'],
    [(text) => text + waiver('  ', 'me'), '/waivers/0/reason is empty'],
    [(text) => text + waiver('known', ' '), '/waivers/0/owner is empty'],
  ];
  refused.push([
    (text) => text.replace('  pyng:\n', '$&    pace: { perSec: 2 }\n'),
    'pace has the unknown key "perSec"; did you mean "perSecond"? There is: perSecond',
  ]);
  for (const [change, said] of refused) {
    const file = environmentFile(change);
    expect(() => loadEnvironment(file, contracts), said).toThrow(said);
    expect(() => loadEnvironment(file, contracts), said).not.toThrow('must be a text');
  }
  const many = Array.from({ length: 1_000 }, (_, index) => `  other${index}: { credentials: { a: b } }\n`).join('');
  const file = environmentFile((text) => text.replace(/^providers:\n/m, `$&${many}`));
  expect(() => loadEnvironment(file, contracts)).toThrow(/changed\.yaml:\d+: no provider "other0"/);
});

test('a waiver of a clause that no run can find broken, and a second one of a clause, are refused with both lines', () => {
  const waiver = (clause: string, provider = 'pyng'): string =>
    `  - { clause: ${clause}, provider: ${provider}, reason: known, owner: us, until: 2099-01-01 }\n`;
  const load = (...waivers: string[]): unknown =>
    loadEnvironment(
      environmentFile((text) => `${text}\nwaivers:\n${waivers.join('')}`),
      contracts,
    );
  const untestable = contracts['pyng']?.clauses.find(isUntestable)?.id ?? '';
  expect(() => load(waiver(untestable))).toThrow(
    new RegExp(`changed\\.yaml:\\d+: ${untestable} cannot be tested from outside, .*; delete the waiver$`, 'm'),
  );
  expect(() => load(waiver('pyng-json'), waiver('pyng-lifetime'), waiver('pyng-json'))).toThrow(
    /changed\.yaml:(\d+): pyng-json is waived twice, first at .*changed\.yaml:(?!\1:)\d+; keep one waiver/,
  );
  expect(() => load(waiver('pyng-json'), waiver('pyng-lifetime'))).not.toThrow();
});

test('a waiver for a provider that the file does not list is refused: it would accept nothing', () => {
  const row = '\nwaivers:\n  - { clause: pyng-json, provider: pyng, reason: known, owner: us, until: 2099-01-01 }\n';
  const unlisted = environmentFile((text) => `${text.replace(/^ {2}pyng:\n(?: {4}.*\n| *\n)+/m, '')}${row}`);
  expect(() => loadEnvironment(unlisted, contracts)).toThrow(
    /changed\.yaml:\d+: the waiver is for pyng, which this file does not list; move it to the environment file that has it, or delete it$/m,
  );
  expect(() => loadEnvironment(unlisted, contracts, ['pyng'])).toThrow('the waiver is for pyng');
});
