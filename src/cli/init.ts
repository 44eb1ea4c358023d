/** `conform init`: writes what a project needs to test its providers; what is there already stays as it is. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Option } from 'commander';
import { InputError } from '../contract/problems.ts';
import { makeFolder } from '../files/make-folder.ts';
import { builtInFolders } from '../files/roots.ts';
import { isObject, parseJson } from '../formats/json.ts';
import { print } from '../output/print.ts';
import { packageFolder } from '../package/place.ts';
import type { CliCommand } from './command.ts';
import { configurationFile, configurationFiles } from './configuration.ts';

const name = 'payment-token-conformance';

/** Where each CI reads its jobs; another file of that name is the project's own. */
const pipelines = {
  github: { template: 'github.yml', path: '.github/workflows/conformance.yml' },
  gitlab: { template: 'gitlab.yml', path: '.gitlab-ci.yml' },
} as const;

/** What git must not take up: secrets, and what a run writes. */
const ignored = [
  'node_modules/',
  '.env',
  'conformance-report/',
  'test-results/',
  'blob-report/',
  'blobs/',
  '.conformance-state/',
];

/** The project in the working directory, as far as it decides what is written. */
interface Project {
  /** Ending of TypeScript that Playwright loads as an ES module, which this package is. */
  ending: 'ts' | 'mts';
  /** Whether there is a Playwright configuration that tests no targets. */
  hasOther: boolean;
  /** The configuration that tests targets; null where there is none yet. */
  own: string | null;
  hasManifest: boolean;
}

function projectHere(): Project {
  const hasManifest = existsSync('package.json');
  const manifest = hasManifest ? manifestHere() : { type: 'module' };
  const own = configurationFile();
  return {
    ending: manifest['type'] === 'module' ? 'ts' : 'mts',
    hasOther: configurationFiles().some((file) => file !== own),
    own,
    hasManifest,
  };
}

function manifestHere(): Record<string, unknown> {
  try {
    const json = parseJson(readFileSync('package.json', 'utf8'));
    if (isObject(json)) return json;
  } catch {
    // What is wrong with it, npm says better.
  }
  throw new InputError('package.json cannot be read:', ['it is no JSON object; correct it, then run this again']);
}

function environment(): string {
  const text = readFileSync(join(builtInFolders.environments, 'mock.yaml'), 'utf8');
  return text.replace('$schema=../formats/', `$schema=../node_modules/${name}/formats/`);
}

/** Paths and texts of what the project needs. */
function filesFor({ ending, hasOther, own, hasManifest }: Project, ci: keyof typeof pipelines | undefined) {
  // Beside tests that are there, those of the targets have a folder of their own: the other configuration may run all of its own.
  const tests = hasOther ? 'conformance' : 'tests';
  const config = own ?? `${hasOther ? 'conformance' : 'playwright'}.config.${ending}`;
  const options = hasOther ? `{ tests: './${tests}' }` : '';
  const argument = config.startsWith('playwright.') ? '' : ` -c ${config}`;
  const pipeline = ci === undefined ? [] : [pipelines[ci]];
  const files: [path: string, text: string][] = [
    ...(hasManifest ? [] : ([['package.json', '{ "private": true, "type": "module" }\n']] as [string, string][])),
    [config, `import { defineConformance } from '${name}';\n\nexport default defineConformance(${options});\n`],
    [`${tests}/conformance.spec.${ending}`, `import '${name}/spec';\n`],
    ['environments/mock.yaml', environment()],
    [
      '.env.example',
      readFileSync(join(packageFolder, '.env.example'), 'utf8').replaceAll('npm run doctor --', 'npx conform doctor'),
    ],
    ['.gitignore', `${ignored.join('\n')}\n`],
    ...pipeline.map(({ template, path }): [string, string] => [
      path,
      readFileSync(join(packageFolder, 'templates', template), 'utf8').replaceAll('{config}', argument),
    ]),
  ];
  return { files, run: `npx playwright test${argument}` };
}

/** What the project still has to install; empty where nothing is missing. */
function missingPackages(): string[] {
  const find = createRequire(resolve('package.json'));
  return [name, '@playwright/test'].filter((one) => {
    try {
      find.resolve(`${one}/package.json`);
      return false;
    } catch {
      return true;
    }
  });
}

function begin(ci: keyof typeof pipelines | undefined): number {
  const { files, run } = filesFor(projectHere(), ci);
  for (const [path, text] of files) {
    if (existsSync(path)) {
      print(`kept  ${path}, which was there`);
      continue;
    }
    makeFolder(dirname(path));
    writeFileSync(path, text);
    print(`wrote ${path}`);
  }
  const lines = new Set(readFileSync('.gitignore', 'utf8').split(/\r?\n/));
  const open = ignored.filter((line) => ![line, line.replace('/', ''), `/${line}`].some((form) => lines.has(form)));
  if (open.length > 0) print(`Add to .gitignore: ${open.join(' ')}`);
  const missing = missingPackages();
  print('\nNext:');
  if (missing.length > 0) print(`  npm install --save-dev ${missing.join(' ')}`);
  print(`  ${run}`);
  if (missing.length === 0) print('  npx conform derive <page> --provider <name>');
  return 0;
}

export const command: CliCommand<{ ci?: keyof typeof pipelines }> = {
  subject: 'The beginning of a project',
  configuration: 'none',
  define: (line) =>
    line
      .description('Writes what a project needs to test its providers, on the mock at once; overwrites nothing.')
      .addOption(new Option('--ci <system>', 'a job for every night as well').choices(Object.keys(pipelines))),
  run: (_args, { ci }) => begin(ci),
};
