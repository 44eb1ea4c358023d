/** The words of a page that may say how its token is sent: those of an example and of the request for one say nothing of it. */
import type { Part } from '../../facts/facts.ts';
import { kindsOf } from '../../page/words/head-columns.ts';

/** The line of a header that the request for a token itself is sent, as `Authorization | Bearer {server key}`. */
const ownHeader = /^\W{0,4}authorization\b\W{1,12}bearer\b/i;

/** Whether a part says how the request for a token authenticates. */
const isOfRequest = ({ facts }: Part): boolean =>
  facts.some(([fact, value]) => fact.startsWith('authentication') && /\bbearer\b/i.test(String(value)));

/** A member that is called so, in a table, and as a key or in a list of a description. */
const calledSo = /^[`*"]*bearer[`*"]*$/i;
const memberOfDescription = /"bearer"(?:\s*:|(?=,?$))/gim;

/** A row of a table without the cells of its columns of examples, and without the name of a member. */
function withoutExamples(row: string, kinds: readonly (string | null)[]): string {
  const cells = row.split(' | ');
  if (cells.length !== kinds.length) return row;
  const says = (cell: string, at: number): boolean =>
    kinds[at] !== 'example' && !(kinds[at] === 'name' && calledSo.test(cell.trim()));
  return cells.filter(says).join(' | ');
}

/** What a part says without its examples, its own header and the names of members. */
export function saidInPart(part: Part): string {
  if (!/\bbearer\b/i.test(part.passage)) return part.passage;
  if (part.kind === 'operation') return part.passage.replace(memberOfDescription, ' ');
  const kinds = part.kind === 'table' ? kindsOf(part.heads) : [];
  const isOwn = isOfRequest(part);
  return part.passage
    .split('\n')
    .filter((line) => !(isOwn && ownHeader.test(line)))
    .map((line) => (kinds.length > 0 ? withoutExamples(line, kinds) : line))
    .join('\n');
}
