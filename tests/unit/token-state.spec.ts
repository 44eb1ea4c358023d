/** Tokens that outlive a run are kept, encrypted, and tried by a later run. */
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Mock, startMock } from '../../mock/server.ts';
import { fileState } from '../../src/run/token-state.ts';
import { runProvider } from './support/run.ts';

const day = 86_400_000;

interface World {
  file: string;
  /** Runs the scenarios that follow a token, on the day given; the clause of its end, and every token granted so far. */
  night(date: number): Promise<{ verdict: string | undefined; reason: string | undefined }>;
  tokens: string[];
  mock: Mock;
}

async function withWorld(body: (world: World) => Promise<void>): Promise<void> {
  let now = Date.parse('2026-11-23T02:00:00Z');
  const tokens: string[] = [];
  const mock = await startMock({ clock: () => now, lifeSeconds: 900 });
  mock.intercept = (call) => {
    const answer = call.answer();
    const token = /"access_token":"([^"]+)"/.exec(String(answer.body))?.[1];
    if (token) tokens.push(token);
    return answer;
  };
  const file = join(mkdtempSync(join(tmpdir(), 'token-state-')), 'tokens.json');
  const night: World['night'] = async (date) => {
    now = date;
    const result = await runProvider(mock, 'pyng', {
      clock: () => new Date(now),
      state: fileState(file),
      select: ({ id, change }) => id === 'control' || change?.way === 'after-end',
    });
    const clause = result.clauses.find(({ id }) => id === 'pyng-token-ends');
    return { verdict: clause?.verdict, reason: clause?.reason };
  };
  await body({ file, night, tokens, mock });
  await mock.close();
}

const monday = Date.parse('2026-11-23T02:00:00Z');

test("tonight's run tests yesterday's token", async () => {
  await withWorld(async ({ night, file, tokens }) => {
    const first = await night(monday);
    expect(first).toEqual({ verdict: 'not-exercised', reason: expect.stringContaining('it is kept for a later run') });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    for (const token of tokens) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(Buffer.from(token).toString('base64'));
    }
    expect(await night(monday + day)).toEqual({ verdict: 'pass', reason: '' });
  });
});

test('a token that is still good the next night fails its clause', async () => {
  await withWorld(async ({ night, mock }) => {
    await night(monday);
    const faithful = mock.intercept;
    mock.intercept = async (call) => {
      if (call.operation === 'token') return (await faithful?.(call)) ?? call.answer();
      return { status: 200, headers: [], body: '{}' };
    };
    expect((await night(monday + day)).verdict).toBe('fail');
  });
});

test('a token that has not ended yet is left for later', async () => {
  await withWorld(async ({ night }) => {
    await night(monday);
    const soon = await night(monday + 60_000);
    expect(soon).toEqual({ verdict: 'not-exercised', reason: expect.stringContaining('has not ended yet') });
  });
});

test('a torn state file is worth as much as none', async () => {
  await withWorld(async ({ night, file }) => {
    writeFileSync(file, '{"pyng@mock": {"endsAt"');
    expect((await night(monday)).reason).toContain('it is kept for a later run');
  });
});
