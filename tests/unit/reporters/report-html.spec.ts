import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { marks } from '../../../reporters/html/marks.ts';
import { renderHtml } from '../../../reporters/html/page.ts';
import { duration, headline, instant, visible, visibleLines } from '../../../reporters/words.ts';
import { HOSTILE, largeResults, results } from '../../support/results.ts';
import { sampleResults } from '../../support/sample.ts';

const MIB = 1024 * 1024;
const BIDI_OVERRIDE = String.fromCodePoint(0x202e);

const digest = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

test('the policy admits the one script and the one style sheet of the page, and nothing else', () => {
  const page = renderHtml(sampleResults());
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
  const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  expect(script.length).toBeGreaterThan(1000);
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(page.match(/<[^>]*\s(?:style|on\w+)="/)?.[0]).toBeUndefined();
});

test('nothing an answer holds becomes markup', () => {
  const page = renderHtml(sampleResults());
  // Asked one by one: a failure must not print the page.
  const found = [HOSTILE, '<script>window', '<img', 'href="javascript:'].filter((text) => page.includes(text));
  expect(found).toEqual([]);
});

test('the file loads nothing', () => {
  const page = renderHtml(sampleResults()).replace(/<script type="application\/json"[\s\S]*?<\/script>/g, '');
  expect(page.match(/<[^>]*\ssrc=|@import|url\(|<link(?! rel="icon" href="data:,")/)?.[0]).toBeUndefined();
});

test('the file stays small', () => {
  expect(renderHtml(sampleResults()).length).toBeLessThan(0.25 * MIB);
  expect(renderHtml(largeResults(20, 150)).length).toBeLessThan(3 * MIB);
});

test('the worst target comes first', () => {
  const names = [...renderHtml(sampleResults()).matchAll(/<h3>([^<]*)<\/h3>/g)].map((match) => match[1]);
  expect(names).toEqual(['finnet@dev', 'finnet@staging', 'pyng@sandbox', 'singapay@sandbox', 'singapay@mock']);
});

test('an empty run renders', () => {
  expect(renderHtml(results([])).includes('No target was tested')).toBe(true);
});

const marked = (list: readonly { text: string; differs: boolean }[]) =>
  list.map((mark) => (mark.differs ? `[${mark.text}]` : mark.text)).join('');

for (const [documented, received, left, right] of [
  ['"Bearer"', '"BearerToken"', '"Bearer"', '"Bearer[Token]"'],
  [
    '401 Unauthorized, code 4017300',
    '200 OK, code 2007300',
    '[401] [Unauthorized], code [4]0[1]7300',
    '[200] [OK], code [2]0[0]7300',
  ],
  ['read', 'read write admin and so on for long', 'read', 'read[ write admin and so on for long]'],
  ['a number', 'no member expires_in', 'a number', '[no member expires_in]'],
  ['same', 'same', 'same', 'same'],
  ['no-store', `no-store${BIDI_OVERRIDE}`, 'no-store', 'no-store[\\u202E]'],
  ['x', '', 'x', ''],
] as const) {
  test(`marks what differs between ${JSON.stringify(documented)} and ${JSON.stringify(received)}`, () => {
    const both = marks(documented, received);
    expect(marked(both.documented)).toBe(left);
    expect(marked(both.received)).toBe(right);
  });
}

test('two long texts that have nothing in common are compared to their ends', () => {
  const [documented, received] = ['ab '.repeat(2000), 'ba '.repeat(2000)];
  const both = marks(documented, received);
  const textOf = (parts: { text: string }[]): string => parts.map(({ text }) => text).join('');
  expect([textOf(both.documented), textOf(both.received)]).toEqual([documented, received]);
});

test('words say time, numbers and hidden characters as a person reads them', () => {
  expect([duration(84.4), duration(4210), duration(125_000)]).toEqual(['84 ms', '4.2 s', '2 min 5 s']);
  expect(instant('2026-11-22T02:12:00.000Z')).toBe('22 Nov 2026 02:12 UTC');
  expect(instant(`yesterday${BIDI_OVERRIDE}`)).toBe('yesterday\\u202E');
  expect(visible('a\nb\u0000\u200b')).toBe('a\\u000Ab\\u0000\\u200B');
  expect(visibleLines('a\r\nb\tc\u0007')).toBe('a\nb\tc\\u0007');
  expect(headline(sampleResults())).toBe('5 targets: 2 conform and 3 deviate');
  expect(headline({ ...sampleResults(), targets: sampleResults().targets.slice(0, 1) })).toBe(
    'singapay@sandbox conforms',
  );
});
