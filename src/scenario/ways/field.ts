import { limitWays } from '../../contract/limits.ts';
import { type Json, keysIn } from '../../formats/json.ts';
import { isText, type RequestDraft, type TextJson } from '../draft.ts';
import { nearMisses, noMiss } from '../near-misses.ts';
import { altered, flippedCase, join, plain, repeated, type Text } from '../text.ts';
import { beyondWays } from './beyond.ts';
import type { Way } from './way.ts';

/** The draft with another value of a field; one that the control leaves out is put behind the others. */
export function withField(draft: RequestDraft, name: string, value: TextJson): RequestDraft {
  const known = draft.fields.some(([field]) => field === name);
  const fields: RequestDraft['fields'] = known ? draft.fields : [...draft.fields, [name, value]];
  return { ...draft, fields: fields.map(([field, old]) => (field === name ? [field, value] : [field, old])) };
}

/** The value of a field of the good request, as text; empty where it has none. */
export function current(draft: RequestDraft, name: string): Text {
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

/** The value of a field, whatever its type, inside another one. */
function wrapped(title: string, how: (value: TextJson) => TextJson): Way {
  return {
    title: ({ name }) => `${name} is ${title}`,
    apply: (draft, { name }) => {
      const [, value = plain('')] = draft.fields.find(([field]) => field === name) ?? [];
      return withField(draft, name, how(value));
    },
  };
}

function otherCaseStyle(name: string): string {
  return name.includes('_')
    ? name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
    : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The ways to send a value just beyond what the schema of a field allows. */
const beyond = Object.fromEntries(
  keysIn(beyondWays).map((way): [string, Way] => [
    way,
    {
      title: ({ name, schema }) => beyondWays[way].title(name, schema),
      rests: [limitWays[way]],
      apply: (draft, { name, schema }) => withField(draft, name, beyondWays[way].make(current(draft, name), schema)),
    },
  ]),
);

/** Another value than the one that is sent, and than those of a list that it may be of. */
function otherThan(listed: Json | undefined, sent: Text): Text {
  const values = [listed ?? []].flat();
  let other = altered(sent);
  for (let count = 0; count < values.length && values.includes(other.value); count++) other = altered(other);
  return values.includes(other.value) ? join(other, 'x') : other;
}

/** The near misses of a credential that is sent in the body. */
const misses = Object.fromEntries(
  Object.entries(nearMisses).map(([miss, { title, make }]): [string, Way] => [
    miss,
    {
      ...rewrite((name) => `the ${name} ${title}`, make),
      rests: ['sent'],
      unavailable: ({ name, schema }, draft) => noMiss(miss, current(draft, name), schema),
    },
  ]),
);

/** Ways to break or vary one field of the body. */
export const fieldWays: Record<string, Way> = {
  absent: {
    title: ({ name }) => `no ${name}`,
    rests: ['sent'],
    breaks: 'out',
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
  array: wrapped('an array', (value) => [value]),
  object: wrapped('an object', (value) => ({ value })),
  ...beyond,
  'other-value': {
    title: ({ name }) => `another ${name} of the same length`,
    breaks: 'any',
    apply: (draft, { name, schema }) => withField(draft, name, otherThan(schema['enum'], current(draft, name))),
  },
  'other-case': { ...rewrite((name) => `${name} in the other letter case`, flippedCase), rests: ['sent'] },
  padded: rewrite(
    (name) => `${name} with a space on either side`,
    (value) => join(' ', value, ' '),
  ),
  ...misses,
  password: fixed((name) => `${name} is password`, plain('password')),
  'very-long': fixed((name) => `${name} of 64 kB`, repeated('a', 65_536)),
  'non-ascii': fixed((name) => `${name} of non-ASCII letters`, plain('clïent_crédentials_日本')),
  repeated: {
    title: ({ name }) => `${name} twice`,
    rests: ['sent'],
    apply: (draft, { name }) => ({
      ...draft,
      fields: draft.fields.flatMap(([field, value]): RequestDraft['fields'] =>
        field === name
          ? [
              [field, value],
              [field, value],
            ]
          : [[field, value]],
      ),
    }),
  },
};
