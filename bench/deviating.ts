/** What a run costs against a provider that deviates, beside the same run against one that conforms, in processor time. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Intercept } from '../mock/server.ts';
import { startMock } from '../mock/server.ts';
import { isSuccess } from '../src/contract/status.ts';
import type { JsonObject } from '../src/formats/json.ts';
import { contractOf } from '../src/judge/catalogue.ts';
import { casesOf } from '../src/scenario/cases.ts';
import { root } from './generate.ts';
import { median } from './parts.ts';
import { lay } from './runs.ts';
import { spent } from './spent.ts';

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
    return isToken(call.operation) && isSuccess(answer.status) ? edited(answer, bare) : answer;
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
  red: number;
  /** Processor time of an empty Playwright project with as many tests, as many of them red; 0 where it was not asked for. */
  emptyMs: number;
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

/** Processor time of a run of Playwright in milliseconds, and how many of its tests failed. */
async function ran(
  args: string[],
  output: string,
  variables: Record<string, string>,
): Promise<{ cpuMs: number; red: number }> {
  const { cpuMs } = await spent([process.execPath, playwright, 'test', ...args, `--output=${output}`], variables);
  // Playwright's own count, so that a run that never began is no cheap one.
  const last = JSON.parse(readFileSync(join(output, '.last-run.json'), 'utf8')) as { failedTests: string[] };
  return { cpuMs, red: last.failedTests.length };
}

/** One provider of one kind, ready to be measured again and again. */
async function lane(like: string, index: number, kind: Kind) {
  const mock = await startMock();
  mock.intercept = kinds[kind];
  const ground = lay(3, kind === 'down' ? { ...mock, url: 'http://127.0.0.1:9' } : mock);
  const project = `generated${index}`;
  const tests = casesOf(contractOf(project, join(ground.folder, 'contracts'))).length;
  const output = join(ground.folder, 'out');
  const variables = { ...ground.variables, CONFORMANCE_REPORT: join(ground.folder, 'report') };
  const ours: { cpuMs: number; red: number }[] = [];
  const theirs: number[] = [];
  let empty: string | null = null;
  return {
    async round(): Promise<void> {
      const one = await ran([`--project=${project}`], output, variables);
      ours.push(one);
      if (kind !== 'one that grants everything') return;
      empty ??= layEmpty(tests, one.red);
      theirs.push((await ran(['--config', join(empty, 'playwright.config.ts')], join(empty, 'out'), {})).cpuMs);
    },
    result: (): Deviating => ({
      like,
      kind,
      cpuMs: median(ours.map(({ cpuMs }) => cpuMs)),
      red: median(ours.map(({ red }) => red)),
      emptyMs: theirs.length > 0 ? median(theirs) : 0,
    }),
    async close(): Promise<void> {
      await mock.close();
      for (const folder of [ground.folder, ...(empty === null ? [] : [empty])]) rmSync(folder, { recursive: true });
    },
  };
}

/**
 * Measures every kind of every provider; medians over rounds. Each round takes all kinds in turn, so that what else the
 * machine does meets them alike, and the providers side by side: processor time is compared, and of that alone.
 */
export async function deviating(rounds: number): Promise<Deviating[]> {
  const byKind = await Promise.all(
    (Object.keys(kinds) as Kind[]).map((kind) =>
      Promise.all(['finnet', 'pyng', 'singapay'].map((like, index) => lane(like, index, kind))),
    ),
  );
  try {
    for (let round = 0; round < rounds; round++)
      for (const lanes of byKind) await Promise.all(lanes.map((one) => one.round()));
    return byKind.flat().map((one) => one.result());
  } finally {
    await Promise.all(byKind.flat().map((one) => one.close()));
  }
}
