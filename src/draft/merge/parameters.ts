/** What several statements say about the headers or the query of a request, as one list. */

import type { Schema } from '../../formats/json.ts';
import type { HeaderFact, Todo } from '../facts/facts.ts';
import { fitsName, onlyValue } from '../page/values/only-value.ts';
import { asListOf } from '../page/values/text-lists.ts';
import { credentialKind, isProof } from '../page/values/values.ts';
import { type Shown, withShown } from './against-samples.ts';
import { differing } from './differing.ts';
import { withTypedValues } from './typed-values.ts';

/** The value that the words about a parameter call its only one. */
function onlyOf(name: string, group: HeaderFact[]): string | null {
  if (credentialKind(name) !== null || isProof(name) || group.some(({ credential }) => credential)) return null;
  const shown = group.flatMap(({ value, example }) => [value ?? [], example ?? []].flat());
  const said = group.flatMap(({ notes = '' }) =>
    // A word alone may as well be an example of it.
    !/\s/.test(notes.trim()) ? [] : (onlyValue(notes, shown, name) ?? []),
  );
  return said.find((value) => fitsName(value, name)) ?? null;
}

/** Parameters with what samples show of them: each is sent as text, so that one that is a number is compared as one. */
const asShown = (group: HeaderFact[], { type }: Schema): Shown[] =>
  group.map(({ at, origin, schema, value, example = value }) => {
    // A cell may hold words about a value where its example is looked for.
    if (example === undefined || origin === 'table' || origin === 'text') return { at, origin, schema };
    const isNumber = (type === 'integer' || type === 'number') && Number.isFinite(Number.parseFloat(example));
    return { at, origin, schema, example: isNumber ? Number(example) : example };
  });

/** Parameters by their names; `kind` is how a question calls them. */
export function parametersOf(all: HeaderFact[], kind: string, sink: { todos: Todo[] }): HeaderFact[] {
  const names = [...new Set(all.map(({ name }) => name.toLowerCase()))];
  const shown: HeaderFact[] = [];
  const merged = names.flatMap((name) => {
    const group = all.filter((header) => header.name.toLowerCase() === name);
    const [first] = group;
    if (!first) return [];
    const told = group.filter(({ origin }) => origin !== 'sample');
    const said = told.map(({ required }) => required).filter((one) => one !== null);
    if (told.length === 0) shown.push(first);
    if (new Set(said).size > 1)
      sink.todos.push({
        name: `${kind} ${first.name}`,
        what: `whether the ${kind} ${first.name} is mandatory: the page says both (${told.map(({ at }) => at).join(', and ')})`,
      });
    sink.todos.push(...differing(first.name, told));
    const value = group.find((one) => one.value !== undefined)?.value;
    const example = group.find((one) => one.example !== undefined)?.example;
    const schema: Schema = Object.assign({}, ...group.map((one) => one.schema).reverse());
    const only = schema['const'] === undefined && schema['enum'] === undefined ? onlyOf(first.name, group) : null;
    const given = only === null ? schema : { ...schema, const: only };
    const words = group.map(({ notes = '' }) => notes).join('\n');
    const whole = asListOf(withTypedValues(first.name, first.at, given, sink.todos), words);
    // What a signature and its time look like is a question of its own.
    const shownOf = isProof(first.name) ? [] : asShown(group, whole);
    const against = withShown({ name: first.name, pointer: '', isRead: false }, whole, shownOf);
    sink.todos.push(...against.todos);
    return {
      ...first,
      schema: against.schema,
      required: said[0] ?? null,
      ...(value === undefined ? {} : { value }),
      ...(example === undefined ? {} : { example }),
      ...(group.some(({ credential }) => credential) ? { credential: true as const } : {}),
    };
  });
  const [one, ...others] = shown;
  // One question is enough, however many a sample shows.
  if (one) {
    const part = kind === 'header' ? 'request header' : 'request query';
    const called = (name: string): string => (kind === 'header' ? name.toUpperCase() : name);
    sink.todos.push({
      name: `${kind} ${one.name}`,
      what: `whether the ${kind}${others.length > 0 ? 's' : ''} ${shown.map(({ name }) => name).join(', ')} ${others.length > 0 ? 'are' : 'is'} mandatory`,
      claim: {
        subject: 'presence',
        names: shown.map(({ name }) => name),
        alone: true,
        none: `; only a sample (${one.at}) shows ${others.length > 0 ? 'them' : 'it'}`,
        guess: `; a sample (${one.at}) shows ${others.length > 0 ? 'them' : 'it'}`,
      },
      ask: { about: 'mandatory', facts: shown.map(({ name }) => `${part} ${called(name)}`) },
    });
  }
  return merged;
}
