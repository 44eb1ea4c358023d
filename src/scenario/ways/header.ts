import { headerEntry, sameHeader } from '../../formats/header-name.ts';
import type { Schema } from '../../formats/json.ts';
import type { RequestDraft } from '../draft.ts';
import { headerMisses, nearMisses, noMiss } from '../near-misses.ts';
import { reused as reusedWay } from '../replay.ts';
import { altered, plain, repeated, type Text } from '../text.ts';
import { textBeyond } from './beyond.ts';
import type { Way } from './way.ts';

/** Header lines with those of one name rewritten; the mechanism's own headers included. */
function rewrite(title: (name: string) => string, how: (value: Text, schema: Schema) => Text[]): Way {
  return {
    title: ({ name }) => title(name),
    rests: ['sent'],
    apply: (draft, { name, schema }): RequestDraft => ({
      ...draft,
      rewriteHeaders: [
        ...draft.rewriteHeaders,
        (headers) =>
          headers.flatMap(([header, value]): [string, Text][] =>
            sameHeader(header, name) ? how(value, schema).map((changed) => [header, changed]) : [[header, value]],
          ),
      ],
    }),
  };
}

/** The near misses of a credential that is sent in a header. */
const misses = Object.fromEntries(
  headerMisses.map((miss): [string, Way] => {
    const { title = '', make = altered } = nearMisses[miss] ?? {};
    return [
      miss,
      {
        ...rewrite(
          (name) => `the ${name} ${title}`,
          (value) => [make(value)],
        ),
        unavailable: ({ name, schema }, draft) =>
          noMiss(miss, draft.headers.find(([header]) => sameHeader(header, name))?.[1], schema),
      },
    ];
  }),
);

const before = (name: string, sent: Readonly<Record<string, string>> = {}): string | undefined =>
  headerEntry(sent, name)?.[1];

/** A value that is made anew for each request, and was sent and granted once before. */
const reused: Way = {
  title: ({ name }) => `an ${name} that was sent before`,
  rests: ['sent', 'unique'],
  unavailable: ({ name, sentUnique }) =>
    before(name, sentUnique) === undefined ? 'no request with such a value was granted before' : null,
  apply: (draft, { name, sentUnique }) => ({
    ...draft,
    headers: draft.headers.map(([header, value]) => [
      header,
      sameHeader(header, name) ? plain(before(name, sentUnique) ?? value.value) : value,
    ]),
  }),
};

/** Ways to break one header. */
export const headerWays: Record<string, Way> = {
  ...textBeyond((make) => rewrite(() => '', make)),
  [reusedWay]: reused,
  absent: {
    ...rewrite(
      (name) => `no ${name}`,
      () => [],
    ),
    breaks: 'out',
  },
  empty: rewrite(
    (name) => `an empty ${name}`,
    () => [plain('')],
  ),
  unknown: {
    ...rewrite(
      (name) => `an ${name} that was never issued`,
      (value) => [altered(value)],
    ),
    breaks: 'any',
  },
  ...misses,
  'non-ascii': rewrite(
    (name) => `an ${name} of non-ASCII letters`,
    () => [plain('pärtner-日本')],
  ),
  'very-long': rewrite(
    (name) => `an ${name} of 4 kB`,
    () => [repeated('a', 4096)],
  ),
  repeated: rewrite(
    (name) => `two ${name} lines that differ`,
    (value) => [value, altered(value)],
  ),
};
