/** The file that keeps a token: whatever is done to it, no token opens for another target, and the next run repairs it. */
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fileState } from '../../../src/run/token-state.ts';
import type { Target } from '../../../src/target/target.ts';
import { newFolder } from '../../support/folders.ts';
import { mockTarget } from '../../support/network.ts';

const day = 86_400_000;

const folder = (): string => newFolder('token-state');
/** A cost of scrypt (N) at which a key takes no time. */
const cheap = 16;
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
  const elsewhere = fileState(file, cheap);
  expect(elsewhere.read({ ...one, baseUrl: 'https://other.example' })).toBeNull();
  expect(elsewhere.notes()).toEqual([
    'the token kept for one@x is of another address or other credentials, or was changed; another is kept in its place',
  ]);
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
