/** Fields that the page takes out of the request: removed, refused, not to be sent. They are left out of the draft. */
import { shownPointer } from '../../formats/json.ts';
import type { Member, Statement, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { Withdrawn } from '../facts/withdrawn.ts';
import { withdrawnBy } from '../page/words/withdrawn.ts';
import { pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** Words for what is done with a request that holds such a field. */
const refuses = pattern`\b(?:${word.refused}|(?:rejects?|refuses?|menolak))\b`;

type Field = Pick<Member, 'notes' | 'required' | 'at' | 'origin' | 'withdrawn'>;

/** Statements without the withdrawn fields, what is asked of these, and the keys of their facts. */
interface Living {
  statements: Statement[];
  todos: Todo[];
  keys: ReadonlySet<string>;
}

/** How words withdraw a field of a request; of one that is called mandatory they are a matter of its presence. */
export function withdrawal(
  { notes = '', required, clause }: Pick<Member, 'notes' | 'required' | 'clause'>,
  key: string,
): Withdrawn | null {
  return !key.startsWith('request ') || clause !== undefined || required === true ? null : withdrawnBy(notes);
}

interface Named {
  key: string;
  name: string;
  field: Field;
}

/** The fields of a request, each with the key of its facts. */
const fieldsOf = ({ headers, queries, request }: Statement): Named[] => [
  ...headers.map((field) => ({ key: `request header ${field.name.toUpperCase()}`, name: field.name, field })),
  ...queries.map((field) => ({ key: `request query ${field.name}`, name: field.name, field })),
  ...request.map((field) => ({ key: `request ${field.pointer}`, name: shownPointer(field.pointer), field })),
];

/** The question about some fields, if there are any, with the words of the page about each. */
function asked(name: string, fields: Named[], whether: string, left: string): Todo[] {
  const all = fields.map((one) => `${one.name} (${one.field.at}) "${quotedWords(one.field.notes ?? '')}"`).join(', ');
  return fields.length === 0 ? [] : [{ name, what: `whether ${whether}: ${all}; the draft leaves them out${left}` }];
}

/**
 * Statements without such fields, whatever else shows them. They are a question where the words take them out under conditions,
 * and where the page shows them all the same or calls them mandatory.
 */
export function withoutWithdrawn(statements: Statement[]): Living {
  const fields = statements.flatMap(fieldsOf);
  const found = fields.filter(({ field }) => field.withdrawn !== undefined);
  if (found.length === 0) return { statements, todos: [], keys: new Set() };
  const keys = new Set(found.map(({ key }) => key));
  const isGone = (key: string): boolean =>
    keys.has(key) || [...keys].some((one) => one.startsWith('request /') && key.startsWith(`${one}/`));
  const isOpen = ({ key, field }: Named): boolean =>
    field.withdrawn === 'in part' ||
    fields.some((one) => one.key === key && (one.field.required === true || one.field.origin === 'sample'));
  const open = new Map(found.filter(isOpen).map((one) => [one.key, one]));
  const settled = new Map(found.filter(({ key }) => !open.has(key)).map((one) => [one.key, one]));
  const refused = [...settled.values()].filter(({ field }) => refuses.test(field.notes ?? ''));
  return {
    keys,
    statements: statements.map((one) => ({
      ...one,
      headers: one.headers.filter(({ name }) => !isGone(`request header ${name.toUpperCase()}`)),
      queries: one.queries.filter(({ name }) => !isGone(`request query ${name}`)),
      request: one.request.filter(({ pointer }) => !isGone(`request ${pointer}`)),
    })),
    todos: [
      ...asked(
        'withdrawn',
        [...open.values()],
        'these are fields of the request, of which the page says otherwise',
        '',
      ),
      ...asked(
        'withdrawn refused',
        refused,
        'a request that holds one of these is refused',
        ', and has no clause for that',
      ),
    ],
  };
}
