import type { Schema } from '../../formats/json.ts';
import type { RequestDraft } from '../draft.ts';
import { nearMisses, noMiss } from '../near-misses.ts';
import { altered, plain, type Text } from '../text.ts';
import { textBeyond } from './beyond.ts';
import type { Way } from './way.ts';

/** The query with the parameters of one name rewritten. */
function inQuery(title: (name: string) => string, how: (value: Text, schema: Schema) => Text[]): Way {
  return {
    title: ({ name }) => title(name),
    rests: ['sent'],
    apply: (draft, { name, schema }): RequestDraft => ({
      ...draft,
      query: draft.query.flatMap(([key, value]): RequestDraft['query'] =>
        key.value === name ? how(value, schema).map((changed) => [key, changed]) : [[key, value]],
      ),
    }),
  };
}

/** The near misses of a credential that is sent in the query, where a blank is a character as any other. */
const misses = Object.fromEntries(
  Object.entries(nearMisses).map(([miss, { title, make }]): [string, Way] => [
    miss,
    {
      ...inQuery(
        (name) => `the ${name} in the query ${title}`,
        (value) => [make(value)],
      ),
      unavailable: ({ name, schema }, draft) =>
        noMiss(miss, draft.query.find(([key]) => key.value === name)?.[1], schema),
    },
  ]),
);

/** Ways to break one parameter of the query. */
export const parameterWays: Record<string, Way> = {
  absent: {
    ...inQuery(
      (name) => `no ${name} in the query`,
      () => [],
    ),
    breaks: 'out',
  },
  empty: inQuery(
    (name) => `an empty ${name} in the query`,
    () => [plain('')],
  ),
  unknown: {
    ...inQuery(
      (name) => `another ${name} of the same length in the query`,
      (value) => [altered(value)],
    ),
    breaks: 'any',
  },
  repeated: inQuery(
    (name) => `two ${name} in the query that differ`,
    (value) => [value, altered(value)],
  ),
  ...misses,
  ...textBeyond((make) => inQuery(() => '', make)),
};

/** Ways to break one parameter of the path. */
export const pathWays: Record<string, Way> = {
  unknown: {
    title: ({ name }) => `another ${name} of the same length in the path`,
    rests: ['sent'],
    apply: (draft, { name }) => ({
      ...draft,
      pathValues: { ...draft.pathValues, [name]: altered(draft.pathValues[name] ?? plain('')) },
    }),
  },
};
