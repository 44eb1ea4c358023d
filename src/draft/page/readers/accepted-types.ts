/** The media types that a page allows for Accept: the one of a good request, and that of refusals, which some answers have. */
import { type Field, leave, type Reading, shownBlock } from '../blocks/reading.ts';
import { oneTypeIn } from '../words/content-types.ts';

/** What the question is called which answers are of the type of RFC 9457. */
export const problemTypes = 'answers of problems';

const types = /\b[a-z]+\/[a-z\d.+-]*[a-z\d]\b/g;

/** Reads the header Accept: its only type, or the question which answers have the one of refusals that stands beside another. */
export function readAccepted(field: Field, reading: Reading): void {
  const { notes, value, schema, required } = field;
  const only = required === false ? undefined : oneTypeIn(notes || value);
  if (only !== undefined) reading.statement.accept ??= only;
  const all = new Set([notes, value, ...[schema['enum'] ?? []].flat().map(String)].join(' ').match(types));
  const ofProblems = [...all].find((type) => type.startsWith('application/problem+'));
  const [other] = [...all].filter((type) => type !== ofProblems);
  if (ofProblems === undefined || other === undefined) return;
  leave(
    reading,
    problemTypes,
    `which answers are of ${ofProblems}: ${shownBlock(reading.block)} allows it for Accept beside ${other}, and no answer is said to have it`,
  );
}
