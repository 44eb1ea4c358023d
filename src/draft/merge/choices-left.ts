/** The question which values fields of the request have, whose words leave the choice of several that no reader took. */
import type { Schema } from '../../formats/json.ts';
import { isObject, lastKeyOf, shownPointer } from '../../formats/json.ts';
import type { HeaderFact, Member, Statement, Todo } from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';
import { quotedWords } from '../facts/quoted.ts';
import { leavesChoice } from '../page/values/choice-left.ts';
import { listsGrants } from '../page/values/grant-values.ts';
import { credentialKind, isProof } from '../page/values/values.ts';
import { lettersOf } from '../page/words/spellings.ts';

/** Whether a schema says which values there are; those of a list are those of its items. */
function saysValues(schema: Schema): boolean {
  const { items } = schema;
  return ['const', 'enum', 'pattern', 'format'].some(
    (key) => schema[key] !== undefined || (isObject(items) && items[key] !== undefined),
  );
}

/** Names between commas or bars, behind a colon or in brackets: those of scopes are often not marked. */
const listsNames = (notes: string): boolean =>
  /(?:[:(]|^)\s*[`"']?[a-z][\w:./-]*[`"']?(?:\s*[,|]\s*[`"']?[a-z][\w:./-]*[`"']?)+\s*(?:$|[.;)])/m.test(notes);

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
  // The values of a list may be those of its items.
  const hasItems = new Set(
    request.flatMap(({ pointer, schema }) =>
      isInItems(pointer) && saysValues(schema) ? [pointer.split('/').at(-2)] : [],
    ),
  );
  const open = sent.filter(
    ({ name, schema, notes = '' }) =>
      !saysValues(schema) &&
      !hasItems.has(name) &&
      schema['type'] !== 'object' &&
      credentialKind(name) === null &&
      !isProof(name) &&
      (lettersOf(name) !== 'granttype' || listsGrants(notes)) &&
      (lettersOf(name) === 'granttype' ||
        leavesChoice(notes) ||
        (/^scopes?$/.test(lettersOf(name)) && listsNames(notes))),
  );
  return open.map(({ shown, at, notes = '' }) => ({
    name: `${shown} values left`,
    kind: { of: 'keywords' },
    what: `which values ${shown} (${at}) has: of it the page says "${quotedWords(notes)}"`,
  }));
}
