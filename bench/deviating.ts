/** What a run costs against a provider that deviates, beside the same run against one that conforms, in processor time. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Intercept } from '../mock/server.ts';
import { startMock } from '../mock/server.ts';
import type { JsonObject } from '../src/formats/json.ts';
import { root } from './generate.ts';
import { median } from './parts.ts';
import { type Ground, lay } from './runs.ts';

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');

function edited(answer: Answer, edit: (body: JsonObject) => JsonObject): Answer {
  try {
    return { ...answer, body: JSON.stringify(edit(JSON.parse(Buffer.from(answer.body).toString()) as JsonObject)) };
  } catch {
    return answer;
  }
}

/** A grant without what it is wrapped in: the members of its data, or those that hold the token. */
function bare(body: JsonObject): JsonObject {
  const { data } = body;
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(body).filter(([name]) => /token|expires|scope/i.test(name)));
}

const isToken = (operation: string): boolean => operation === 'token';

/** How each kind of provider answers; `down` is not there to answer at all. */
const kinds = {
  conforming: undefined,
  'an error envelope that is wrong everywhere': (call) => {
    const answer = call.answer();
    if (!isToken(call.operation) || answer.status < 400) return answer;
    return edited(answer, (body) =>
      Object.fromEntries(Object.entries(body).map(([name, value]) => [`x_${name}`, value])),
    );
  },
  'a grant that lacks its envelope': (call) => {
    const answer = call.answer();
    return isToken(call.operation) && answer.status < 300 ? edited(answer, bare) : answer;
  },
  down: undefined,
  'one that grants everything': (call) => (isToken(call.operation) ? call.grant() : call.answer()),
} as const satisfies Record<string, Intercept | undefined>;

/** A kind of provider. */
export type Kind = keyof typeof kinds;

/** One provider against which a run was measured. */
export interface Deviating {
  like: string;
  kind: Kind;
  /** Processor time of the command and all its processes, milliseconds, the median of the rounds. */
  cpuMs: number;
  wallMs: number;
  red: number;
  /** Processor time of an empty Playwright project with as many tests, as many of them red; 0 where it was not asked for. */
  emptyMs: number;
}

interface Spent {
  cpuMs: number;
  wallMs: number;
  output: string;
}

/** Runs Playwright in a shell, which alone tells the processor time of all the processes it started. */
function spent(args: string[], variables: Record<string, string>): Promise<Spent> {
  const { PATH = '', HOME = '' } = process.env;
  const script = 'TIMEFORMAT="spent %R %U %S"; time "$@"';
  return new Promise((resolve, reject) => {
    execFile(
      'bash',
      ['-c', script, 'bash', process.execPath, playwright, 'test', ...args],
      { cwd: root, env: { PATH, HOME, ...variables }, maxBuffer: 2 ** 28 },
      (_error, stdout, stderr) => {
        const [, wall, user, system] = /spent ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
        if (wall === undefined) return reject(new Error(`the time of playwright test is not told:\n${stderr}`));
        return resolve({
          cpuMs: 1000 * (Number(user) + Number(system)),
          wallMs: 1000 * Number(wall),
          output: stdout + stderr,
        });
      },
    );
  });
}

/** A Playwright project of so many empty tests, the first of which fail. */
function layEmpty(tests: number, red: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-red-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, 'playwright.config.ts'),
    `export default { workers: 1, reporter: 'list', testMatch: 'empty.spec.ts' };`,
  );
  writeFileSync(
    join(folder, 'empty.spec.ts'),
    `import { test } from '@playwright/test';
test.describe.configure({ mode: 'parallel' });
for (let i = 0; i < ${tests}; i++) test(\`t\${i}: empty\`, () => { if (i < ${red}) throw new Error('red'); });
`,
  );
  return folder;
}

/** Number of tests, and of those that fail, as Playwright's own JSON reporter counts them. */
async function counted(ground: Ground, project: string): Promise<{ tests: number; red: number }> {
  const file = join(ground.folder, 'counted.json');
  await spent([`--project=${project}`, `--output=${join(ground.folder, 'out')}`, '--reporter=json'], {
    ...ground.variables,
    CONFORMANCE_REPORT: join(ground.folder, 'report'),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: Record<'expected' | 'unexpected' | 'skipped' | 'flaky', number>;
  };
  return { tests: stats.expected + stats.unexpected + stats.skipped + stats.flaky, red: stats.unexpected };
}

/** Measures every kind of every provider in turn; medians over rounds. */
export async function deviating(rounds: number): Promise<Deviating[]> {
  const mock = await startMock();
  const grounds = { up: lay(3, mock), down: lay(3, { ...mock, url: 'http://127.0.0.1:9' }) };
  const found: Deviating[] = [];
  try {
    for (const [index, like] of ['finnet', 'pyng', 'singapay'].entries())
      for (const kind of Object.keys(kinds) as Kind[]) {
        mock.intercept = kinds[kind];
        const ground = kind === 'down' ? grounds.down : grounds.up;
        const project = `generated${index}`;
        const { tests, red } = await counted(ground, project);
        const empty = kind === 'one that grants everything' ? layEmpty(tests, red) : null;
        const ours: Spent[] = [];
        const theirs: Spent[] = [];
        for (let round = 0; round < rounds; round++) {
          ours.push(
            await spent([`--project=${project}`, `--output=${join(ground.folder, 'out')}`], {
              ...ground.variables,
              CONFORMANCE_REPORT: join(ground.folder, 'report'),
            }),
          );
          if (empty) theirs.push(await spent(['--config', join(empty, 'playwright.config.ts')], {}));
        }
        if (empty) rmSync(empty, { recursive: true });
        const cpuMs = median(ours.map((one) => one.cpuMs));
        const wallMs = median(ours.map((one) => one.wallMs));
        found.push({ like, kind, cpuMs, wallMs, red, emptyMs: empty ? median(theirs.map((one) => one.cpuMs)) : 0 });
      }
  } finally {
    await mock.close();
    for (const { folder } of Object.values(grounds)) rmSync(folder, { recursive: true });
  }
  return found;
}
