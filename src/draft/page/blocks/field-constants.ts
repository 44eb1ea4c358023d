/** The values that a field may have: its only one, or all of a list. */
import type { Schema } from '../../../formats/json.ts';
import { grants } from '../values/affirmed-value.ts';
import { assignedValues } from '../values/assigned-values.ts';
import { calledGrant, fitsName, leadIn, mayBeOnly, namedValue, onlyValue, tokenTypeIn } from '../values/only-value.ts';
import { choiceIn, enumIn } from '../values/said.ts';
import { credentialKind, isPlaceholder } from '../values/values.ts';
import { lettersOf } from '../words/spellings.ts';
import type { Field, Reading } from './reading.ts';

/** A field of a sample: a value with no words beside it is an example. */
export function asShown(field: Field): Field {
  const alone = field.notes.replaceAll('`', '').trim();
  const isValue = alone !== '' && !/\s/.test(alone) && field.value === '';
  return { ...field, example: true, ...(isValue ? { value: alone, notes: '' } : {}) };
}

/** The only value of a field, or all that it may have, as its words and its column give them; empty where they leave that open. */
export function constantOf({
  name,
  value,
  notes,
  example,
}: Pick<Field, 'name' | 'value' | 'notes' | 'example'>): Schema {
  if (credentialKind(name) !== null) return {};
  const [first, ...others] = enumIn(notes) ?? choiceIn(notes, value) ?? assignedValues(notes, name);
  if (first !== undefined) return others.length === 0 ? { const: first } : { enum: [first, ...others] };
  const shown = value === '' ? [] : [value];
  const only = onlyValue(notes, shown, name);
  if (only !== null) return fitsName(only, name) ? { const: only } : {};
  if (mayBeOnly(notes, shown, name)) return {};
  const type = lettersOf(name.split('.').at(-1) ?? '');
  if (type === 'tokentype') return tokenTypeIn(notes) === '' ? {} : { const: tokenTypeIn(notes) };
  if (type !== 'granttype') return {};
  const grant = [example ? '' : value, namedValue(notes), leadIn(notes), calledGrant(notes)].find((one) =>
    grants.includes(one),
  );
  return grant === undefined ? {} : { const: grant };
}

/** The questions about what a column of values holds for fields of which no words say that there is no other value. */
export function shownAlone(fields: Field[]): Reading['todos'] {
  const isOpen = ({ name, value, notes, example, schema }: Field): boolean =>
    ![value === '', example, /\s/.test(value), isPlaceholder(value), credentialKind(name) !== null].includes(true) &&
    ['', value].includes(notes.replaceAll('`', '')) &&
    [schema['type'] ?? 'string'].flat().includes('string');
  return fields
    .filter((field) => isOpen(field) && Object.keys(constantOf(field)).length === 0)
    .map(({ name, at, value }) => ({
      name: `${name} value`,
      kind: { of: 'keywords' },
      what: `whether ${name} (${at}) has one value alone: of it the page says "${value}"`,
    }));
}

/** The questions about members of a grant of which the words are nothing but a code: it may be an example. */
export function codesAlone(fields: Field[]): Reading['todos'] {
  const isCode = (field: Field): boolean => {
    const { name, value, schema } = field;
    const said = field.notes.replaceAll('`', '').trim();
    return (
      /^(?=[^\d]*\d)[A-Z\d._-]{2,20}$/.test(said) &&
      ['', said].includes(value) &&
      !isPlaceholder(said) &&
      credentialKind(name) === null &&
      [schema['type'] ?? ''].flat().includes('string') &&
      Object.keys(constantOf(field)).length === 0
    );
  };
  return fields.filter(isCode).map(({ name, at, notes }) => ({
    name: `${name} value`,
    kind: { of: 'keywords' },
    what: `whether ${name} (${at}) has one value alone: of it the page says "${notes}"`,
  }));
}
