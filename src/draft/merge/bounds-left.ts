/** The question which values fields of the request may have, whose words give ends of a range that no keyword of the draft holds. */
import { lastKeyOf, type Schema, shownPointer } from '../../formats/json.ts';
import type { HeaderFact, Member, Statement, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { givesEnds } from '../page/values/ends.ts';
import { leavesCounts } from '../page/values/list-counts.ts';
import { credentialKind, isProof } from '../page/values/values.ts';

/** Keywords beside which a schema says enough of its values. */
const keywords = ['const', 'enum', 'pattern', 'format', 'minLength', 'maxLength', 'minItems', 'maxItems'];
const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];

const isOpen = (schema: Schema): boolean =>
  [...keywords, ...bounds].every((keyword) => schema[keyword] === undefined) &&
  !['object', 'array', 'boolean'].includes(String(schema['type']));

/** The question about such fields of one request. */
export function boundsLeft({ headers, queries, request }: Pick<Statement, 'headers' | 'queries' | 'request'>): Todo[] {
  const sent = [
    ...[...headers, ...queries].map((one: HeaderFact) => ({ ...one, shown: one.name })),
    ...request.map((one: Member) => ({ ...one, name: lastKeyOf(one.pointer), shown: shownPointer(one.pointer) })),
  ];
  return sent
    .filter(
      ({ name, schema, notes = '' }) =>
        leavesCounts(notes, schema) ||
        (isOpen(schema) && credentialKind(name) === null && !isProof(name) && givesEnds(notes)),
    )
    .map(({ shown, at, schema, notes = '' }) => ({
      name: `${shown} range`,
      kind: { of: 'keywords' },
      what: `${schema['type'] === 'array' ? 'how many items' : 'which values'} ${shown} (${at}) may have: of it the page says "${quotedWords(notes)}"`,
    }));
}
