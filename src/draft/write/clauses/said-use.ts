/** The words of a page that may say how its token is sent: those of an example and of the request for one say nothing of it. */
import type { Part } from '../../facts/facts.ts';
import { kindsOf } from '../../page/words/head-columns.ts';

/** The line of a header that the request for a token itself is sent, as `Authorization | Bearer {server key}`. */
const ownHeader = /^\W{0,4}authorization\b\W{1,12}bearer\b/i;

/** Whether a part says how the request for a token authenticates. */
const isOfRequest = ({ facts }: Part): boolean =>
  facts.some(([fact, value]) => fact.startsWith('authentication') && /\bbearer\b/i.test(String(value)));

/** A row of a table without the cells of its columns of examples. */
function withoutExamples(row: string, kinds: readonly (string | null)[]): string {
  const cells = row.split(' | ');
  return cells.length === kinds.length ? cells.filter((_, at) => kinds[at] !== 'example').join(' | ') : row;
}

/** What a part says without its examples and its own header. */
export function saidInPart(part: Part): string {
  const kinds = part.kind === 'table' ? kindsOf(part.heads) : [];
  const isOwn = isOfRequest(part);
  if (!isOwn && !kinds.includes('example')) return part.passage;
  return part.passage
    .split('\n')
    .filter((line) => !(isOwn && ownHeader.test(line)))
    .map((line) => (kinds.includes('example') ? withoutExamples(line, kinds) : line))
    .join('\n');
}
