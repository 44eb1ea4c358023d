/** A token that lives longer than a run may wait is kept, and a later run shows its end. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Mock, startMock } from '../../mock/server.ts';
import { runProvider } from '../../proof/run.ts';
import { fileState } from '../../src/run/token-state.ts';
import { newFolder } from '../support/folders.ts';

const day = 86_400_000;
/** A cost of scrypt (N) at which a key takes no time. */
const cheap = 16;

interface World {
  file: string;
  /** Runs the scenarios that follow a token, on the day given, where the clock is off by milliseconds; the clause of its end, and every token granted so far. */
  night(
    date: number,
    off?: number,
  ): Promise<{ verdict: string | undefined; reason: string | undefined; notes: string[] }>;
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
  const file = join(newFolder('token-state'), 'tokens.json');
  const night: World['night'] = async (date, off = 0) => {
    now = date;
    const result = await runProvider(mock, 'pyng', {
      clock: () => new Date(now + off),
      state: fileState(file, cheap),
      select: ({ id, change }) => id === 'control' || change?.way === 'after-end',
    });
    const clause = result.clauses.find(({ id }) => id === 'pyng-token-ends');
    const notes = result.notes.filter((note) => note.includes('state file') || note.includes('token kept'));
    return { verdict: clause?.verdict, reason: clause?.reason, notes };
  };
  await body({ file, night, tokens, mock });
  await mock.close();
}

const monday = Date.parse('2026-11-23T02:00:00Z');

test("tonight's run tests yesterday's token", async () => {
  await withWorld(async ({ night, file, tokens }) => {
    const first = await night(monday);
    expect(first).toMatchObject({ verdict: 'not-exercised', notes: [] });
    expect(first.reason).toContain('it is kept for a later run');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    for (const token of tokens) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(Buffer.from(token).toString('base64'));
    }
    expect(await night(monday + day)).toEqual({ verdict: 'pass', reason: '', notes: [] });
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
    expect(soon).toMatchObject({ verdict: 'not-exercised', reason: expect.stringContaining('has not ended yet') });
  });
});

test('what was done to the file never makes a good provider deviate, and the next run keeps a token anew', async () => {
  const harm: [string, (text: string) => string][] = [
    ['an earlier end', (text) => text.replace(/"endsAt": \d+/, '"endsAt": 1')],
    ['a torn file', () => '{"pyng@mock": {"endsAt"'],
  ];
  for (const [name, change] of harm)
    await withWorld(async ({ night, file }) => {
      await night(monday);
      const text = readFileSync(file, 'utf8');
      expect(change(text)).not.toBe(text);
      writeFileSync(file, change(text));
      const second = await night(monday + 60_000);
      expect(second.verdict, name).toBe('not-exercised');
      expect(second.reason).toContain('it is kept for a later run');
      expect(
        second.notes.filter((note) => /was (changed|damaged)/.test(note)),
        name,
      ).toHaveLength(1);
      const third = await night(monday + day);
      expect([third.verdict, third.notes], name).toEqual(['pass', []]);
    });
});

test('a clock that is set between two nights makes no token end early', async () => {
  const hour = 3_600_000;
  for (const [first, second] of [
    [0, hour],
    [-hour, 0],
    [hour, hour],
    [-hour, hour],
  ]) {
    await withWorld(async ({ night }) => {
      await night(monday, first);
      const early = await night(monday + 300_000, second);
      expect([early.verdict, early.reason]).toEqual(['not-exercised', expect.stringContaining('has not ended yet')]);
      expect((await night(monday + day, second)).verdict).toBe('pass');
    });
  }
});
