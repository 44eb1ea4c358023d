import type { Json } from '../../contract/types.ts';
import { type Draft, isText, type TextJson } from '../draft.ts';
import { altered, flippedCase, join, plain, repeated, type Text } from '../text.ts';
import type { Way } from './way.ts';

const unknownScope = 'unknown:scope:conformance';

/** The draft with another value of a field; one that the control leaves out is put behind the others. */
function withField(draft: Draft, name: string, value: TextJson): Draft {
  const known = draft.fields.some(([field]) => field === name);
  const fields: Draft['fields'] = known ? draft.fields : [...draft.fields, [name, value]];
  return { ...draft, fields: fields.map(([field, old]) => (field === name ? [field, value] : [field, old])) };
}

function current(draft: Draft, name: string): Text {
  const found = draft.fields.find(([field]) => field === name)?.[1];
  return isText(found) ? found : plain('');
}

function fixed(title: (name: string) => string, value: TextJson): Way {
  return { title: ({ name }) => title(name), apply: (draft, { name }) => withField(draft, name, value) };
}

function rewrite(title: (name: string) => string, how: (value: Text) => TextJson): Way {
  return {
    title: ({ name }) => title(name),
    apply: (draft, { name }) => withField(draft, name, how(current(draft, name))),
  };
}

function otherCaseStyle(name: string): string {
  return name.includes('_')
    ? name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
    : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function length(schema: { maxLength?: Json }): number {
  return Number(schema.maxLength) + 1;
}

/** The scopes of the control, each once. */
function scopes(draft: Draft, name: string): string[] {
  return current(draft, name)
    .value.split(' ')
    .filter((scope) => scope !== '');
}

function scopeWay(title: string, how: (scopes: string[]) => string[], least = 1): Way {
  return {
    title: () => title,
    rests: ['sent'],
    unavailable: ({ credentials }) => {
      const granted = Object.values(credentials).find((credential) => Array.isArray(credential.value))?.value ?? [];
      return granted.length < least ? `fewer than ${least} scopes are granted to this client` : null;
    },
    apply: (draft, { name }) => withField(draft, name, plain(how(scopes(draft, name)).join(' '))),
  };
}

/** Ways to break or vary one field of the body. */
export const fieldWays: Record<string, Way> = {
  absent: {
    title: ({ name }) => `no ${name}`,
    rests: ['sent'],
    apply: (draft, { name }) => ({ ...draft, fields: draft.fields.filter(([field]) => field !== name) }),
  },
  'other-name': {
    title: ({ name }) => `${name} in the other case style`,
    rests: ['sent'],
    apply: (draft, { name }) => ({
      ...draft,
      fields: draft.fields.map(([field, value]) => [field === name ? otherCaseStyle(field) : field, value]),
    }),
  },
  null: fixed((name) => `${name} is null`, null),
  empty: fixed((name) => `an empty ${name}`, plain('')),
  number: fixed((name) => `${name} is a number`, 1),
  boolean: fixed((name) => `${name} is true`, true),
  array: rewrite(
    (name) => `${name} is an array`,
    (value) => [value],
  ),
  object: rewrite(
    (name) => `${name} is an object`,
    (value) => ({ value }),
  ),
  'too-long': {
    title: ({ name, schema }) => `${name} of ${length(schema)} characters`,
    rests: ['max-length'],
    apply: (draft, { name, schema }) => {
      const value = current(draft, name);
      return withField(draft, name, join(value, repeated('x', Math.max(1, length(schema) - value.value.length))));
    },
  },
  'other-value': rewrite((name) => `another ${name} of the same length`, altered),
  'other-case': { ...rewrite((name) => `${name} in the other letter case`, flippedCase), rests: ['sent'] },
  padded: rewrite(
    (name) => `${name} with a space on either side`,
    (value) => join(' ', value, ' '),
  ),
  password: fixed((name) => `${name} is password`, plain('password')),
  'very-long': fixed((name) => `${name} of 64 kB`, repeated('a', 65_536)),
  'non-ascii': fixed((name) => `${name} of non-ASCII letters`, plain('clïent_crédentials_日本')),
  repeated: {
    title: ({ name }) => `${name} twice`,
    rests: ['sent'],
    apply: (draft, { name }) => ({
      ...draft,
      fields: draft.fields.flatMap(([field, value]): Draft['fields'] =>
        field === name
          ? [
              [field, value],
              [field, value],
            ]
          : [[field, value]],
      ),
    }),
  },
  'unknown-scope': fixed(() => 'a scope that is not documented', plain(unknownScope)),
  'unknown-beside-known': scopeWay('a scope that is not documented beside documented ones', (known) => [
    ...known,
    unknownScope,
  ]),
  alone: {
    title: ({ variant }) => `${variant} alone`,
    rests: ['sent', 'scopes'],
    variants: (contract) => contract.operation.scopes,
    unavailable: ({ credentials, variant }) => {
      const granted = Object.values(credentials).some(({ value }) => Array.isArray(value) && value.includes(variant));
      return granted ? null : `${variant} is not granted to this client`;
    },
    apply: (draft, { name, variant }) => withField(draft, name, plain(variant)),
  },
  reversed: scopeWay('the scopes in reverse order', (known) => [...known].reverse(), 2),
  pair: scopeWay('the first and the last scope', (known) => [known[0] ?? '', known.at(-1) ?? ''], 3),
};
