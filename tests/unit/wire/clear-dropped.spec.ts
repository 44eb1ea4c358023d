/** Values that are dropped again: what else is known is found as before, and is not indexed anew. */
import { expect, test } from '@playwright/test';
import { type Found, search } from '../../../src/wire/clear/find.ts';
import { createKnown, type Known } from '../../../src/wire/clear/known.ts';
import { numbers, seed } from '../../support/seed.ts';

const secrets = [{ name: 'clientSecret', value: 'SecretOfTheClient-7Hq4Zx' }];

const described = ({ known, place, whole, length, spelling }: Found): unknown => ({
  value: known.value,
  place,
  whole,
  length,
  spelling,
});
const foundIn = (known: Known, text: string): unknown => search(known, text).found.map(described);

test('what is known before a dropped value stays indexed, and is found', () => {
  const known = createKnown(undefined, secrets);
  for (const value of ['first-token-4Zx9Kq', 'second-token-1Wv8Lm']) known.add(value, 'token', 'token');
  const [variants, version] = [[...known.variants], known.version];
  const { size, units, forms } = { ...known.parts, forms: known.parts.forms.length };
  for (const value of ['third-token-6Tr3Pz', 'fourth-token-2Yb5Nd']) known.add(value, 'token', 'token');

  known.drop(new Set(['third-token-6Tr3Pz', 'fourth-token-2Yb5Nd', 'SecretOfTheClient-7Hq4Zx', 'never known']));

  expect(known.variants.length).toBe(variants.length);
  expect(known.variants.every((variant, at) => variant === variants[at])).toBe(true);
  expect([known.parts.size, known.parts.units, known.parts.forms.length]).toEqual([size, units, forms]);
  expect(known.version, 'what was cleared before is cleared anew').toBeGreaterThan(version);
  expect(
    ['first', 'second', 'third', 'fourth', 'Secret'].filter((word) => {
      const all =
        'first-token-4Zx9Kq second-token-1Wv8Lm third-token-6Tr3Pz fourth-token-2Yb5Nd SecretOfTheClient-7Hq4Zx';
      return search(known, all).found.some(({ known: { value } }) => value.startsWith(word));
    }),
  ).toEqual(['first', 'second', 'Secret']);
});

test('after values were added and dropped in any order, the same is found as by who never knew them', () => {
  console.log(`seed ${seed}`);
  const random = numbers(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const word = (length: number): string =>
    Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[upTo(36)]).join('');
  // Values that begin, end and go on alike share runs in the index.
  const pieces = [word(9), word(12), 'aaaaaaaa', ...secrets.map(({ value }) => value)];
  const made = (): string => `${pieces[upTo(pieces.length)]}${word(upTo(30))}${pieces[upTo(pieces.length)]}`;
  const known = createKnown(undefined, secrets);
  let kept: string[] = [];
  const wrong: unknown[] = [];
  for (let round = 0; round < 120; round++) {
    const added = Array.from({ length: 1 + upTo(8) }, made);
    for (const value of added) known.add(value, 'token', 'token');
    kept = [...new Set([...kept, ...added])];
    const dropped = new Set(random() < 0.7 ? added : kept.filter(() => random() < 0.3));
    known.drop(dropped);
    kept = kept.filter((value) => !dropped.has(value));
    if (round % 12 > 0) continue;
    const fresh = createKnown(undefined, secrets);
    for (const value of kept) fresh.add(value, 'token', 'token');
    const texts = [...kept.slice(0, 9), ...added].flatMap((value) => [
      value,
      `x ${value.slice(2, 15)} y`,
      Buffer.from(value).toString('base64'),
      [...value].reverse().join(''),
    ]);
    for (const text of texts) {
      const [one, other] = [foundIn(known, text), foundIn(fresh, text)];
      if (JSON.stringify(one) !== JSON.stringify(other)) wrong.push({ round, text, one, other });
    }
  }
  expect(wrong).toEqual([]);
});
