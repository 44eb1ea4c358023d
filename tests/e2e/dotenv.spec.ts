/** `.env` as people write it: in the encodings of their editors, with quotes and comments where they do not mean them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readResults } from '../../src/results/read.ts';
import { environmentFile, newFolder } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { playHere } from '../support/play.ts';
import { makePipes, start } from '../support/process.ts';

/** A folder with this `.env`, and an environment that reads A_SECRET from it. */
function withDotenv(dotenv: string | Buffer) {
  const folder = newFolder('dotenv');
  writeFileSync(join(folder, '.env'), dotenv);
  const file = environmentFile((text) => text.replace(/clientSecret: .*/, 'clientSecret: $A_SECRET'));
  const configuration = { options: { root: process.cwd() }, folder };
  return {
    folder,
    run: () =>
      playHere(
        ['--project=singapay', '--grep=control:'],
        { TARGET_ENV: file, CONFORMANCE_REPORT: undefined },
        configuration,
      ),
    doctor: () => runHere('doctor', ['singapay'], { TARGET_ENV: file }, folder),
    sign: () => runHere('sign', ['singapay'], { TARGET_ENV: file }, folder),
  };
}

test('a value of .env that a # cuts is named with its line and not shown, and nothing is sent', async () => {
  const { run, doctor } = withDotenv('\uFEFFOTHER=unused#value\r\nexport A_SECRET=ThrowAway#Secret81\r\n');
  for (const { code, output } of [await run(), await doctor()]) {
    expect(output).toContain('.env:2: the value of A_SECRET ends at a # outside quotes; put the value in quotes');
    expect(output).not.toContain('ThrowAway');
    expect(output).not.toContain('OTHER');
    expect(code).toBe(3);
  }
  const commented = await withDotenv('A_SECRET=ThrowAway #Secret81\n').doctor();
  expect(commented.output).toContain('.env:1: what follows the # after the value of A_SECRET is a comment');
});

test('a byte order mark, the word export and line ends of Windows do not hide a value of .env', async () => {
  const secret = /clientSecret: (\S+)/.exec(readFileSync('environments/mock.yaml', 'utf8'))?.[1] ?? '';
  const plain = await withDotenv(`\uFEFFA_SECRET=${secret}\r\n`).doctor();
  expect(plain.output).toMatch(/ok +control +granted/);
  const { folder, run } = withDotenv(`\uFEFFexport A_SECRET="${secret}"\r\nCONFORMANCE_REPORT=named\r\n`);
  const { output } = await run();
  expect(output).not.toContain('needs the variable');
  // The report goes where .env says as well.
  const results = readResults(join(folder, 'named/results.json'));
  expect(results.targets[0]?.counts.pass).toBeGreaterThan(0);
});

test('a .env that is a pipe is read while a program writes into it, and named where none does', async () => {
  const [unread, read] = [newFolder('dotenv'), newFolder('dotenv')];
  await makePipes(join(unread, '.env'), join(read, '.env'));
  const none = await runHere('doctor', ['singapay'], {}, unread);
  expect(none.output).toMatch(
    /^\S+\.env cannot be read:\n {2}- it is a pipe that no program writes into; make it a file/,
  );
  expect(none.code).toBe(3);
  const writer = start('/bin/sh', ['-c', 'printf "TARGET_ENV=from-the-pipe" > .env'], { cwd: read });
  const written = await runHere('doctor', ['singapay'], {}, read);
  await writer.ended;
  expect(written.output).toContain('There is no environment "from-the-pipe"');
});

test('a .env in UTF-16, as a shell of Windows writes it, is read; one that is no text is named as such', async () => {
  const secret = /clientSecret: (\S+)/.exec(readFileSync('environments/mock.yaml', 'utf8'))?.[1] ?? '';
  const wide = Buffer.from(`\uFEFFA_SECRET=${secret}\r\n`, 'utf16le');
  for (const bytes of [wide, wide.subarray(2), Buffer.from(wide).swap16()]) {
    const read = await withDotenv(bytes).doctor();
    expect(read.output).toMatch(/ok +control +granted/);
  }
  const appended = Buffer.concat([Buffer.from('OTHER=1\n'), wide.subarray(2)]);
  const noText = [appended, Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), Buffer.from('\u0001\u0002\u0003A_SECRET=1')];
  for (const bytes of [...noText, Buffer.from(Array.from({ length: 90 }, (_, index) => ((index * 37) % 255) + 1))]) {
    const { doctor, run } = withDotenv(bytes);
    for (const { code, output } of [await doctor(), await run()]) {
      expect(output).toMatch(
        /\.env cannot be read:\n {2}- it is no text in UTF-8 or UTF-16.*; make it a file of lines NAME=value in UTF-8/,
      );
      expect(output).not.toContain('needs the variable');
      expect(code).toBe(3);
    }
  }
});

test('a value of .env that is not in UTF-8 is named with its line; bytes of a comment are nobody’s concern', async () => {
  const ansi = (text: string): Buffer => Buffer.from(text, 'latin1');
  const { run, doctor } = withDotenv(ansi('# für uns\nA_SECRET=Größe-of-the-secret\n'));
  for (const { code, output } of [await run(), await doctor()]) {
    expect(output).toContain('.env:2: the value of A_SECRET holds bytes that are not UTF-8; save the file in UTF-8');
    expect(output).not.toContain('of-the-secret');
    expect(code).toBe(3);
  }
  const commented = await withDotenv(ansi('# für uns\nA_SECRET=plain-enough # für sie\nOTHER=Größe\n')).doctor();
  expect(commented.output).not.toContain('UTF-8');
});

test('a quote in .env that is never closed, or ends a value before its end, is named with its line', async () => {
  const faults: [dotenv: string, said: string][] = [
    [
      'A_SECRET="ThrowAwaySecret\nOTHER=1\n',
      '.env:1: the value of A_SECRET begins with " and nothing closes it; write',
    ],
    ["\nA_SECRET='ThrowAwaySecret\r\n", ".env:2: the value of A_SECRET begins with ' and nothing closes it; write"],
    [
      'A_SECRET="Throw"AwaySecret\n',
      '.env:1: the value of A_SECRET ends at its second ", and what follows is lost; end it there',
    ],
    [
      "A_SECRET='ThrowAway's secret'\n",
      ".env:1: the value of A_SECRET ends at its second ', and what follows is lost; end it there",
    ],
    [
      'OTHER="ThrowAway\n\nexport A_SECRET="ThrowAwaySecret"\n',
      '.env:1: the " before the value of OTHER is closed only in line 3, behind A_SECRET; close it where the value ends',
    ],
  ];
  for (const [dotenv, said] of faults) {
    const { run, doctor, sign } = withDotenv(dotenv);
    for (const { code, output } of [await run(), await doctor(), await sign()]) {
      expect(output).toContain(said);
      expect(output).not.toContain('ThrowAway');
      expect(code).toBe(3);
    }
  }
  const warned: [dotenv: string, said: string][] = [
    ['A_SECRET=ThrowAwaySecret"\n', '.env:1: the value of A_SECRET ends with " and does not begin with it; '],
    [
      'A_SECRET="ThrowAwaySecret" // of 2026\n',
      '.env:1: what follows the second " of the value of A_SECRET is left out; ',
    ],
  ];
  for (const [dotenv, said] of warned) {
    const { code, output } = await withDotenv(dotenv).doctor();
    expect(output).toContain(`  warning   variables   ${said}`);
    expect(output).not.toContain('ThrowAway');
    expect(code).toBe(2);
  }
});
