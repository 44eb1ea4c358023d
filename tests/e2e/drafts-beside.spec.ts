/** A contract that does not load, as a draft with open TODOs, stops the runs that ask for it, and no other. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newFolder } from '../support/folders.ts';
import { runHere } from '../support/here.ts';
import { configureHere, playHere } from '../support/play.ts';

const example = 'examples/larch';

/** Contracts of a provider that loads and of a draft beside it, and an environment of both. */
function folderWithDraft(): { parent: string; environment: string } {
  const parent = newFolder('contracts');
  for (const folder of ['contracts', 'specs']) cpSync(join(example, folder), join(parent, folder), { recursive: true });
  const draft = join(parent, 'contracts/acme');
  mkdirSync(draft);
  writeFileSync(
    join(draft, 'contract.yaml'),
    'x-todo: { acme-path: the path of the token endpoint }\nprovider: acme\n',
  );
  const environment = join(parent, 'both.yaml');
  const ofExample = readFileSync(join(example, 'environment.yaml'), 'utf8');
  writeFileSync(
    environment,
    ofExample.replace(/^providers:\n/m, 'providers:\n  acme:\n    credentials: { clientId: made-up-1 }\n'),
  );
  return { parent, environment };
}

test('a target is tested beside a draft with open TODOs, and whatever asks for the draft names them', async () => {
  const { parent, environment } = folderWithDraft();
  const variables = { CONFORMANCE_CONTRACTS: parent, TARGET_ENV: environment };
  const played = await playHere(['--project=larch'], variables);
  expect(played.code, played.output).toBe(0);
  expect(played.results().targets.map(({ target, verdict }) => [target, verdict])).toEqual([
    ['larch@both', 'conforms'],
  ]);
  const open =
    /The contract of acme does not load:\n {2}- .*contract\.yaml:1: TODO acme-path: the path of the token endpoint/;
  const results = join(played.folder, 'report/results.json');
  for (const args of [[], ['--project=acme'], ['--project=acme@both'], ['--project=*']]) {
    const { code, output } = await configureHere(args, variables);
    expect([args, code]).toEqual([args, 3]);
    expect(output).toMatch(open);
  }
  expect(await runHere('doctor', ['larch'], variables)).toMatchObject({ code: 0 });
  expect(await runHere('rejudge', [results], variables)).toMatchObject({ code: 0 });
  for (const [command, args] of [
    ['doctor', ['acme']],
    ['sign', ['acme']],
    ['docs', ['--check']],
  ] as const) {
    const { code, output } = await runHere(command, [...args], variables);
    expect([command, code, output]).toEqual([command, 3, expect.stringMatching(open)]);
  }
});

test('a waiver of a draft is read when its contract is', async () => {
  const { parent, environment } = folderWithDraft();
  const waiver = (provider: string): string =>
    `waivers:\n  - { provider: ${provider}, clause: ${provider}-nothing, reason: known, until: 2099-01-01, owner: team }\n`;
  const text = readFileSync(environment, 'utf8');
  writeFileSync(environment, text + waiver('acme'));
  const variables = { CONFORMANCE_CONTRACTS: parent, TARGET_ENV: environment };
  expect(await configureHere(['--project=larch', '--list'], variables)).toMatchObject({ code: 0 });
  writeFileSync(environment, text + waiver('larch'));
  const { code, output } = await configureHere(['--project=larch', '--list'], variables);
  expect([code, output]).toEqual([3, expect.stringContaining('names no clause of larch: "larch-nothing"')]);
});
