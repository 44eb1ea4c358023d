/** What a configuration gives `defineConformance` is what is run, or one message: no slip tests other targets than were meant. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newFolder } from '../../support/command.ts';
import { runHere } from '../../support/here.ts';
import { type Configuration, configureHere } from '../../support/play.ts';
import type { Ended } from '../../support/process.ts';
import { moduleOfRun } from '../../support/script.ts';

/** Arguments as JavaScript has them, and the faults that are named. */
const rows: [given: string, ...faults: string[]][] = [
  ["{ builtIn: 'finnet' }", 'builtIn is a text; give true, false, or a list of names, as ["finnet"]'],
  ['{ builtIn: null }', 'builtIn is null; give true, false, or a list of names, as ["acme"]'],
  ["{ builtIn: [['finnet']] }", 'builtIn[0] is a list; give the name of a built-in provider'],
  ["{ builtIn: ['finnet', , 3] }", 'builtIn[1] is undefined; give', 'builtIn[2] is the number 3; give'],
  ["{ builtIn: new Set(['finnet']) }", 'builtIn is an object; give'],
  ['null', "the options are null; give an object, as { contracts: './contracts' }, or nothing"],
  ["['contracts']", 'the options are a list; give an object'],
  ["'contracts'", 'the options are a text; give an object'],
  ['Promise.resolve({})', 'the options are a promise, which await would read; give an object'],
  [
    "{ builtin: ['finnet'], environmets: './none', contract: './nowhere' }",
    'there is no option "builtin"; did you mean "builtIn"?',
    'there is no option "environmets"; did you mean "environments"?',
    'there is no option "contract"; did you mean "contracts"?',
  ],
  [
    '{ folder: 1 }',
    'there is no option "folder"; there is: root, contracts, specs, environments, report, tests, builtIn',
  ],
  ['{ constructor: 1 }', 'there is no option "constructor"; there is: root'],
  ['{ reporter: [] }', '"reporter" is an option of Playwright\'s; give it in the second argument'],
  ["{ contracts: ['a', 'b'] }", 'contracts is a list; give the path of a folder, or leave it out'],
  ["{ root: '', report: 3, tests: null }", 'root is an empty text', 'report is the number 3', 'tests is null; give'],
  ["{ environments: new URL('file:///x') }", 'environments is an object; give the path of a folder'],
  ['{}, null', 'the second argument is null; give a Playwright configuration, or nothing'],
  ["{}, 'list'", 'the second argument is a text; give'],
  ['{}, { builtIn: [] }', 'the second argument has the option "builtIn", which belongs in the first argument'],
  [
    "{}, { projects: { name: 'shop' } }",
    'the second argument has projects that are an object; give a list of projects',
  ],
  ['{}, { projects: null }', 'the second argument has projects that are null; give'],
  ["{}, { projects: ['shop'] }", "has a wrong project: projects[0] is a text; give a project, as { name: 'shop' }"],
  [
    "{}, { projects: [{}, { name: 3, dependencies: 'a' }] }",
    'projects[1].name is the number 3',
    'projects[1].dependencies is',
  ],
  ["{}, { projects: [{ name: 'a', dependencies: [null] }] }", 'projects[0].dependencies[0] is null; give the name of'],
  ['{}, { reporter: {} }', 'has a wrong reporter: reporter is an object; give a name, or a list of lists'],
  ["{}, { reporter: ['html', {}] }", 'reporter[0] is a text; give', 'reporter[1] is an object; give'],
];

function configurationFile(given: string): string {
  const file = join(newFolder('options'), 'playwright.config.mts');
  const index = JSON.stringify(moduleOfRun('src/index'));
  writeFileSync(file, `import { defineConformance } from ${index};\nexport default defineConformance(${given});\n`);
  return file;
}

/** The arguments that a text stands for. */
function argumentsIn(given: string): Configuration {
  const [options, own] = Function(`return [${given}]`)();
  return { options, own };
}

const title = 'The configuration gives defineConformance what it does not take:';

/** Expects one message that lists these faults, each with the place where there is one. */
function expectFaults({ code, stdout, stderr }: Ended, place: string, faults: readonly string[]): void {
  expect([code, stdout], stderr).toEqual([3, '']);
  const [first, ...lines] = stderr.trimEnd().split('\n');
  expect(first).toBe(title);
  expect(lines.length, stderr).toBe(faults.length);
  for (const [index, fault] of faults.entries()) {
    expect(lines[index]?.startsWith(`  - ${place}`), lines[index]).toBe(true);
    expect(lines[index]).toContain(fault);
  }
}

test('each wrong argument of defineConformance is named in one message, and the run ends with exit code 3', async () => {
  for (const [given, ...faults] of rows) {
    const variables = { CONFORMANCE_REPORT: join(newFolder('report'), 'report') };
    expectFaults(await configureHere(['--project=pyng@mock'], variables, argumentsIn(given)), '', faults);
  }
});

test('so it is in a command, with the file', async () => {
  for (const [given, ...faults] of rows.filter((_, index) => index % 5 === 0)) {
    const file = configurationFile(given);
    expectFaults(await runHere('doctor', ['pyng@mock', '-c', file]), `${file}: `, faults);
  }
});

test('a wrong option is said by every command that reads the configuration, and the report of an earlier run is put aside', async () => {
  const folder = newFolder('report');
  // A module is loaded once in a process: each command has a file of its own.
  const file = () => configurationFile(`{ builtin: ['finnet'], report: ${JSON.stringify(folder)} }`);
  for (const [command, ...args] of [
    ['gate'],
    ['merge', folder],
    ['report'],
    ['explain', 'pyng-grant'],
    ['sign', 'pyng@mock'],
    ['prove', 'pyng'],
  ] as const) {
    const ended = await runHere(command, [...args, '-c', file()]);
    expect([command, ended.code, ended.stderr]).toEqual([
      command,
      3,
      expect.stringContaining('did you mean "builtIn"?'),
    ]);
  }
  // This one is for when the configuration may be broken: what it can read of it, it takes.
  writeFileSync(join(folder, 'results.json'), '{}');
  const begun = await runHere('begin', ['-c', file()]);
  expect(begun.code, begun.output).toBe(0);
  expect(existsSync(join(folder, 'results.json'))).toBe(false);
});

test('a root that is not there, or a file for a folder, is no set of other providers', async () => {
  const file = join(newFolder('a-file'), 'contracts');
  writeFileSync(file, '');
  mkdirSync(join(file, '../environments'));
  for (const options of [{ root: './tragets' }, { contracts: file }, { environments: file }, { specs: file }]) {
    const run = await configureHere(['--project=pyng@mock'], {}, { options });
    expect([run.code, run.stderr]).toEqual([
      3,
      expect.stringMatching(/^The configuration names a folder that is not there:\n/),
    ]);
  }
});
