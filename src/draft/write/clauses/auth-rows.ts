/** The clauses of a draft about who may ask: how its mechanism and its credentials are broken. */

import type { JsonObject } from '../../../formats/json.ts';
import { keysOf, shownPointer } from '../../../formats/json.ts';
import { missesOf } from '../../../scenario/near-misses.ts';
import type { Facts, Member } from '../../facts/facts.ts';
import { type Access, isCertified } from '../basis/good-request.ts';
import { headerCalled } from '../basis/signature.ts';
import { lateSaid } from '../refusals/late.ts';
import { type OwnRefusal, ownName } from '../refusals/own-refusals.ts';
import { spoken } from '../refusals/refusal-words.ts';
import type { Faults } from '../refusals/unnamed.ts';
import { isBasicOpen, isIdOpen } from './basic-id.ts';
import { hasSecret } from './empty-secret.ts';
import { isSettledSnap } from './follows-snap.ts';
import { missesIn } from './letter-case.ts';
import { assertionRows, certificateRows, signatureRows } from './mechanism-rows.ts';
import { gate, type Row, type RowContext, row } from './row.ts';
import { snapRows } from './snap.ts';

/** The demands that there are usable credentials: one for each refusal that they have. */
function presentRows(at: string, basic: Faults['basic']): Row[] {
  const all = [
    { id: 'basic-present', with: 'no HTTP Basic credentials', of: basic.absent, break: ['absent'], deep: [] },
    { id: 'basic-scheme', with: 'another scheme', of: basic.scheme, break: ['other-scheme'], deep: [] },
    {
      ...{ id: 'basic-form', with: 'credentials that are none in HTTP Basic', of: basic.form },
      ...{ break: ['no-colon'], deep: ['empty', 'not-base64'] },
    },
  ];
  return [...new Set(all.map(({ of }) => of))].flatMap((refusal): Row[] => {
    const own = all.filter(({ of }) => of === refusal);
    const deep = own.flatMap((one) => one.deep);
    const statement =
      own.length === all.length
        ? 'A request without usable HTTP Basic credentials is refused.'
        : `A request with ${own.map((one) => one.with).join(', or ')} is refused.`;
    const demand = { auth: 'basic', break: own.flatMap((one) => one.break), ...(deep.length > 0 ? { deep } : {}) };
    return own.slice(0, 1).map(({ id }) => row(id, statement, at, demand, { ...gate, refusal }));
  });
}

/** @param isOpen whether no words say how another id is refused */
function basicRows(at: string, { basic }: Faults, isOpen: boolean, isSecret: boolean): Row[] {
  const auth = 'basic';
  const compared = (name: string, ...others: string[]): JsonObject => {
    const { break: every, deep } = missesOf((miss) => `${miss}-${name}`);
    return { auth, break: [...others, ...every], deep };
  };
  return [
    ...presentRows(at, basic),
    ...(isOpen
      ? []
      : [
          row(
            'basic-client',
            'Basic credentials of any other id than the one issued, to the letter, are refused.',
            at,
            compared('id', 'other-id'),
            gate,
          ),
        ]),
    ...(isSecret
      ? [
          row(
            'basic-secret',
            "Basic credentials with any other secret than the client's, to the letter, are refused.",
            at,
            compared('secret', 'other-secret', 'empty-secret'),
            gate,
          ),
        ]
      : []),
  ];
}

/** Whether the words about a status call another form of a header a wrong parameter. */
const isMalformed = (header: string, { answers }: Facts): boolean =>
  answers.some(
    ({ status, words = '' }) =>
      [400, 422].includes(status) &&
      words.split('\n').some((one) => spoken(header).test(one) && /\b(?:form(?:at|ed)?|malformed|bentuk)\b/i.test(one)),
  );

/** The demands on the form of a signed time, and on how far off it is. */
const ofTimeForm = ['timestamp-format', 'timestamp-offset', 'timestamp-utc'];
const ofTime = ['timestamp-current', 'timestamp-ahead', 'timestamp-window'];

/** The passage that says how a client authenticates: the scheme, what carries its proof, or words that the draft answers. */
const statedAt = ({ security, headers, request, unclear }: Facts, { settled }: Access): string =>
  security?.at ??
  headerCalled(headers, 'x-signature')?.at ??
  request.find(({ pointer }) => pointer === '/client_assertion')?.at ??
  unclear.find(({ value }) => settled.test(value))?.at ??
  'Request';

/** The demands on the mechanism, and on each credential that is sent in a header or a field of its own. */
export function authRows({ access, facts, names, faults }: RowContext): Row[] {
  const at = statedAt(facts, access);
  const suffix = (id: string): string => id.slice(names.of('').length);
  const known = (
    id: string,
    name: string,
    place: string,
    demand: JsonObject,
    more: JsonObject = {},
    said = ', to the letter,',
  ): Row => row(`${suffix(id)}-known`, `Another ${name} than the one issued${said} is refused.`, place, demand, more);
  const ownOf = (name: string, place: OwnRefusal['place']): JsonObject => {
    const own = faults.own.find((one) => one.name === name && one.place === place);
    return own ? { refusal: ownName(own, names) } : {};
  };
  const headers = facts.headers
    .filter(({ name }) => access.known.headers.includes(name))
    .map((header) => {
      const { name, at: place } = header;
      const misses = missesIn('header', header);
      return known(
        names.header(name),
        name,
        place,
        { header: name, break: ['unknown', ...misses.break] },
        ownOf(name, 'header'),
        misses.said,
      );
    });
  const queries = facts.queries
    .filter(({ name }) => access.known.queries.includes(name))
    .map(({ name, at: place }) =>
      known(names.query(name), name, place, { parameter: name, break: ['unknown'] }, ownOf(name, 'query')),
    );
  const fields = facts.request
    .filter(({ pointer }) => access.fields.includes(keysOf(pointer)[0] ?? ''))
    .map((member: Member) => {
      const name = shownPointer(member.pointer);
      const misses = missesIn('field', member);
      return known(
        names.request(member),
        name,
        member.at,
        { field: name, break: ['other-value', ...misses.break], deep: misses.deep },
        { ...gate, ...ownOf(name, 'body') },
        misses.said,
      );
    });
  const certified = (place: string): Row[] => certificateRows(place, faults);
  const mechanisms: Record<string, (at: string) => Row[]> = {
    basic: (place) =>
      isBasicOpen(facts, access)
        ? presentRows(place, faults.basic)
        : basicRows(place, faults, isIdOpen(facts), hasSecret(facts)),
    'mutual-tls': certified,
    'private-key-jwt': (place) => assertionRows(place, faults),
    'snap-signature': () => snapRows(facts),
  };
  const own = access.mechanism === null ? undefined : mechanisms[access.mechanism];
  const beside = isCertified(access) && own !== certified ? certified(at) : [];
  const stamp = access.signature?.row.timestamp?.header;
  const isOfParameter = stamp !== undefined && isMalformed(stamp, facts);
  const timeForm = faults.timeForm ?? (isOfParameter ? 'parameters' : null);
  const refusedAs = (one: Row, refusal: string): Row => ({ ...one, rest: { ...one.rest, refusal } });
  const timed = (one: Row): Row => {
    if (ofTimeForm.includes(one.id) && timeForm !== null) return refusedAs(one, timeForm);
    return ofTime.includes(one.id) && faults.late !== 'credentials' ? refusedAs(one, faults.late) : one;
  };
  const signed = access.signature ? signatureRows(access.signature, isSettledSnap(facts), lateSaid(facts)) : [];
  return [...[...(own ? own(at) : []), ...beside, ...signed].map(timed), ...fields, ...headers, ...queries];
}
