/** The question which values fields of the request have, whose words leave the choice of several that no reader took. */
import type { Schema } from '../../formats/json.ts';
import { isObject, lastKeyOf, shownPointer } from '../../formats/json.ts';
import type { HeaderFact, Member, Statement, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { leavesChoice } from '../page/values/choice-left.ts';
import { credentialKind, isProof } from '../page/values/values.ts';
import { lettersOf } from '../page/words/spellings.ts';

/** Whether a schema says which values there are; those of a list are those of its items. */
function saysValues(schema: Schema): boolean {
  const { items } = schema;
  return ['const', 'enum', 'pattern', 'format'].some(
    (key) => schema[key] !== undefined || (isObject(items) && items[key] !== undefined),
  );
}

/** A field of a request, as a question calls it. */
interface Sent extends Pick<Member & HeaderFact, 'at' | 'schema' | 'notes'> {
  name: string;
  shown: string;
}

/** The question about such fields of one request. */
export function choicesLeft({ headers, queries, request }: Pick<Statement, 'headers' | 'queries' | 'request'>): Todo[] {
  const sent: Sent[] = [
    ...[...headers, ...queries].map((one) => ({ ...one, shown: one.name })),
    ...request.map((one) => ({ ...one, name: lastKeyOf(one.pointer), shown: shownPointer(one.pointer) })),
  ];
  const open = sent.filter(
    ({ name, schema, notes = '' }) =>
      !saysValues(schema) &&
      schema['type'] !== 'object' &&
      credentialKind(name) === null &&
      !isProof(name) &&
      lettersOf(name) !== 'granttype' &&
      leavesChoice(notes),
  );
  return open.map(({ shown, at, notes = '' }) => ({
    name: `${shown} values left`,
    kind: { of: 'keywords' },
    what: `which values ${shown} (${at}) has: of it the page says "${quotedWords(notes)}"`,
  }));
}
