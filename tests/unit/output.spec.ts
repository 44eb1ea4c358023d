/** What comes from elsewhere is shown, and never acts upon a terminal or the runner of a CI, in every command. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Intercept } from '../../mock/server.ts';
import { painter, terminalText } from '../../src/output/print.ts';
import { runScript } from './script.ts';
import { conformance, newFolder, playwright, withMock } from './support/command.ts';
import { sampleResults } from './support/sample.ts';

const pieces = [
  '\u001b[2J\u001b]0;owned\u0007\u001b[31mred\u001b[8m',
  '\u009b31m\u0085\u007f\u0000',
  'over\rwritten',
  '\n::error title=owned::owned',
  '\n  \u00a0::set-output name=owned::owned',
  ' ::add-mask::owned',
  '\n##[group]owned',
  ' text##vso[task.setvariable variable=owned]x',
  '\u202eowned\u2066\u200f',
  'ow\u200bned\u2028\ufeff',
];
const hostile = pieces.join('');

/** Expects that a text shows what is hostile in it, and that none of it would act. */
function expectHarmless(text: string, shows = true): void {
  const acting = [/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u, /^[\s\u0085]*::/m, /\s::[a-z]/i, /##\[/, /##\w+\[/].flatMap(
    (pattern) => pattern.exec(text)?.slice(0, 1) ?? [],
  );
  expect(acting, text).toEqual([]);
  if (shows) expect(text).toMatch(/\\u(?:001B|\{1B\})\[2J/i);
}

test('whatever is put together of such pieces, nothing of it acts, painted or not', () => {
  console.log('seed 11');
  const piece = fc.constantFrom(...pieces, '::', '##', '[', '\n', ' ', 'x', 'error::', '\u001b');
  const paint = painter({ isTTY: true }, {});
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      expectHarmless(terminalText(parts.join('')), false);
      const [before = '', ...after] = parts;
      const text = terminalText(`${before}${paint('red', after.join(''))}${before}`);
      // Only the two codes of the colour itself are codes.
      expectHarmless(text.replace('\u001b[31m', '').replace('\u001b[39m', ''), false);
    }),
    { seed: 11 },
  );
});

test('colours are painted on a terminal alone, and a text cannot paint itself', () => {
  const paint = painter({ isTTY: true }, {});
  expect(terminalText(`a ${paint('red', 'b')} c`)).toBe('a \u001b[31mb\u001b[39m c');
  expect(painter({ isTTY: true }, { NO_COLOR: '1' })('red', 'b')).toBe('b');
  expect(painter({}, {})('red', 'b')).toBe('b');
  expect(terminalText('\u001b[31mb\u001b[39m')).toBe('\\u001B[31mb\\u001B[39m');
  // Neither are addresses and times changed.
  expect(terminalText('connect to ::1 and [::]:80 at 12:00, a::b # [x] ## y')).toBe(
    'connect to ::1 and [::]:80 at 12:00, a::b # [x] ## y',
  );
});

test('no command prints by another way', () => {
  const folders = ['src', 'reporters', 'scripts', 'mock'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
  const others = [...files, 'playwright.config.ts', 'tests/conformance.spec.ts', 'src/playwright/fixtures.ts'];
  const printing = /console\s*[.[]|process\.(?:stdout|stderr)\.(?!on\b)|process\.emitWarning|stdio: 'inherit'/;
  const found = others.filter(
    (file) => !['src/output/print.ts', 'mock/print.ts'].includes(file) && printing.test(readFileSync(file, 'utf8')),
  );
  expect(found).toEqual([]);
});

/** A server that puts the hostile text wherever an answer can hold it. */
const owned: Intercept = (call) => {
  const answer = call.answer();
  const members = { error: hostile, error_description: hostile, responseMessage: hostile, [hostile]: hostile };
  if (answer.status !== 200) return { ...answer, body: JSON.stringify({ ...members, responseCode: hostile }) };
  const granted = JSON.parse(String(answer.body)) as Record<string, unknown>;
  return { ...answer, body: JSON.stringify({ ...granted, token_type: hostile, tokenType: hostile, scope: hostile }) };
};

test('a run against a hostile server, by every reporter that prints', async () => {
  test.setTimeout(240_000);
  await withMock(owned, async (file) => {
    // Playwright prints with every reporter that is named.
    for (const reporter of [[], ['--reporter=list,line,dot']]) {
      const args = conformance(...reporter, '--grep', 'control|other-secret|body/malformed');
      const { raw, code } = await playwright(args, { TARGET_ENV: file, FORCE_COLOR: '0' });
      expect(code, raw).toBe(1);
      // The line reporter moves the cursor itself, even where there is no terminal.
      expectHarmless(raw.replaceAll('\u001b[1A\u001b[2K', ''));
    }
  });
});

test('doctor, against a hostile server and with a hostile file', async () => {
  test.setTimeout(60_000);
  await withMock(
    () => ({ status: 400, headers: [['Content-Type', 'application/json']], body: JSON.stringify({ error: hostile }) }),
    async (file) => {
      const { output } = await runScript('doctor', ['pyng'], { TARGET_ENV: file });
      expectHarmless(output, output.includes('u001B'));
    },
  );
  const file = join(newFolder('env'), 'hostile.yaml');
  writeFileSync(file, `kind: mock\nproviders:\n  pyng:\n    credentials: { ${JSON.stringify(hostile)}: x }\n`);
  const { output, code } = await runScript('doctor', [], { TARGET_ENV: file });
  expect(code).toBe(3);
  expectHarmless(output);
});

test('gate, report and rejudge, of hostile results', async () => {
  test.setTimeout(60_000);
  const folder = newFolder('results');
  const results = sampleResults();
  const text = JSON.stringify({
    ...results,
    problems: [hostile],
    targets: results.targets.map((target) => ({
      ...target,
      target: `${target.provider}@${hostile}`,
      reason: hostile,
      notes: [hostile],
      clauses: target.clauses.map((clause) => ({ ...clause, statement: hostile, reason: hostile })),
    })),
  });
  writeFileSync(join(folder, 'results.json'), text);
  // What cannot be judged again is refused by its id and pointers alone.
  for (const [name, args] of [
    ['gate', [folder]],
    ['report', [join(folder, 'results.json'), '--report', join(folder, 'again')]],
    ['rejudge', [join(folder, 'results.json')]],
  ] as const)
    expectHarmless((await runScript(name, [...args])).output, name !== 'rejudge');
});

test('derive and drift, of a hostile page', async () => {
  test.setTimeout(60_000);
  const page = join(newFolder('page'), 'page.md');
  writeFileSync(page, `# ${hostile}\n\nPOST /token ${hostile}\n\n| ${hostile} | a |\n|---|---|\n| ${hostile} | b |\n`);
  const derived = await runScript('derive', [page, '--provider', 'acme', '--out', newFolder('derived')]);
  expectHarmless(derived.output, derived.output.includes('u001B'));
  const open = join(newFolder('page'), 'page.json');
  const paths = { [`/${hostile}`]: { post: { operationId: hostile, summary: hostile, responses: {} } } };
  writeFileSync(open, JSON.stringify({ openapi: '3.1.0', info: { title: hostile, version: '1' }, paths }));
  for (const args of [
    [
      'derive',
      open,
      '--provider',
      'acme',
      '--operation',
      hostile.replaceAll('\u0000', ''),
      '--out',
      newFolder('derived'),
    ],
    ['drift', 'pyng', '--page', page],
    ['drift', 'pyng', '--page', open],
  ]) {
    const [name = '', ...rest] = args;
    const { output } = await runScript(name, rest);
    expectHarmless(output, output.includes('u001B'));
  }
});

test('every command, given hostile arguments', async () => {
  test.setTimeout(120_000);
  const given = hostile.replaceAll('\u0000', '');
  for (const args of [
    ['gate', given],
    ['gate', `--${given}`],
    ['doctor', given],
    ['merge', given, '--expect', given],
    ['report', given],
    ['rejudge', given],
    ['derive', given, '--provider', 'acme'],
    ['drift', given],
    ['new-provider', given, '--like', given],
    ['sign', given],
    ['docs', `--${given}`],
    ['../mock/main', '--host', given],
    ['../mock/main', `--${given}`],
  ]) {
    const [name = '', ...rest] = args;
    const { output, code } = await runScript(name, rest);
    expect(code, `${name}: ${output}`).not.toBe(1);
    expectHarmless(output);
  }
});
