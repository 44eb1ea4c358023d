/** What people set up: environments by path and by name, contracts of their own, and names that a record inherits. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { selectTargets, wantedOf } from '../../src/playwright/selection.ts';
import { conformance, environmentFile, newFolder, playwright } from '../support/command.ts';
import { exampleNames, examples } from '../support/example.ts';
import { configureHere, playHere } from '../support/play.ts';
import { filesOf, yesterdaysReport } from '../support/report.ts';

test('an environment that TARGET_ENV names by its path is one with that of its name', () => {
  const listed = (name: string, mode: 'run' | 'list', file: string): string[] => {
    const projects = [name];
    return wantedOf(projects, selectTargets({ mode, projects }, { TARGET_ENV: file })).map(({ meta }) => meta.target);
  };
  expect(listed('finnet@mock', 'run', 'environments/mock.yaml')).toEqual(['finnet@mock']);
  const copy = environmentFile((text) => text);
  expect(listed('finnet@changed', 'list', copy)).toEqual(['finnet@changed']);
});

/** Copies an example's contract under other names, each of which is a provider of its own. */
function copies(names: string[]): string {
  const [example = ''] = exampleNames;
  const folder = newFolder('contracts');
  for (const name of names) {
    const renamed = (from: string, to: string): void => {
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, readFileSync(from, 'utf8').replace(new RegExp(`\\b${example}\\b`, 'g'), name));
    };
    const source = join(examples, example, 'contracts', example);
    for (const file of readdirSync(source)) renamed(join(source, file), join(folder, 'contracts', name, file));
    renamed(join(examples, example, `specs/${example}.openapi.yaml`), join(folder, `specs/${name}.openapi.yaml`));
  }
  const settings = names.map((name) => {
    const text = readFileSync(join(examples, example, 'environment.yaml'), 'utf8');
    return text.slice(text.indexOf(`  ${example}:`)).replace(example, name);
  });
  writeFileSync(join(folder, 'own.yaml'), `kind: mock\nproviders:\n${settings.join('')}`);
  return folder;
}

test('contracts of another folder bring the environments beside them, by name; providers of one title, and one named like a member of every object, are targets like any other', async () => {
  const variables = { CONFORMANCE_CONTRACTS: copies(['first', 'constructor']) };
  const projects = ['--project=first@own', '--project=constructor@own'];
  const { output, results } = await playHere([...projects, '--grep=control:'], variables);
  expect(output).not.toContain('does not load');
  expect(results().targets.map(({ target, requests }) => [target, requests])).toEqual([
    ['constructor@own', 1],
    ['first@own', 1],
  ]);
  const unnamed = await configureHere([], { ...variables, CONFORMANCE_REPORT: newFolder('report') });
  expect(unnamed.output).toContain('name one of these with --project: constructor@own, first@own');
  expect(unnamed.code).toBe(3);
});

test('--list speaks of clauses, names no test of two targets of one title twice, and leaves the report as it is; --grep selects by clause and by way', async () => {
  const report = await yesterdaysReport()();
  const before = filesOf(report);
  const variables = { CONFORMANCE_CONTRACTS: copies(['first', 'constructor']), CONFORMANCE_REPORT: report };
  const projects = ['--project=first@own', '--project=constructor@own'];
  const grep = 'control: the good request @|first-method|reversed-parameters';
  const { output, code } = await playwright(conformance(...projects, '--list', '--grep', grep), variables);
  expect(filesOf(report)).toEqual(before);
  expect(output).not.toContain('duplicate');
  expect(output.split('\n').filter((line) => line.includes('›'))).toEqual([
    expect.stringMatching(/^ *\[constructor@own\] .* control: the good request$/),
    expect.stringMatching(/constructor-parameter-order: .+ \(.*reversed-parameters.*\)/),
    expect.stringMatching(/^ *\[first@own\] .* control: the good request$/),
    expect.stringMatching(/first-method: The endpoint .+ \(.*get-query.*\)/),
    expect.stringMatching(/first-parameter-order: .+ \(.*reversed-parameters.*\)/),
  ]);
  expect(output).toContain('Total: 5 tests in ');
  expect(code).toBe(0);
});
