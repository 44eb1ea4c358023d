/** What a clause changes of a good request. A change without effect is refused, since its verdict would be wrong. */

import type { TokenPointers } from '../formats/contract.ts';
import { headerEntry, sameHeader } from '../formats/header-name.ts';
import { isObject, own } from '../formats/json.ts';
import type { Documented } from './documented.ts';
import { type LimitName, limits } from './limits.ts';
import { bodyFormat } from './media-type.ts';
import { schemaOf } from './part-schema.ts';
import { didYouMean } from './similar.ts';
import { noLifetime } from './token.ts';
import type { Control, Part, RequestChange, Rest } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An operation with its good request. */
export type Requested = Documented & { control: Control };

/** What a part without a name of its own may be called. */
const onlyNames: Partial<Record<Part, string[]>> = {
  query: ['credentials', 'parameters'],
  whole: ['request'],
  probe: ['resource'],
};

/** The names a part has in a good request; null where any is one. */
const names: Record<Part, (operation: Requested, vocabulary: Vocabulary) => string[] | null> = {
  method: ({ method }) => [method],
  'media-type': () => ['json', 'form'],
  header: ({ control, mediaType }, { mechanisms }) => [
    ...Object.keys(control.headers),
    ...control.auth.flatMap((spec) => own(mechanisms, spec.mechanism)?.headers(spec) ?? []),
    ...(mediaType === null ? [] : ['Content-Type']),
    'User-Agent',
  ],
  auth: ({ control }) => control.auth.map(({ mechanism }) => mechanism),
  field: ({ control, requestBody }) => [
    ...new Set([
      ...Object.keys(isObject(requestBody['properties']) ? requestBody['properties'] : {}),
      ...Object.keys(control.body),
    ]),
  ],
  body: ({ mediaType }) => (mediaType === null ? [] : [bodyFormat(mediaType)]),
  path: ({ path }) => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name),
  parameter: ({ control }, { mechanisms }) => [
    ...Object.keys(control.query),
    ...control.auth.flatMap((spec) => own(mechanisms, spec.mechanism)?.addsParameters?.(spec) ?? []),
  ],
  query: () => null,
  whole: () => null,
  probe: () => null,
  // No contract file gives these two: the deep profile makes them.
  family: () => null,
  again: () => null,
};

type Lack = (
  operation: Requested,
  change: RequestChange,
  token: TokenPointers,
  vocabulary: Vocabulary,
) => string | null;

/** Why the schema of a part has not the limit that a way goes beyond. */
const lacksLimit =
  (name: LimitName): Lack =>
  (operation, { part, name: of }) => {
    const { keyword, isIn } = limits[name];
    return isIn(schemaOf(operation, part, of)) ? null : `the schema of ${of} has no ${keyword}`;
  };

/** Why an operation lacks what a way needs; null when it has it. */
const lacks: Record<Rest, Lack> = {
  sent: ({ id, control }, { part, name }, _token, { mechanisms }) => {
    const isAdded = control.auth.some((spec) => own(mechanisms, spec.mechanism)?.addsFields?.(spec).includes(name));
    const isSent = part !== 'field' || isAdded || own(control.body, name) !== undefined;
    return isSent ? null : `the good request of ${id} sends no ${name}`;
  },
  unique: ({ id, control }, { name }) => {
    const found = headerEntry(control.headers, name)?.[1];
    return typeof found === 'object' && 'unique' in found ? null : `${id} sends the same ${name} every time`;
  },
  given: ({ id, control }, { part, name }) => {
    const isGiven = part === 'header' ? headerEntry(control.headers, name) : own(control.query, name);
    return isGiven === undefined ? `the good request of ${id} gives no value of ${name} itself` : null;
  },
  'max-length': lacksLimit('max-length'),
  'min-length': lacksLimit('min-length'),
  'least-number': lacksLimit('least-number'),
  'most-number': lacksLimit('most-number'),
  pattern: lacksLimit('pattern'),
  'no-text': lacksLimit('no-text'),
  scopes: ({ id, scopes }) => (scopes.length > 0 ? null : `the OpenAPI file documents no scope of ${id}`),
  'id-and-secret': ({ id, control }) =>
    control.auth.some(({ inputs }) => own(inputs, 'id') !== undefined && own(inputs, 'secret') !== undefined)
      ? null
      : `the good request of ${id} is not authenticated by an id and a secret`,
  'body-parameters': ({ id, control }) =>
    Object.keys(control.body).length > 0 ? null : `the good request of ${id} has no parameter in its body`,
  anew: ({ id, control }, _change, _token, { mechanisms }) => {
    const isUnique = (value: unknown): boolean => typeof value === 'object' && value !== null && 'unique' in value;
    const values = [...Object.values(control.headers), ...Object.values(control.body)];
    const made = control.auth.some((spec) => own(mechanisms, spec.mechanism)?.anew?.(spec));
    return made || values.some(isUnique) ? null : `two good requests of ${id} are the same, and each is granted`;
  },
  lifetime: (_operation, _change, { lifetime }) =>
    lifetime === noLifetime ? `token.lifetime is ${noLifetime}, so no life is promised that could be watched` : null,
};

function nameFault({ part, name }: RequestChange, operation: Requested, vocabulary: Vocabulary): string | null {
  const known = names[part](operation, vocabulary);
  const same = (one: string): boolean => (part === 'header' ? sameHeader(one, name) : one === name);
  if (known === null || known.some(same)) return null;
  return `the good request of ${operation.id} has no ${part} "${name}"; there is: ${known.join(', ') || 'none'}${didYouMean(name, known)}`;
}

/** A way of a change: the list that holds it, and its index there. */
export interface WayPlace {
  list: 'ways' | 'deep';
  index: number;
}

/** What is wrong with a change; `way` is null where it is about the part. */
export interface ChangeFault {
  way: WayPlace | null;
  fault: string;
}

/** What is wrong with a change of the good requests of these operations; empty for one that changes each of them. */
export function changeFaults(
  change: RequestChange,
  operations: Requested[],
  vocabulary: Vocabulary,
  token: TokenPointers,
): ChangeFault[] {
  const { part, name } = change;
  const ofPart = (fault: string): ChangeFault => ({ way: null, fault });
  const only = onlyNames[part];
  if (only !== undefined && !only.includes(name))
    return [ofPart(`${part} is called ${only.map((one) => `"${one}"`).join(' or ')}, not "${name}"`)];
  const unnamed = new Set(operations.flatMap((operation) => nameFault(change, operation, vocabulary) ?? []));
  if (unnamed.size > 0) return [...unnamed].map(ofPart);
  const placed = (['ways', 'deep'] as const).flatMap((list) =>
    change[list].map((way, index) => ({ way, list, index })),
  );
  return placed.flatMap(({ way, list, index }) => {
    const place = { list, index };
    if (list === 'deep' && change.ways.includes(way))
      return [
        { way: place, fault: `the way "${way}" is tried by every profile already; it belongs in one of the two lists` },
      ];
    return operations.flatMap((operation) => {
      const known = vocabulary.ways(part, name, operation.control);
      const rests = own(known, way);
      // A mechanism that gives no way at all is not to be read, and its own section says why.
      if (part === 'auth' && Object.keys(known).length === 0) return [];
      if (!rests) {
        const ways = Object.keys(known);
        const there = `there is: ${ways.join(', ') || 'none'}${didYouMean(way, ways)}`;
        return [{ way: place, fault: `no way "${way}" to change ${part} ${name}; ${there}` }];
      }
      const missing = rests.flatMap((rest) => lacks[rest](operation, change, token, vocabulary) ?? []);
      if (part === 'method' && way.toUpperCase() === operation.method)
        missing.push(`${operation.id} is sent by ${operation.method} already`);
      return missing.map((fault) => ({ way: place, fault: `the way "${way}" changes nothing: ${fault}` }));
    });
  });
}
