import { expect, test } from '@playwright/test';
import { InputError } from '../../../src/contract/problems.ts';
import { selectTargets } from '../../../src/playwright/selection.ts';
import { environmentFile } from '../../support/command.ts';

const badInput: [
  title: string,
  projects: string[],
  change: (text: string) => string,
  variables: Record<string, string>,
  message: RegExp,
][] = [
  ['an unknown project', ['nope'], (text) => text, {}, /There is no project "nope"[\s\S]*there is: finnet/],
  [
    'a target of a file that is elsewhere, named as a report prints it',
    ['pyng@my-mock'],
    (text) => text,
    {},
    /There is no project "pyng@my-mock"[\s\S]*named by TARGET_ENV, .*: TARGET_ENV=my-mock\.yaml npm run doctor -- pyng$/m,
  ],
  [
    'an unknown provider',
    [],
    (text) => text.replace('  pyng:', '  pong:'),
    {},
    /changed\.yaml:\d+: no provider "pong"; there is: finnet/,
  ],
  [
    'a missing variable',
    [],
    (text) => text.replace(/clientSecret: .*/, 'clientSecret: $NOT_SET'),
    {},
    /changed\.yaml:\d+: singapay@changed needs the variable NOT_SET/,
  ],
  [
    'an unreadable key',
    [],
    (text) => text.replace(/privateKey: \|-[\s\S]*?END PRIVATE KEY-----/, 'privateKey: $A_KEY'),
    { A_KEY: 'no key' },
    /privateKey \(variable A_KEY\)/,
  ],
  [
    'plain http to a public host',
    [],
    (text) => text.replace(/( {2}pyng:\n)/, '$1    baseUrl: http://provider.example\n'),
    {},
    /plain http is only for loopback/,
  ],
  [
    'a waiver of no clause',
    [],
    (text) =>
      `${text}\nwaivers:\n  - { clause: pyng-nothing, provider: pyng, reason: a, owner: b, until: 2099-01-01 }\n`,
    {},
    /changed\.yaml:\d+: the waiver names no clause of pyng/,
  ],
];

for (const [title, projects, change, variables, message] of badInput) {
  test(`${title} is refused where the configuration loads, with one message`, () => {
    const file = environmentFile(change);
    let thrown: unknown;
    try {
      selectTargets({ mode: 'run', projects }, { TARGET_ENV: file, ...variables });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect(String(thrown)).toMatch(message);
  });
}
