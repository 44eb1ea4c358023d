/** Blob reports that somebody made up, or that arrived damaged. */
import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The one file of a blob report. */
export const entry = 'report.jsonl';

/** The events of a blob report. */
export const reportIn = (bytes: Buffer): string => strFromU8(unzipSync(bytes)[entry] ?? new Uint8Array());

/** An archive of a report, and of other files before it, packed as fast as can be. */
export const archived = (report: string, files: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ ...files, [entry]: strToU8(report) }, { level: 1 });

/** The blob report with other files beside its report. */
const beside = (bytes: Buffer, files: Record<string, Uint8Array>): Uint8Array => archived(reportIn(bytes), files);

/** The blob report with each of its events changed. */
function changed(bytes: Buffer, change: (event: Record<string, never>) => unknown): Uint8Array {
  const events = reportIn(bytes).split('\n').filter(Boolean);
  const lines = events.map((line) => JSON.stringify(change(JSON.parse(line))));
  return archived(`${lines.join('\n')}\n`);
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

/** Each with what is said of it, and how it is made of a genuine one. */
export const hostileBlobs: [name: string, says: RegExp, make: (blob: Buffer) => Uint8Array][] = [
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
  ['no-json', /is not a whole blob report/, () => archived('{"method":')],
  ['null-events', /is not a whole blob report/, () => archived('null\n[]\n7\n')],
  ['no-end', /is not a whole blob report/, (blob) => archived(reportIn(blob).replace('"onEnd"', '"onEnough"'))],
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
    (blob) => archived(reportIn(blob).replace('"suites":[', `"suites":[${nested(50_000)},`)),
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
