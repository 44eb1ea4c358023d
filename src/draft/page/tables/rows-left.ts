/** Rows of a table of labels that were not read: what they state is a question, unless they say what the service is called. */
import { isUrl } from '../../../formats/url.ts';
import { isSilent, type Reading, shownBlock } from '../blocks/reading.ts';
import type { TableBlock } from './columns.ts';

/** Words of the label of a row that says what the service is called, and nothing about a request for a token. */
const naming: ReadonlySet<string> = new Set(
  (
    'service services detail name title description version number no id code category type function feature operation summary ' +
    'purpose item value label information info field api interface protocol port timeout antarmuka layanan protokol nama judul deskripsi versi nomor kode kategori jenis fungsi fitur ' +
    'operasi ringkasan tujuan keterangan nilai uraian snap'
  ).split(' '),
);

/** Whether a row names the service, as `Service Code` does; any other one may hold a fact. */
export const namesService = (label: string): boolean =>
  label
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === '' || naming.has(word));

/** Whether all of some cells are addresses. */
export const areUrls = (values: string[]): boolean =>
  values.length > 0 && values.every((value) => isUrl(value.replaceAll('`', '').trim()));

/** Characters of a row that a question quotes. */
const mostShown = 80;

/** Rows that a question names. */
const mostNamed = 12;

/** Leaves the rows of a table of labels that were not read to a person. */
export function leaveRows(parts: string[], block: TableBlock, reading: Reading): void {
  const named = parts.slice(0, mostNamed).map((part) => `"${part.slice(0, mostShown)}"`);
  const shown = [...named, ...(parts.length > mostNamed ? [`and ${parts.length - mostNamed} more`] : [])].join(', ');
  if (parts.length > 0 && !isSilent(reading))
    reading.todos.push({
      name: `rows ${block.title} ${block.line}`,
      what: `what the rows ${shown} of ${shownBlock(block)} state; they were not read`,
    });
}
