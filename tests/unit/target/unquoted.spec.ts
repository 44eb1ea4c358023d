/** What is said of an environment file that cannot be used quotes none of the secrets in it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { resolveTarget } from '../../../src/target/target.ts';
import { newFolder } from '../../support/folders.ts';
import { leaksIn } from '../../support/spellings.ts';

const secret = 'Zk4Quiver8Jumble3VxHorse';
process.env['UNQUOTED_SECRET'] = 'two words 4711';

const text = `kind: sandbox
providers:
  pyng:
    baseUrl: https://sandbox.example
    credentials: 
      username: someone
      password: ${secret}
      scopes: [one]
      siteId: site-1
      apiVersion: v1
`;

/** Files with a slip that people make, and what is said of each beside its line. */
const slips: Record<string, [changed: string, said: RegExp]> = {
  'an alias, since the secret begins with *': [text.replace(secret, `*${secret}`), /:7: unidentified alias/],
  'a tag, since it begins with !': [text.replace(secret, `!${secret}`), /:\d+: unknown tag/],
  'a variable, since it begins with $': [text.replace(secret, `$${secret}`), /needs a variable that is not set/],
  'name and value that changed places': [
    text.replace(`password: ${secret}`, `${secret}: password`),
    /credential "password" of pyng[\s\S]*has no credential "‹secret[^›]*›"; it takes: username, password, /,
  ],
  'a password as the name of a provider too': [text.replace('  pyng:', `  ${secret}:`), /no provider "‹secret/],
  'a password as a key of the provider': [
    text.replace('    baseUrl', `    ${secret}: x\n    baseUrl`),
    /unknown key "‹/,
  ],
  'the same with signs': [
    text.replace('  pyng:', `  "${secret.slice(0, 12)}/&'${secret.slice(12)}":`),
    /no provider "‹secret/,
  ],
  'what a variable holds, as a key': [
    text.replace(secret, '$UNQUOTED_SECRET').replace('    baseUrl', '    "two words 4711": x\n    baseUrl'),
    /unknown key "‹secret/,
  ],
  'a quote without an end': [text.replace(secret, `"${secret}`), /:\d+: /],
};

for (const [slip, [changed, said]] of Object.entries(slips))
  test(`no secret is quoted of ${slip}`, () => {
    const folder = newFolder('unquoted');
    const file = join(folder, 'sandbox-of-a-team.yaml');
    writeFileSync(file, changed);
    let message = '';
    try {
      resolveTarget(loadEnvironment(file, contracts), contractNamed('pyng'), {});
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(said);
    expect(message).toContain('sandbox-of-a-team.yaml:');
    expect(leaksIn(message, { secret })).toEqual([]);
  });

test('what is misspelt is quoted, and so is a variable with a name as people choose it', () => {
  const folder = newFolder('unquoted');
  const file = join(folder, 'sandbox.yaml');
  writeFileSync(file, text.replace('siteId', 'siteIdd').replace(secret, '$PYNG_SANDBOX_PASSWORD_2026'));
  expect(() => loadEnvironment(file, contracts)).toThrow(/no credential "siteIdd".*did you mean "siteId"/);
  writeFileSync(file, text.replace(secret, '$PYNG_SANDBOX_PASSWORD_2026'));
  expect(() => resolveTarget(loadEnvironment(file, contracts), contractNamed('pyng'), {})).toThrow(
    /needs the variable PYNG_SANDBOX_PASSWORD_2026; set it/,
  );
});

test('the name of a credential is said, though a secret holds the same letters', () => {
  const file = join(newFolder('environments'), 'named.yaml');
  const own = 'ThrowAwayPassword7Quiver';
  for (const changed of [`pasword: ${own}`, `"${own}": password`]) {
    writeFileSync(file, text.replace(`password: ${secret}`, changed));
    const told = (() => {
      try {
        loadEnvironment(file, contracts);
        return '';
      } catch (error) {
        return String(error);
      }
    })();
    expect(told).toMatch(/credential "password" of pyng is missing: /);
    expect(told).toContain('it takes: username, password, scopes');
    expect(leaksIn(told.replace(/password/gi, ''), { own })).toEqual([]);
  }
});
