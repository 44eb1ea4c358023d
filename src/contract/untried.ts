/** Keywords of a request that no demand of a contract breaks: their facts are documented, and no run shows them. */
import { headerEntry, sameHeader } from '../formats/header-name.ts';
import { isObject, own, type Schema } from '../formats/json.ts';
import { otherTypesOf } from './default-ways.ts';
import { leastLength, limits } from './limits.ts';
import { bodyFormat } from './media-type.ts';
import { type Contract, isUntestable, type Operation } from './types.ts';

/** Where a value stands that a request sends. */
type Place = 'field' | 'header' | 'parameter';

interface Part {
  place: Place;
  name: string;
  schema: Schema;
}

/** Ways that put a value in the place of one that is of a list, or the only one. */
const otherValues = ['other-value', 'other-case', 'padded', 'unknown', 'unknown-scope', 'unknown-beside-known'];

/** The ways that break each keyword. */
const breaking: Record<string, readonly string[]> = {
  maxLength: ['too-long', 'very-long'],
  minLength: ['too-short'],
  minimum: ['too-small'],
  exclusiveMinimum: ['too-small'],
  maximum: ['too-large'],
  exclusiveMaximum: ['too-large'],
  pattern: ['other-form', 'non-ascii'],
  format: ['non-ascii'],
  const: otherValues,
  enum: otherValues,
};

/** The keywords of a schema that a value could break. */
function keywordsOf(schema: Schema): string[] {
  const isOpen = (keyword: string): boolean =>
    keyword === 'minLength' ? leastLength(schema) !== null : keyword !== 'pattern' || limits.pattern.isIn(schema);
  const named = Object.keys(breaking).filter((keyword) => own(schema, keyword) !== undefined && isOpen(keyword));
  // Whatever else is said of a value follows from the only one that it may have, or the few.
  const few = named.filter((keyword) => keyword === 'const' || keyword === 'enum');
  return few.length > 0 ? few : named;
}

function partsOf({ requestBody, parameters }: Operation): Part[] {
  const properties = isObject(requestBody['properties']) ? requestBody['properties'] : {};
  const places: Partial<Record<string, Place>> = { header: 'header', query: 'parameter' };
  return [
    ...Object.entries(properties).flatMap(([name, schema]): Part[] =>
      isObject(schema) ? [{ place: 'field', name, schema }] : [],
    ),
    ...parameters.flatMap(({ in: where, name, schema }): Part[] => {
      const place = places[where];
      return place ? [{ place, name, schema }] : [];
    }),
  ];
}

/** Whether the good request itself gives the value of a part: the forms of what a mechanism makes are the mechanism's matter. */
function isGiven({ control }: Operation, { place, name }: Part): boolean {
  if (place === 'field') return true;
  return (place === 'header' ? headerEntry(control.headers, name) : own(control.query, name)) !== undefined;
}

/** The ways in which the demands of a contract break a part of an operation. */
function waysOn({ clauses, profile }: Contract, operation: string, { place, name }: Part): Set<string> {
  const isSame = (other: string): boolean => (place === 'header' ? sameHeader(other, name) : other === name);
  return new Set(
    clauses.flatMap((clause) =>
      !isUntestable(clause) &&
      clause.kind === 'demand' &&
      clause.operations.includes(operation) &&
      clause.request.part === place &&
      isSame(clause.request.name)
        ? [...clause.request.ways, ...(profile === 'deep' ? clause.request.deep : [])]
        : [],
    ),
  );
}

/** The keywords that no demand breaks, each as a note of a run calls it: `maxLength of the header X-TIMESTAMP (token)`. */
export function untriedIn(contract: Contract): string[] {
  return contract.operations.flatMap((operation) =>
    partsOf(operation).flatMap((part) => {
      const { place, name, schema } = part;
      const ways = waysOn(contract, operation.id, part);
      const isJson = place === 'field' && bodyFormat(operation.mediaType ?? '') === 'json';
      const types = otherTypesOf(isJson ? 'json' : 'form', schema);
      const open = [
        ...(types.length > 0 && !types.some((way) => ways.has(way)) ? ['type'] : []),
        ...keywordsOf(schema)
          .filter((keyword) => keyword !== 'format' || isGiven(operation, part))
          .filter((keyword) => !breaking[keyword]?.some((way) => ways.has(way))),
      ];
      return open.map((keyword) => `${keyword} of the ${place} ${name} (${operation.id})`);
    }),
  );
}
