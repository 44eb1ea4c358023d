/**
 * Faults that words name with a status and that no keyword states: a part that is sent twice, or without a value, an unknown scope,
 * and another value of a header or a parameter of the query.
 */
import { fieldWays } from '../../../contract/default-ways.ts';
import { type Json, type JsonObject, keysOf, lastKeyOf, type Schema } from '../../../formats/json.ts';
import { altered, plain } from '../../../scenario/text.ts';
import type { Facts } from '../../facts/facts.ts';
import { valuesOf } from '../../merge/headed.ts';
import { isFresh } from '../../page/values/values.ts';
import { lettersOf } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isForm, mayBeIgnored } from '../basis/bodies.ts';
import type { Access } from '../basis/good-request.ts';
import { covers, isOf, linesNamed, type Named, type NamingLine, type Part } from './named-faults.ts';
import type { OwnRefusal } from './own-refusals.ts';
import type { Refusals } from './refusals.ts';

/** What is sent: a part twice, one without a value, a scope that nobody knows, or a value of a part that is none of its own. */
export type NamedWay = 'repeated' | 'empty' | 'unknown-scope' | 'unknown';

/** Such a fault of a part, and how the page says that it is refused. */
export interface WayFault extends Pick<Part, 'name' | 'place'> {
  way: NamedWay;
  at: string;
  documented: JsonObject[];
  /** The name of its refusal. */
  as: string;
}

/** A part of a request. */
interface Sent extends Part {
  schema: Schema;
  at: string;
  /** It has a value in the good request. */
  isSent: boolean;
  /** That value. */
  good: Json | undefined;
  /** Whoever sends another is refused as a client that is not known. */
  isProof: boolean;
}

/** That a value was sent in an earlier request: nothing is sent twice in one. */
const ofEarlier = pattern`\b${oneOf(
  ...[word.value, word.used, word.before, 'within', 'already', 'sudah', 'sebelumnya', 'again', 'lagi', 'previous\\w*'],
  ...['earlier', 'hours?', 'jam', 'minutes?', 'menit', 'days?', 'hari', 'requests', 'data'],
)}\b`;
/** Where else than in a body a part is: what stands in each is sent twice as well. */
const elsewhere = /\b(?:headers?|query|url|basic)\b/i;

/** Whether words are of a part that is sent twice in one request: a value that may be new in each may have been sent before. */
function isRepeated({ subject, wrong, said = '' }: Named, part: Sent, line: string): boolean {
  if (wrong !== 'twice' || ofEarlier.test(said) || !isOf(subject, part)) return false;
  // Words about parameters are of those of a form; what a header is they say by itself.
  if (part.place === 'header' && typeof subject === 'string' && subject !== 'headers') return false;
  if (part.place === 'body' && elsewhere.test(typeof subject === 'string' ? said : line)) return false;
  return typeof subject === 'string' || part.schema['const'] !== undefined || part.isProof;
}

/** Whether words are of a part that has no value. */
const isEmpty = ({ subject, wrong }: Named, part: Sent): boolean => wrong === 'empty' && isOf(subject, part);

/** Whether words name the scope as one that is none of those that are taken. */
const isUnknown = ({ subject, wrong }: Named, { name }: Sent): boolean =>
  typeof subject === 'object' && subject.name === name && wrong === 'other';

/** Whether words call a part by its name, and a value that it has wrong. */
const isOtherValue = ({ subject, wrong }: Named, { name }: Sent): boolean =>
  typeof subject === 'object' && subject.name === name && ['other', 'unlike', 'range', 'any'].includes(wrong);

const saying: Record<NamedWay, (named: Named, part: Sent, line: string) => boolean> = {
  repeated: isRepeated,
  empty: isEmpty,
  'unknown-scope': isUnknown,
  unknown: isOtherValue,
};

/** Whether a part outside the body has one of its values, and what is sent in place of it is none of them. */
function isListed({ place, schema, isProof, good }: Sent): boolean {
  const listed = [schema['const'] ?? [], schema['enum'] ?? []].flat().map((one) => String(one).toLowerCase());
  if (place === 'body' || isProof || typeof good !== 'string' || !listed.includes(good.toLowerCase())) return false;
  // Of a parameter of the query that has one value alone there is a clause already.
  const isStated = place === 'query' && schema['const'] !== undefined;
  return !isStated && !listed.includes(altered(plain(good)).value.toLowerCase());
}

/** A text that is sent for an unknown scope: it may break no form of a scope. */
const isFree = ({ maxLength, pattern: form, format, type, ...rest }: Schema): boolean =>
  (type === undefined || type === 'string') &&
  [form, format, rest['const'], rest['enum']].every((one) => one === undefined) &&
  (maxLength === undefined || Number(maxLength) >= 40);

/** The faults of a part that a request shows. */
function waysFor(part: Sent, { mediaType }: Facts): NamedWay[] {
  const { name, place, schema, isSent, isOptional } = part;
  const isInForm = isForm(mediaType);
  const isText = isInForm || schema['type'] === undefined || schema['type'] === 'string';
  const tried = fieldWays(isInForm ? 'form' : 'json', schema, true).required.break;
  const isEmptied = place === 'body' && isOptional === false && isText && !tried.includes('empty');
  return [
    ...(isSent && !isFresh(name) && (place !== 'body' || isInForm) ? ['repeated' as const] : []),
    ...(isSent && isEmptied ? ['empty' as const] : []),
    ...(place === 'body' && /^scopes?$/.test(lettersOf(name)) && isFree(schema) ? ['unknown-scope' as const] : []),
    ...(isListed(part) ? ['unknown' as const] : []),
  ];
}

/** The parts of a request that is good. */
function partsOf(facts: Facts, { body, headers, query, fields, untold }: Access): Sent[] {
  const isProof = (name: string): boolean => fields.includes(name) || untold.includes(name);
  const members = facts.request
    .filter((one) => keysOf(one.pointer).length === 1 && !mayBeIgnored(one, facts))
    .map(({ pointer, schema, at, required }): Sent => {
      const name = lastKeyOf(pointer);
      const isOptional = required !== true;
      return {
        name,
        place: 'body',
        schema,
        at,
        isOptional,
        isSent: name in body,
        good: body[name],
        isProof: isProof(name),
      };
    });
  const besides = (all: Facts['headers'], place: 'header' | 'query', sent: JsonObject): Sent[] =>
    all.map(({ name, schema, at, required }) => ({
      ...{ name, place, schema, at, isOptional: required !== true },
      ...{ isSent: name in sent, good: sent[name], isProof: isProof(name) },
    }));
  return [...members, ...besides(facts.headers, 'header', headers), ...besides(facts.queries, 'query', query)];
}

/** The codes that a line gives, by the pointers of the members that hold them. */
function codesIn({ status, line }: NamingLine, { answers }: Facts): Map<string, string[]> {
  const members = answers.filter((one) => one.status === status).flatMap((one) => one.members);
  const words = new Set(line.split(/[^\w.-]+/u));
  return new Map(
    members
      .filter(({ ofFaults }) => ofFaults)
      .map((member) => [
        member.pointer,
        valuesOf(member).filter((one): one is string => typeof one === 'string' && words.has(one)),
      ]),
  );
}

/** What lines document: their statuses, with the codes of those of which each line gives one. */
function documentedBy(lines: NamingLine[], facts: Facts): JsonObject[] {
  const statuses = [...new Set(lines.map(({ status }) => status))];
  return statuses.map((status) => {
    const codes = lines.filter((one) => one.status === status).map((one) => codesIn(one, facts));
    const pointers = [...(codes[0]?.keys() ?? [])];
    const body = pointers.flatMap((pointer) => {
      const each = codes.map((one) => one.get(pointer) ?? []);
      const all = [...new Set(each.flat())];
      return each.every((one) => one.length === 1)
        ? [[pointer, all.length === 1 ? { const: all[0] ?? '' } : { enum: all }]]
        : [];
    });
    return body.length > 0 ? { status, body: Object.fromEntries(body) } : { status };
  });
}

/** Whether a line is of another value of a part, which what is sent may be as well; a status without words is of nothing. */
function isOfValue({ named, line }: NamingLine, { name, place, isOptional = false, isProof }: Sent): boolean {
  const fault = { of: 'value' as const, name, place, isCredential: isProof, isOptional };
  return line.trim() !== '' && named.some((one) => covers(one, fault));
}

/** Faults with the names of their refusals: those of one way that are refused alike have one. */
function named(all: Omit<WayFault, 'as'>[]): WayFault[] {
  const known = new Map<string, string[]>();
  return all.map((one) => {
    const shown = JSON.stringify(one.documented);
    const before = known.get(one.way) ?? [];
    const others = before.includes(shown) ? before : [...before, shown];
    known.set(one.way, others);
    const at = others.indexOf(shown);
    return { ...one, as: at === 0 ? one.way : `${one.way}-${at + 1}` };
  });
}

const refusedFor: Record<NamedWay, string> = {
  repeated: 'a part that is sent twice',
  empty: 'a part without a value',
  'unknown-scope': 'an unknown scope',
  unknown: 'a part with another value',
};

/** The refusals of such faults. */
export const wayRefusals = (all: WayFault[]): Record<string, JsonObject> =>
  Object.fromEntries(
    all.map(({ as, way, documented }) => {
      const statuses = documented.map(({ status }) => status).join(' or ');
      return [as, { statement: `refused for ${refusedFor[way]} (${statuses})`, documented }];
    }),
  );

/**
 * The faults of a request that words of the page name, each with its statuses. What an empty value, two that differ or a scope are
 * besides, another value or no known credential, may be refused as that.
 */
export function namedWays(facts: Facts, access: Access, refusals: Refusals, own: OwnRefusal[]): WayFault[] {
  if (facts.refused?.parameters !== undefined) return [];
  // 415 is of the media type, whatever its words say of the body.
  const isOfValues = (status: number): boolean => status >= 400 && status < 500 && status !== 415;
  const statuses = facts.answers.map(({ status }) => status).filter(isOfValues);
  const lines = linesNamed(facts, statuses);
  const faultOf = (part: Sent, way: NamedWay): Omit<WayFault, 'as'>[] => {
    const { name, place, at, isProof } = part;
    const isSaid = ({ named, line }: NamingLine): boolean => named.some((one) => saying[way](one, part, line));
    if (!lines.some(isSaid)) return [];
    const isTwiceAlike = way === 'repeated' && place === 'body';
    const all = lines.filter((one) => isSaid(one) || (!isTwiceAlike && isOfValue(one, part)));
    const documented = documentedBy(all, facts);
    const ofOwn = own.filter((one) => one.name === name && one.place === place).flatMap((one) => one.statuses);
    const wrong = isTwiceAlike || !isProof ? [] : [...new Set([...refusals.credentials, ...ofOwn])];
    const left = wrong.filter((status) => documented.every((one) => one['status'] !== status));
    return [{ name, place, way, at, documented: [...documented, ...left.map((status) => ({ status }))] }];
  };
  return named(partsOf(facts, access).flatMap((part) => waysFor(part, facts).flatMap((way) => faultOf(part, way))));
}
