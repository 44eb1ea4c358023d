/** Every command against hostile servers, files, pages and arguments: what it prints acts upon nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectHarmless, hostile, owned } from '../support/acting.ts';
import { newFolder, withMock } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { playHere } from '../support/play.ts';
import { sampleResults } from '../support/sample.ts';
import { runScript } from '../support/script.ts';

// What Playwright's own reporters print of such a server is in selections.spec.ts.
test('a run against a hostile server', async () => {
  await withMock(owned, async (file) => {
    const { code, output } = await playHere(['--project=finnet', '--grep=control:|body/malformed'], {
      TARGET_ENV: file,
    });
    expect(code, output).toBe(1);
    expectHarmless(output);
  });
});

test('doctor, against a hostile server and with a hostile file', async () => {
  await withMock(
    () => ({ status: 400, headers: [['Content-Type', 'application/json']], body: JSON.stringify({ error: hostile }) }),
    async (file) => {
      const { output } = await runHere('doctor', ['pyng'], { TARGET_ENV: file });
      expectHarmless(output, output.includes('u001B'));
    },
  );
  const file = join(newFolder('env'), 'hostile.yaml');
  writeFileSync(file, `kind: mock\nproviders:\n  pyng:\n    credentials: { ${JSON.stringify(hostile)}: x }\n`);
  const { output, code } = await runHere('doctor', [], { TARGET_ENV: file });
  expect(code).toBe(3);
  expectHarmless(output);
});

test('gate, report and rejudge, of hostile results', async () => {
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
    expectHarmless((await runHere(name, [...args])).output, name !== 'rejudge');
});

test('derive and drift, of a hostile page', async () => {
  const page = join(newFolder('page'), 'page.md');
  writeFileSync(page, `# ${hostile}\n\nPOST /token ${hostile}\n\n| ${hostile} | a |\n|---|---|\n| ${hostile} | b |\n`);
  const derived = await runHere('derive', [page, '--provider', 'acme', '--out', newFolder('derived')]);
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
    const { output } = await runHere(name, rest);
    expectHarmless(output, output.includes('u001B'));
  }
});

test('every command, given hostile arguments', async () => {
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
    ['mock', '--host', given],
    ['mock', `--${given}`],
  ]) {
    const [name = '', ...rest] = args;
    const { output, code } = await runHere(name, rest);
    expect(code, `${name}: ${output}`).not.toBe(1);
    expectHarmless(output);
  }
  // Of the program itself, what stands in the place of a command.
  const unknown = await runScript(given, []);
  expect(unknown.code).toBe(3);
  expectHarmless(unknown.output);
});
