import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Mock, startMock } from '../../../mock/server.ts';
import { runProvider } from '../../../proof/run.ts';
import { fileState } from '../../../src/run/token-state.ts';
import type { Target } from '../../../src/target/target.ts';
import { mockTarget } from '../../support/network.ts';

const day = 86_400_000;

interface World {
  file: string;
  /** Runs the scenarios that follow a token, on the day given; the clause of its end, and every token granted so far. */
  night(date: number): Promise<{ verdict: string | undefined; reason: string | undefined; notes: string[] }>;
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

const folder = (): string => mkdtempSync(join(tmpdir(), 'token-state-'));
const cheap = 1024;
const named = (name: string): Target => ({ ...mockTarget(), name });
const soon = (): number => Date.now() + 60_000;

type Entry = Record<string, unknown>;
interface Stored {
  formatVersion: number;
  tokens: Record<string, Entry>;
}

test('a token opens for its own target, address and end alone, and what is fine beside it stays', async () => {
  const [one, two] = [named('one@x'), named('two@x')];
  const harm: [string, (stored: Stored) => unknown][] = [
    ['another end', ({ tokens }) => void Object.assign(tokens['one@x'] ?? {}, { endsAt: soon() + 1 })],
    ['the end as text', ({ tokens }) => void Object.assign(tokens['one@x'] ?? {}, { endsAt: String(soon()) })],
    ['no end', ({ tokens }) => delete tokens['one@x']?.['endsAt']],
    [
      'entries swapped',
      ({ tokens }) => void Object.assign(tokens, { 'one@x': tokens['two@x'], 'two@x': tokens['one@x'] }),
    ],
    ['an entry under another name', ({ tokens }) => void Object.assign(tokens, { 'one@x': tokens['two@x'] })],
    ...[4, 8, 12, 13, 14, 15, 17].map((length): [string, (stored: Stored) => unknown] => [
      `a tag of ${length} bytes`,
      ({ tokens }) => {
        const tag = Buffer.concat([Buffer.from(String(tokens['one@x']?.['tag']), 'base64'), Buffer.alloc(1)]);
        Object.assign(tokens['one@x'] ?? {}, { tag: tag.subarray(0, length).toString('base64') });
      },
    ]),
    ...['salt', 'nonce', 'tag', 'text'].flatMap((member): [string, (stored: Stored) => unknown][] => [
      [`no ${member}`, ({ tokens }) => delete tokens['one@x']?.[member]],
      [`an empty ${member}`, ({ tokens }) => void Object.assign(tokens['one@x'] ?? {}, { [member]: '' })],
      [
        `a ${member} cut short`,
        ({ tokens }) =>
          void Object.assign(tokens['one@x'] ?? {}, { [member]: String(tokens['one@x']?.[member]).slice(0, -4) }),
      ],
      [`a ${member} that is no text`, ({ tokens }) => void Object.assign(tokens['one@x'] ?? {}, { [member]: [1] })],
    ]),
    ...[null, [], 'text', 7, true].map((value): [string, (stored: Stored) => unknown] => [
      `${JSON.stringify(value)} for an entry`,
      ({ tokens }) => void Object.assign(tokens, { 'one@x': value }),
    ]),
  ];
  for (const [name, change] of harm) {
    const file = join(folder(), 'tokens.json');
    for (const target of [one, two])
      expect(await fileState(file, cheap).write(target, { token: `token of ${target.name}`, endsAt: soon() })).toBe(
        true,
      );
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    change(stored);
    writeFileSync(file, JSON.stringify(stored));
    const state = fileState(file, cheap);
    expect(state.read(one), name).toBeNull();
    expect(state.notes(), name).toHaveLength(1);
    const swapped = name === 'entries swapped';
    if (!swapped) expect(state.read(two)?.token, name).toBe('token of two@x');
    expect(await state.write(one, { token: 'anew', endsAt: soon() })).toBe(true);
    const later = fileState(file, cheap);
    expect(later.read(one)?.token, name).toBe('anew');
    if (!swapped) expect(later.read(two)?.token, name).toBe('token of two@x');
    if (!swapped) expect(later.notes(), name).toEqual([]);
  }
});

test('a token is of one address and one client', async () => {
  const file = join(folder(), 'tokens.json');
  const one = named('one@x');
  await fileState(file, cheap).write(one, { token: 'kept', endsAt: soon() });
  expect(fileState(file, cheap).read({ ...one, baseUrl: 'https://other.example' })).toBeNull();
  expect(fileState(file, cheap).read({ ...one, ownSecrets: ['another'] })).toBeNull();
  expect(fileState(file, cheap).read(one)?.token).toBe('kept');
});

test('an end beyond a year is neither kept nor believed', async () => {
  const file = join(folder(), 'tokens.json');
  const one = named('one@x');
  const state = fileState(file, cheap);
  for (const endsAt of [Date.now() + 400 * day, Number.POSITIVE_INFINITY, Number.NaN])
    expect(await state.write(one, { token: 'for ever', endsAt })).toBe(false);
  expect(state.notes()).toEqual([expect.stringContaining('claims to live for more than a year')]);
  const endsAt = Date.now() + 300 * day;
  expect(await state.write(one, { token: 'long', endsAt })).toBe(true);
  expect(state.read(one)).toEqual({ token: 'long', endsAt });
  expect(state.read(one, Date.now() - 100 * day)).toBeNull();
});

test('a damaged file is repaired, and said so; one of another version is handled apart', async () => {
  const one = named('one@x');
  const other = join(folder(), 'other.json');
  await fileState(other, cheap).write(named('two@x'), { token: 'two', endsAt: soon() });
  const whole = readFileSync(other, 'utf8');
  const texts: [string, RegExp][] = [
    ['', /damaged/],
    ['null', /damaged/],
    ['[]', /damaged/],
    ['7', /damaged/],
    ['{}', /damaged/],
    ['{"formatVersion":2}', /damaged/],
    ['{"formatVersion":"2","tokens":{}}', /damaged/],
    ['{"formatVersion":2,"tokens":null}', /damaged/],
    [`${'['.repeat(200_000)}`, /damaged/],
    ['\u0000\u0001', /damaged/],
    [whole.slice(0, -4), /damaged/],
    [JSON.stringify((JSON.parse(whole) as Stored).tokens), /of an earlier version/],
  ];
  for (const [text, said] of texts) {
    const file = join(folder(), 'tokens.json');
    writeFileSync(file, text);
    const state = fileState(file, cheap);
    expect(state.read(one)).toBeNull();
    expect(await state.write(one, { token: 'one', endsAt: soon() })).toBe(true);
    expect(state.notes()).toEqual([expect.stringMatching(said)]);
    const later = fileState(file, cheap);
    expect(later.read(one)?.token).toBe('one');
    expect(later.read(named('two@x'))?.token).toBe(text === whole.slice(0, -4) ? 'two' : undefined);
    expect(later.notes()).toEqual([]);
  }
  const newer = join(folder(), 'tokens.json');
  writeFileSync(newer, '{"formatVersion":3,"more":true}');
  const state = fileState(newer, cheap);
  expect(state.read(one)).toBeNull();
  expect(await state.write(one, { token: 'one', endsAt: soon() })).toBe(false);
  expect(readFileSync(newer, 'utf8')).toBe('{"formatVersion":3,"more":true}');
  expect(state.notes()).toEqual([expect.stringContaining('it has the later format 3; nothing is kept in it')]);
});

test('only this user may read file and folder, whatever was there; what cannot be written is reported', async () => {
  const one = named('one@x');
  const place = join(folder(), 'made');
  const file = join(place, 'tokens.json');
  const mode = (path: string): number => statSync(path).mode & 0o777;
  await fileState(file, cheap).write(one, { token: 'one', endsAt: soon() });
  expect([mode(place), mode(file)]).toEqual([0o700, 0o600]);
  chmodSync(file, 0o644);
  expect(fileState(file, cheap).read(one)?.token).toBe('one');
  expect(mode(file)).toBe(0o600);
  chmodSync(file, 0o644);
  await fileState(file, cheap).write(one, { token: 'one', endsAt: soon() });
  expect(mode(file)).toBe(0o600);
  writeFileSync(`${file}.1-1.tmp`, 'left half-way');
  await fileState(file, cheap).write(one, { token: 'one', endsAt: soon() });
  expect(readdirSync(place)).toEqual(['tokens.json']);
  const state = fileState(place, cheap);
  expect(state.read(one)).toBeNull();
  expect(await state.write(one, { token: 'one', endsAt: soon() })).toBe(false);
  expect(state.notes().join()).toContain(`${place} cannot be written`);
});
