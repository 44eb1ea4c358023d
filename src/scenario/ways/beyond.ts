/** Values just beyond what a schema allows, the same for a field, a header and a parameter of the query. */
import { breaksPattern, type End, leastLength, limitWays, numberBeyond, plainTexts } from '../../contract/limits.ts';
import { keysIn, type Schema } from '../../formats/json.ts';
import { isText } from '../draft.ts';
import { change, cutTo, join, plain, repeated, type Text } from '../text.ts';
import type { Way } from './way.ts';

const most = ({ maxLength }: Schema): number => Number(maxLength) + 1;
const least = (schema: Schema): number => (leastLength(schema) ?? 1) - 1;

/** A value with more characters than it may have. */
const tooLong = (value: Text, schema: Schema): Text =>
  join(value, repeated('x', Math.max(1, most(schema) - [...value.value].length)));

/** A value with fewer characters than it must have; one that is not sent has none that could be cut. */
function tooShort(value: Text, schema: Schema): Text {
  return value.value === '' ? plain('x'.repeat(least(schema))) : cutTo(value, least(schema));
}

/** Texts of one kind of character each, and how Perl writes them in a value. */
const marks = ['!', 'x', '0'];

const replaced = (value: Text, place: 'first' | 'last', mark: string): Text =>
  change(value, {
    value: (text) => text.replace(place === 'first' ? /^./su : /.$/su, mark),
    shown: (shown) => `${shown}‹${place} character ${mark}›`,
    command: `perl -CS -0777 -pe 's/${place === 'first' ? '\\A.' : '.\\z'}/${mark}/s'`,
  });

/** A value with a smallest alteration that breaks the pattern; where none does, a plain text that does. */
function otherForm(value: Text, schema: Schema): Text {
  const altered = [
    ...marks.map((mark) => replaced(value, 'last', mark)),
    ...marks.map((mark) => replaced(value, 'first', mark)),
    join(value, '!'),
  ];
  const found = [...(value.value === '' ? [] : altered), ...plainTexts.map(plain)];
  return found.find((text) => breaksPattern(schema, text.value)) ?? value;
}

const beyond = (schema: Schema, end: End): number => numberBeyond(schema, end) ?? 0;

/** A value just beyond what a schema allows: a number where it is one and not text. */
interface Beyond {
  title: (name: string, schema: Schema) => string;
  make: (value: Text, schema: Schema) => Text | number;
}

/** The ways to go beyond what a schema allows. */
export const beyondWays: Record<keyof typeof limitWays, Beyond> = {
  'too-long': { title: (name, schema) => `${name} of ${most(schema)} characters`, make: tooLong },
  'too-short': {
    title: (name, schema) => `${name} of ${least(schema)} ${least(schema) === 1 ? 'character' : 'characters'}`,
    make: tooShort,
  },
  'too-small': {
    title: (name, schema) => `${name} is ${beyond(schema, 'least')}`,
    make: (_value, schema) => beyond(schema, 'least'),
  },
  'too-large': {
    title: (name, schema) => `${name} is ${beyond(schema, 'most')}`,
    make: (_value, schema) => beyond(schema, 'most'),
  },
  'other-form': { title: (name) => `${name} in another form`, make: otherForm },
  word: { title: (name) => `${name} is a word`, make: () => plain('conformance') },
};

/** The ways to go beyond what a schema allows of a value that is sent as text, where the good request itself gives it. */
export const textBeyond = (waysWith: (make: (value: Text, schema: Schema) => Text[]) => Way): Record<string, Way> =>
  Object.fromEntries(
    keysIn(beyondWays).map((way): [string, Way] => [
      way,
      {
        ...waysWith((value, schema) => {
          const made = beyondWays[way].make(value, schema);
          return [isText(made) ? made : plain(String(made))];
        }),
        title: ({ name, schema }) => beyondWays[way].title(name, schema),
        rests: ['sent', 'given', limitWays[way]],
      },
    ]),
  );
