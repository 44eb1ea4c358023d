/** Playwright's UI mode over many runs, in a real browser: each is judged afresh, with results of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { WebSocket } from 'undici';
import { startMock } from '../../mock/server.ts';
import type { Results } from '../../src/formats/results.ts';
import { gateFile } from '../../src/results/gate.ts';
import { findBrowser } from '../support/browser.ts';
import { environmentAt, mostMs, newFolder, type Started, startPlaywright } from '../support/command.ts';

const browser = findBrowser('UI mode');

test.use(browser.use);

/** The clause that is run alone, and the scenarios that are run with all. */
const clause = 'singapay-grant-type-value';
const scenarios = `control:|${clause}`;

/** The address that a command says it listens on. */
function addressOf({ child }: Started): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const [, address] = /Listening on (http:\S+)/.exec(stripVTControlCharacters(text)) ?? [];
      if (address) resolve(address);
    });
    child.once('close', () => reject(new Error(`The command ended before it listened: ${text}`)));
  });
}

/** The results of the run that a click started. */
async function resultsOf(report: string, before: Results | null, start: () => Promise<void>): Promise<Results> {
  await start();
  const read = (): Results | null => {
    if (gateFile(join(report, 'results.json')).exitCode === 3) return null;
    try {
      return JSON.parse(readFileSync(join(report, 'results.json'), 'utf8')) as Results;
    } catch {
      // The run that a click started puts the report away meanwhile.
      return null;
    }
  };
  await expect.poll(() => read()?.startedAt ?? before?.startedAt, { timeout: mostMs }).not.toBe(before?.startedAt);
  return read() as Results;
}

const verdicts = ({ targets }: Results) =>
  targets.map(({ verdict, requests, counts }) => ({ verdict, sent: requests > 0, passed: counts.pass > 0 }));

async function runAll(page: Page): Promise<void> {
  await expect(page.getByTitle('Stop — Shift + F5')).toBeDisabled();
  await page.getByTitle('Run all — F5').click();
}

/** Speaks the protocol by which editors drive Playwright; each call gives what the server answers. */
async function editorOf(address: string) {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: unknown };
    if (id !== undefined) waiting.get(id)?.(error ?? result);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  let calls = 0;
  return {
    call: (method: string, params: object = {}) =>
      new Promise<unknown>((resolve) => {
        calls += 1;
        waiting.set(calls, resolve);
        socket.send(JSON.stringify({ id: calls, method, params }));
      }),
    close: () => socket.close(),
  };
}

test('run all, an editor asks while the server is down, and one clause alone where it is up again', async ({
  page,
}) => {
  test.skip(browser.isMissing, browser.leftOut);
  const first = await startMock({ lifeSeconds: 3 });
  const { port } = new URL(first.url);
  const report = join(newFolder('ui'), 'report');
  const started = startPlaywright(
    ['test', '--ui', '--ui-host=127.0.0.1', '--ui-port=0', '--project=singapay', '--grep', scenarios],
    { TARGET_ENV: environmentAt(first.url, 'pace: { timeout: 2 }'), CONFORMANCE_REPORT: report },
  );
  try {
    const connection = page.waitForEvent('websocket');
    await page.goto(await addressOf(started));
    const tree = page.getByRole('tree');
    await expect(tree.getByText('SingaPay')).toBeVisible({ timeout: 60_000 });
    // Whoever lists the tests begins no run.
    expect(existsSync(report)).toBe(false);

    const up = await resultsOf(report, null, () => runAll(page));
    expect(verdicts(up)).toEqual([{ verdict: 'conforms', sent: true, passed: true }]);
    await expect(page.getByTitle('Stop — Shift + F5')).toBeDisabled();
    await page.getByTitle('Expand all').click();

    await first.close();
    const editor = await editorOf((await connection).url());
    const asked = { projects: ['singapay'], grep: 'control:', locations: [] };
    const down = await resultsOf(report, up, async () => {
      expect(await editor.call('runTests', asked)).toEqual({ status: 'failed' });
    });
    editor.close();
    expect(verdicts(down)).toEqual([{ verdict: 'not-judged', sent: true, passed: false }]);

    const second = await startMock({ lifeSeconds: 3, port: Number(port) });
    try {
      const one = tree.getByRole('treeitem').filter({ hasText: clause }).last();
      const alone = await resultsOf(report, down, async () => {
        await one.hover();
        await one.getByTitle('Run', { exact: true }).click();
      });
      await page.screenshot({ path: test.info().outputPath('ui.png') });
      expect(verdicts(alone)).toEqual([{ verdict: 'conforms', sent: true, passed: true }]);
      const judged = alone.targets[0]?.clauses.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
      expect(judged).toContain(clause);
      // The control, on which it rests, is sent and judged with it: as if there had been no run before.
      const sent = alone.targets[0]?.exchanges.map(({ id, scenario }) => [id, scenario]);
      expect(sent).toEqual(up.targets[0]?.exchanges.map(({ id, scenario }) => [id, scenario]));
      expect(sent?.map(([, scenario]) => scenario?.split('/')[0])).toEqual(
        sent?.map((_, index) => (index === 0 ? 'control' : clause)),
      );
      expect(sent?.length).toBeGreaterThan(1);
      expect(second.requests).toBe(alone.targets[0]?.requests);
    } finally {
      await second.close();
    }
    expect(started.child.exitCode).toBeNull();
  } finally {
    started.child.kill('SIGINT');
    await started.ended;
  }
});
