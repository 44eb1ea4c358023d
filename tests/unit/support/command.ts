/** The command itself in a process of its own, as a shell would start it, and the files and mocks it is given. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type Intercept, type MockOptions, startMock } from '../../../mock/server.ts';
import type { Results } from '../../../src/results/format.ts';
import { newFolder } from './folders.ts';

export { newFolder } from './folders.ts';

const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
const basePaths: Record<string, string> = { singapay: '', finnet: '/pg/snap', pyng: '' };

/** Milliseconds after which a command that does not end by itself is ended; its exit code is then null. */
export const mostMs = 400_000;

/** The environment file of the embedded mock. */
export const mockEnvironment = readFileSync('environments/mock.yaml', 'utf8');

/** How a command ended. */
export interface Ended {
  /** Null where a signal ended it. */
  code: number | null;
  output: string;
  /** The output with every code for a terminal that is in it. */
  raw: string;
  /** Folder that holds all that was written: the report, and what Playwright leaves of each test. */
  folder: string;
  results(): Results;
}

/** A command under way. */
export interface Started {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** Starts Playwright; without the variables by which the test that runs this one is told what it is. */
export function startPlaywright(
  args: string[],
  variables: Record<string, string | undefined> = {},
  cwd = process.cwd(),
): Started {
  const folder = newFolder('run');
  const inherited = Object.entries(process.env).filter(([name]) => !/^(TEST_|PLAYWRIGHT|PW_|FORCE_COLOR)/.test(name));
  const env = { ...Object.fromEntries(inherited), CONFORMANCE_REPORT: join(folder, 'report'), ...variables };
  const ownOutput = args[0] === 'test' && !args.some((arg) => arg.startsWith('--output'));
  const child = spawn(process.execPath, [cli, ...args, ...(ownOutput ? ['--output', join(folder, 'out')] : [])], {
    cwd,
    env: { ...env, PLAYWRIGHT_HTML_OPEN: 'never' },
    timeout: mostMs,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      const report = variables['CONFORMANCE_REPORT'] ?? join(folder, 'report');
      const results = () => JSON.parse(readFileSync(join(report, 'results.json'), 'utf8')) as Results;
      resolve({ code, output: stripVTControlCharacters(output), raw: output, folder, results });
    });
  });
  return { child, ended };
}

/** Runs Playwright to its end. */
export function playwright(args: string[], variables: Record<string, string> = {}): Promise<Ended> {
  return startPlaywright(args, variables).ended;
}

/** The arguments of a conformance run. */
export const conformance = (...args: string[]): string[] => ['test', ...args];

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
