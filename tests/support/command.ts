/** The command itself in a process of its own, as a shell would start it, and the files and mocks it is given. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type Intercept, type MockOptions, startMock } from '../../mock/server.ts';
import type { Results } from '../../src/formats/results.ts';
import { newFolder } from './folders.ts';
import { brief, type Ended as ProcessEnded, type Started as StartedProcess, start } from './process.ts';
import { moduleOfRun } from './script.ts';

export { newFolder } from './folders.ts';
export { mostMs } from './process.ts';

const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
const basePaths: Record<string, string> = { singapay: '', finnet: '/pg/snap', pyng: '' };

/** The environment file of the embedded mock. */
export const mockEnvironment = readFileSync('environments/mock.yaml', 'utf8');

/** How a command of Playwright ended; its output is without the codes for a terminal. */
export interface Ended extends ProcessEnded {
  /** The output with every code for a terminal that is in it. */
  raw: string;
  /** Folder that holds all that was written: the report, and what Playwright leaves of each test. */
  folder: string;
  results(): Results;
}

/** A command of Playwright under way. */
export type Started = StartedProcess<Ended>;

/**
 * A configuration that a team has for the targets of this project, and its own, the second argument of
 * `defineConformance`. It is in JavaScript, as what it loads is where this run compiled it.
 */
export function configurationOfTeam(own = '{}'): string {
  const tests = newFolder('team');
  const [index, spec] = [moduleOfRun('src/index'), moduleOfRun('src/playwright/spec')];
  const ending = index.endsWith('.js') ? 'mjs' : 'mts';
  const ours = { root: process.cwd(), tests, contracts: 'contracts', specs: 'specs', environments: 'environments' };
  writeFileSync(join(tests, `conformance.spec.${ending}`), `import ${JSON.stringify(spec)};\n`);
  const file = join(tests, `playwright.config.${ending}`);
  writeFileSync(
    file,
    `import { defineConformance } from ${JSON.stringify(index)};
export default defineConformance(${JSON.stringify(ours)}, ${own});\n`,
  );
  return file;
}

/**
 * Where Playwright loads no TypeScript, it need not start a thread in each of its processes that makes JavaScript of it: a
 * quarter of what a run costs with Node.js before 22.15.
 */
const withoutTypeScript = { PW_DISABLE_TS_ESM: '1' };

/** Starts Playwright, without the variables that the test which runs this one was started with. */
export function startPlaywright(
  args: string[],
  variables: Record<string, string | undefined> = {},
  cwd = process.cwd(),
): Started {
  const folder = newFolder('run');
  const inherited = Object.entries(process.env).filter(([name]) => !/^(TEST_|PLAYWRIGHT|PW_|FORCE_COLOR)/.test(name));
  const report = join(folder, 'report');
  const env = {
    ...Object.fromEntries(inherited),
    CONFORMANCE_REPORT: report,
    ...(args.some((arg) => arg.endsWith('/playwright.config.mjs')) ? withoutTypeScript : {}),
    ...variables,
    PLAYWRIGHT_HTML_OPEN: 'never',
  };
  const ownOutput = args[0] === 'test' && !args.some((arg) => arg.startsWith('--output'));
  const output = ownOutput ? ['--output', join(folder, 'out')] : [];
  const { child, ended } = start(process.execPath, [...brief, cli, ...args, ...output], { cwd, env });
  const result = async (): Promise<Ended> => {
    const { output, ...rest } = await ended;
    const file = join(variables['CONFORMANCE_REPORT'] ?? report, 'results.json');
    const results = () => JSON.parse(readFileSync(file, 'utf8')) as Results;
    return { ...rest, output: stripVTControlCharacters(output), raw: output, folder, results };
  };
  return { child, ended: result() };
}

/** Runs Playwright to its end. */
export function playwright(args: string[], variables: Record<string, string> = {}): Promise<Ended> {
  return startPlaywright(args, variables).ended;
}

let ofTargets: string | null = null;

/** The arguments of a conformance run, under a configuration that holds the targets of this project and nothing else. */
export function conformance(...args: string[]): string[] {
  ofTargets ??= configurationOfTeam();
  return ['test', ...args, `--config=${ofTargets}`];
}

/** What selects the quickest run there is. */
export const controlOnly = ['--project=pyng', '--grep=control:'];

/** An environment file like the mock's, changed. */
export function environmentFile(change: (text: string) => string): string {
  const file = join(newFolder('env'), 'changed.yaml');
  writeFileSync(file, change(mockEnvironment));
  return file;
}

/** An environment file whose providers are at an origin; `settings` is one line of YAML for each of them. */
export function environmentAt(origin: string, settings = ''): string {
  const more = settings === '' ? '' : `    ${settings}\n`;
  return environmentFile((text) =>
    Object.entries(basePaths).reduce(
      (all, [name, path]) => all.replace(`  ${name}:\n`, `  ${name}:\n    baseUrl: ${origin}${path}\n${more}`),
      text,
    ),
  );
}

/** Starts a mock, hands over an environment file that leads to it, and ends it. */
export async function withMock<T>(
  intercept: Intercept | undefined,
  body: (file: string, requests: () => number) => Promise<T>,
  { settings, ...options }: MockOptions & { settings?: string } = {},
): Promise<T> {
  const mock = await startMock({ lifeSeconds: 3, ...options });
  mock.intercept = intercept;
  try {
    return await body(environmentAt(mock.url, settings), () => mock.requests);
  } finally {
    await mock.close();
  }
}
