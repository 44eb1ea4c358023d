/** A report folder in which a whole, green run of an earlier day left its files. */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { writeReport } from '../../reporters/write.ts';
import { reportFiles } from '../../src/results/folder.ts';
import { gateFile } from '../../src/results/gate.ts';
import { newFolder } from './command.ts';
import { runHere } from './here.ts';
import { resultsOf, wholeOf } from './recorded.ts';

/** The whole report of one target, made in this process once for a file of tests; each call gives a folder of its own that holds it. */
export function yesterdaysReport(): () => Promise<string> {
  let made: Promise<string> | null = null;
  const make = async (): Promise<string> => {
    const folder = join(newFolder('yesterday'), 'report');
    writeReport(folder, resultsOf([await wholeOf('pyng')]));
    expect(gateFile(join(folder, 'results.json')).exitCode).toBe(0);
    return folder;
  };
  return async () => {
    made ??= make();
    const folder = join(newFolder('yesterday'), 'report');
    // With its times, so that a test tells by them what a run wrote since.
    cpSync(await made, folder, { recursive: true, preserveTimestamps: true });
    return folder;
  };
}

/** Nothing of the earlier report may be taken for that of a run that left none. */
export async function expectUnfinished(folder: string): Promise<void> {
  const gated = gateFile(join(folder, 'results.json'));
  expect(gated.exitCode).toBe(3);
  expect(gated.lines.join()).toContain('a run began at ');
  const left = Object.values(reportFiles).filter((name) => existsSync(join(folder, name)));
  expect(left.filter((name) => name !== 'results.json')).toEqual([]);
}

/** What the gate, the report and the rejudgement commands say of a folder. */
export async function answersOf(folder: string): Promise<{ code: unknown; output: string }[]> {
  const file = join(folder, 'results.json');
  return [
    await runHere('gate', [folder]),
    await runHere('report', [file, '--report', newFolder('other')]),
    await runHere('rejudge', [file]),
  ];
}

/** Every file of a folder with its text. */
export function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}
