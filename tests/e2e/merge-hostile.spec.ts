/** Blob reports that somebody made up, or that arrived damaged: each is refused and named, and nothing is written anywhere. */
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readBlob } from '../../src/playwright/blobs.ts';
import { createArchives } from '../../src/results/archive.ts';
import { gateFile } from '../../src/results/gate.ts';
import { conformance, mostMs, newFolder, playwright } from '../support/command.ts';
import { runHere } from '../support/here.ts';

test.describe.configure({ mode: 'default' });
test.setTimeout(mostMs);

const entry = 'report.jsonl';
let genuine: Promise<Buffer> | null = null;

/** The blob report of a run of the control. */
function genuineBlob(): Promise<Buffer> {
  genuine ??= (async () => {
    const file = join(newFolder('blobs'), 'report.zip');
    const args = ['--project=pyng', '--grep=control:', '--reporter=blob'];
    const { code, output } = await playwright(conformance(...args), { PLAYWRIGHT_BLOB_OUTPUT_FILE: file });
    expect(code, output).toBe(0);
    return readFileSync(file);
  })();
  return genuine;
}

const reportIn = (bytes: Buffer): string => strFromU8(unzipSync(bytes)[entry] ?? new Uint8Array());

/** The blob report with other files beside its report. */
const beside = (bytes: Buffer, files: Record<string, Uint8Array>): Uint8Array =>
  zipSync({ ...files, [entry]: strToU8(reportIn(bytes)) });

/** The blob report with each of its events changed. */
function changed(bytes: Buffer, change: (event: Record<string, never>) => unknown): Uint8Array {
  const events = reportIn(bytes).split('\n').filter(Boolean);
  const lines = events.map((line) => JSON.stringify(change(JSON.parse(line))));
  return zipSync({ [entry]: strToU8(`${lines.join('\n')}\n`) });
}

/** Writes bytes into a copy, at a place counted from the header of the report in the directory of the archive. */
function patched(bytes: Uint8Array, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value, copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + at);
  return copy;
}

/** An archive in which two entries bear one name. */
function doubled(bytes: Buffer): Buffer {
  const text = beside(bytes, { 'report.jsonX': strToU8('{}') });
  return Buffer.from(Buffer.from(text).toString('latin1').replaceAll('report.jsonX', entry), 'latin1');
}

/** Suites within suites, deeper than any stack, as text: to make it of values would end in the same way. */
const nested = (depth: number): string => `${'{"entries":['.repeat(depth)}{}${']}'.repeat(depth)}`;

const hostile: [name: string, says: RegExp, make: (blob: Buffer) => Uint8Array][] = [
  ['climbs', /"\.\.\/\.\.\/escaped", which does not belong/, (blob) => beside(blob, { '../../escaped': strToU8('x') })],
  ['climbs-in', /which does not belong/, (blob) => beside(blob, { 'resources/../../escaped': strToU8('x') })],
  ['absolute', /which does not belong/, (blob) => beside(blob, { '/escaped': strToU8('x') })],
  ['backslash', /which does not belong/, (blob) => beside(blob, { 'resources\\..\\..\\escaped': strToU8('x') })],
  ['second-report', /which does not belong/, (blob) => beside(blob, { 'other.jsonl': strToU8(reportIn(blob)) })],
  ['twice', /holds "report\.jsonl" twice/, doubled],
  ['says-4-gb', /holds more than 256 MiB/, (blob) => patched(blob, 24, 4_000_000_000)],
  ['says-less', /is not a whole blob report/, (blob) => patched(blob, 24, 100)],
  ['other-sum', /is not a whole blob report/, (blob) => patched(blob, 16, 1)],
  [
    'many',
    /holds more than 10000 files/,
    (blob) =>
      beside(
        blob,
        Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`resources/${at}`, new Uint8Array()])),
      ),
  ],
  ['bomb', /holds more than 256 MiB/, () => bomb()],
  ['empty', /is not a whole blob report/, () => new Uint8Array()],
  ['no-archive', /is not a whole blob report/, () => strToU8('not an archive')],
  ['gzip', /is not a whole blob report/, (blob) => deflateRawSync(blob)],
  ['nothing-in-it', /is not a whole blob report/, () => zipSync({})],
  ['no-json', /is not a whole blob report/, () => zipSync({ [entry]: strToU8('{"method":') })],
  ['null-events', /is not a whole blob report/, () => zipSync({ [entry]: strToU8('null\n[]\n7\n') })],
  [
    'no-end',
    /is not a whole blob report/,
    (blob) => zipSync({ [entry]: strToU8(reportIn(blob).replace('"onEnd"', '"onEnough"')) }),
  ],
  [
    'a-billion-shards',
    /is not a whole blob report/,
    (blob) =>
      changed(blob, (event) =>
        event['method'] === 'onBlobReportMetadata'
          ? { ...event, params: { version: 2, shard: { current: 1, total: 1e9 } } }
          : event,
      ),
  ],
  [
    'deep',
    /is not a whole blob report/,
    (blob) => zipSync({ [entry]: strToU8(reportIn(blob).replace('"suites":[', `"suites":[${nested(50_000)},`)) }),
  ],
];

/** An archive of a few hundred kilobytes that unpacks to more than anybody keeps. */
function bomb(): Uint8Array {
  const size = 300 * 1024 * 1024;
  const [packed, whole] = [deflateRawSync(Buffer.alloc(size), { level: 1 }), zipSync({ [entry]: new Uint8Array() })];
  const at = Buffer.from(whole).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const local = Buffer.from(whole.subarray(0, 30 + entry.length));
  const directory = Buffer.from(whole.subarray(at, at + 46 + entry.length));
  for (const [header, offset] of [
    [local, 8],
    [directory, 10],
  ] as const) {
    header.writeUInt16LE(8, offset);
    header.writeUInt32LE(packed.length, offset + 10);
    header.writeUInt32LE(size, offset + 14);
  }
  const end = Buffer.from(whole.subarray(whole.length - 22));
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, directory, end]);
}

test('each is refused and named, with exit code 3, and nothing is written beside the report', async () => {
  const blob = await genuineBlob();
  const root = newFolder('hostile');
  const blobs = join(root, 'in', 'blobs');
  const report = join(root, 'in', 'report');
  mkdirSync(join(blobs, 'folder.zip'), { recursive: true });
  for (const [name, says, make] of hostile) {
    const file = join(blobs, `${name}.zip`);
    writeFileSync(file, make(blob));
    expect(readBlob(file, createArchives().open(file)), name).toEqual({ fault: expect.stringMatching(says) });
  }
  for (let length = 0; length < blob.length; length += Math.ceil(blob.length / 50)) {
    const file = join(root, 'cut.zip');
    writeFileSync(file, blob);
    truncateSync(file, length);
    expect(readBlob(file, createArchives().open(file)), `${length} bytes`).toHaveProperty('fault');
  }
  writeFileSync(join(blobs, 'report.zip'), blob);
  const before = readdirSync(blobs);
  mkdirSync(report);
  for (const name of ['results.json', 'summary.md']) writeFileSync(join(report, name), 'of yesterday');
  const merged = await runHere('merge', [blobs, '--selection', 'control:'], { CONFORMANCE_REPORT: report });
  expect(merged.code).toBe(3);
  expect(merged.output).toContain(`${join(blobs, 'absolute.zip')} holds "/escaped", which does not belong`);
  expect(merged.output).toMatch(/and \d+ more\n/);
  expect(readdirSync(blobs)).toEqual(before);
  expect(readdirSync(root).sort()).toEqual(['cut.zip', 'in']);
  expect(readdirSync(report).sort()).toEqual(['previous', 'previous.json', 'run-began.json']);
  expect(gateFile(join(report, 'results.json')).exitCode).toBe(3);
});

test('a genuine one is refused for the whole, and merged for its part without a trace in its folder; evidence is read from it, and from no file that it names', async () => {
  const blob = await genuineBlob();
  const blobs = newFolder('blobs');
  const report = newFolder('report');
  const merge = () => runHere('merge', [blobs, '--selection', 'control:'], { CONFORMANCE_REPORT: report });
  writeFileSync(join(blobs, 'report.zip'), blob);
  const part = await runHere('merge', [blobs, '--expect', 'pyng'], { CONFORMANCE_REPORT: report });
  expect(part.output).toMatch(/pyng@mock: \d+ of \d+ scenarios are in no blob report/);
  expect(part.code).toBe(3);
  const genuine = await merge();
  expect(genuine.output).toMatch(/^pyng@mock {2}conforms/m);
  expect(genuine.code).toBe(0);
  expect(readdirSync(blobs)).toEqual(['report.zip']);
  const secret = join(newFolder('secret'), 'file');
  writeFileSync(secret, 'do-not-tell');
  const text = reportIn(blob);
  const evidence = /"name":"evidence","contentType":"application\/json","base64":"[^"]*"/g;
  expect(text).toMatch(evidence);
  const pointing = text.replace(evidence, `"name":"evidence","path":${JSON.stringify(`../../../../../..${secret}`)}`);
  writeFileSync(join(blobs, 'report.zip'), zipSync({ [entry]: strToU8(pointing) }));
  const pointed = await merge();
  expect(pointed.output).not.toContain('do-not');
  expect(pointed.code).toBe(3);
  expect(gateFile(join(report, 'results.json'), 'control:').exitCode).not.toBe(0);
});
