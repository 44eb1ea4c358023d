/** Archives of blob reports, which may come from anywhere: their content is bounded, and checked before it is used. */
import { statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { readWhole } from '../files/read.ts';

/** Name of the entry with the report. */
export const reportEntry = 'report.jsonl';

/** Most that archives may hold, in bytes and in entries. A deep run of a provider takes some megabytes. */
const most = { bytes: 256 * 1024 * 1024, entries: 10_000 };

/** How an archive that holds anything begins (APPNOTE.TXT, section 4.3.7). */
const firstHeader = 0x504b0304;

/** The content of an archive, by name, or why it was not opened. */
export type Opened = { files: Record<string, Uint8Array> } | { fault: string };

/** Beside the report, Playwright packs the files that tests attached. */
const isOurs = (name: string): boolean => name === reportEntry || /^resources\/\w[\w.-]*$/.test(name);

/** Offsets of the entry headers with a name in the directory of an archive (APPNOTE.TXT, section 4.3.12). */
function headersOf(bytes: Buffer, name: string): number[] {
  const signature = Buffer.from([0x50, 0x4b, 1, 2]);
  const found: number[] = [];
  for (let at = bytes.indexOf(signature); at !== -1; at = bytes.indexOf(signature, at + 4)) {
    const length = at + 46 <= bytes.length ? bytes.readUInt16LE(at + 28) : 0;
    if (length > 0 && bytes.toString('latin1', at + 46, at + 46 + length) === name) found.push(at);
  }
  return found;
}

/** Whether the report is the packed one, byte for byte. */
function isWhole(bytes: Buffer, report: Uint8Array): boolean {
  const [header, ...others] = headersOf(bytes, reportEntry);
  if (header === undefined || others.length > 0) return false;
  return bytes.readUInt32LE(header + 16) === crc32(report) && bytes.readUInt32LE(header + 24) === report.length;
}

/** Opens archives one after the other. Their common content is bounded, since a small one may unpack to any size. */
export function createArchives() {
  let left = most.bytes;

  function unpack(file: string): Opened {
    const tooMuch = { fault: `holds more than ${most.bytes / 1024 / 1024} MiB, together with those before it` };
    if (statSync(file).size > left) return tooMuch;
    const bytes = readWhole(file);
    // The library looks for the directory at the end, whatever stands before it.
    if (bytes.readUInt32BE(0) !== firstHeader) return { fault: 'is not a whole blob report' };
    const names = new Set<string>();
    let fault: string | null = null;
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        left -= originalSize;
        if (names.has(name)) fault ??= `holds ${JSON.stringify(name)} twice`;
        names.add(name);
        if (!isOurs(name)) fault ??= `holds ${JSON.stringify(name)}, which does not belong to a blob report`;
        if (names.size > most.entries) fault ??= `holds more than ${most.entries} files`;
        if (left < 0) fault ??= tooMuch.fault;
        return fault === null;
      },
    });
    if (fault !== null) return { fault };
    const report = files[reportEntry];
    return report && isWhole(bytes, report) ? { files } : { fault: 'is not a whole blob report' };
  }

  return {
    /** Opens the archive at a path. */
    open(file: string): Opened {
      try {
        return unpack(file);
      } catch {
        // For a file that is not a whole archive, the library throws.
        return { fault: 'is not a whole blob report' };
      }
    },
  };
}

/** An archive of these files and of nothing else, uncompressed. */
export function packed(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync(files, { level: 0 });
}
