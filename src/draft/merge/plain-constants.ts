/** The only value of a member that is a number, or true or false, with the question where its words leave that open. */
import type { Schema } from '../../formats/json.ts';
import { shownPointer } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { plainValue } from '../page/values/plain-values.ts';
import { credentialKind } from '../page/values/values.ts';
import { lettersOf } from '../page/words/spellings.ts';

/** The keywords that the words about a member of such a type add to it. */
export function plainConstant(declared: Member[], schema: Schema, side: string, todos: Todo[]): Schema {
  const [first] = declared;
  const name = shownPointer(first?.pointer ?? '');
  if (!first || credentialKind(name.split('.').at(-1) ?? '') !== null) return {};
  if (schema['const'] !== undefined || schema['enum'] !== undefined || declared.some(({ isOpen }) => isOpen)) return {};
  const typed = declared.find(
    ({ origin, notes = '' }) => origin !== 'openapi' && origin !== 'sample' && namesBearer.test(notes),
  );
  if (side === 'granted' && typed && lettersOf(name.split('.').at(-1) ?? '') === 'tokentype') {
    todos.push(ofOneValue(name, typed.at, typed.notes ?? ''));
    return {};
  }
  // A number between bounds has no value alone.
  if (['minimum', 'maximum'].some((bound) => schema[bound] !== undefined)) return {};
  const found = declared
    .filter(({ origin }) => origin !== 'openapi')
    .flatMap(({ notes = '', at }) => {
      const value = plainValue(notes, schema['type']);
      return value === null ? [] : [{ value, notes, at }];
    });
  const [said, ...others] = found;
  if (!said) return {};
  // Of a request `true` alone may as well say that it has to be there, and a refusal shows one value of many.
  const isSaid = 'only' in said.value && (side === 'granted' || /\s/.test(said.notes.trim()));
  if (isSaid && 'only' in said.value && others.length === 0) return { const: said.value.only };
  if (side === 'refused') return {};
  todos.push(ofOneValue(name, said.at, said.notes));
  return {};
}

/** The type of a token, in words that say more than that. */
const namesBearer = /[`"'“‘]?\bbearer(?:[ _-]?token)?\b/i;

const ofOneValue = (name: string, at: string, notes: string): Todo => ({
  name: `${name} value`,
  kind: { of: 'keywords' },
  what: `whether ${name} (${at}) has one value alone: of it the page says "${quotedWords(notes)}"`,
});
