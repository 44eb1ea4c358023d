/** Values that may be null by a sample or by words, where a type is declared without it. */
import type { Schema } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { orNull } from '../page/words/null-columns.ts';
import { everywhere, oneOf } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** Words about null that say that a value never is. */
const not = oneOf(word.not, word.without, ...['non', 'can ?not', "can't", "mustn't", "isn't", 'jangan']);
const between = oneOf(word.the, word.sent, word.may, ...['be', 'is', 'as', 'ever', 'bernilai', 'berisi']);
const never = everywhere`\b${not}(?:[ -]${between}){0,3}[ -]null\b`;

const named = /\bnull(?:able)?\b/i;

/** The words about a value that speak of null; null where none does. */
const nullIn = ({ notes = '' }: Member): string | null =>
  named.test(notes) && named.test(notes.slice(0, mostWords).replace(never, ' ')) ? notes : null;

/** Characters of words that are looked at. */
const mostWords = 1000;

/** The schema of a member with null in it where its sample shows it or its words speak of it, and the question whether it may be. */
export function withNull(name: string, schema: Schema, group: Member[]): { schema: Schema; todos: Todo[] } {
  const types = [schema['type'] ?? []].flat();
  if (types.length === 0 || types.includes('null')) return { schema, todos: [] };
  const [first] = group;
  const sample = group.find(({ origin, example }) => origin === 'sample' && example === null);
  const said = group.find((member) => nullIn(member) !== null);
  const why = said
    ? `the page says "${quotedWords(said.notes ?? '')}" (${said.at})`
    : sample
      ? `a sample shows null (${sample.at})`
      : null;
  if (why === null) return { schema, todos: [] };
  const what = `whether ${name} may be null: it is declared as ${types.join(' or ')} (${first?.at}), and ${why}; the draft allows null`;
  return { schema: orNull(schema), todos: [{ name: `null ${name}`, kind: { of: 'example' }, what }] };
}
