/** Tokens in every spelling that secrets are tried in: those a run was granted, and those that only their form shows. */
import { expect, test } from '@playwright/test';
import { createGate, type Gate } from '../../src/wire/clear/gate.ts';
import { disguises, wideDisguises } from '../support/disguises.ts';
import { leaksIn, spellings } from '../support/spellings.ts';

const seed = 7;
let state = seed;
const random = (count: number): Buffer =>
  Buffer.from(
    Array.from({ length: count }, () => {
      state = (state * 48271) % 0x7fffffff;
      return (state >> 8) & 0xff;
    }),
  );
const part = (value: string | Buffer): string => Buffer.from(value).toString('base64url');

/** Of each token: all of it, and where begins what must not be shown; the header of a JWT may be. */
const tokens: Record<string, { token: string; from: number }> = Object.fromEntries(
  Object.entries({
    JWT: `${part('{"alg":"HS256","typ":"JWT"}')}.${part('{"sub":"client-7","exp":1790000000}')}.${part(random(32))}`,
    JWE: `${part('{"alg":"dir","enc":"A256GCM"}')}..${part(random(12))}.${part(random(40))}.${part(random(16))}`,
    PASETO: `v4.local.${part(random(96))}`,
    'an opaque token': random(30).toString('base64url'),
  }).map(([kind, token]) => [kind, { token, from: token.lastIndexOf('.', token.indexOf('.') + 6) + 1 }]),
);

const all = { ...spellings, ...disguises, ...wideDisguises };
const around = (spelled: string): string => `the value ${spelled} is not valid`;

/** What is wrong with what a gate shows of a spelled token; empty where the token is gone, and little else. */
function faults(gate: Gate, spelled: string, { token, from }: { token: string; from: number }): string[] {
  const shown = gate.clear(around(spelled));
  // What may be left: of a header as much as it has of the token, and what a spelling writes beside the token.
  const left = (shown.replace(/‹[^›]*›/g, '').length - around('').length) / spelled.length;
  const isRight = shown.includes('‹') && left < 0.3 + from / token.length && shown.startsWith('the val');
  return [...leaksIn(shown, { token: token.slice(from) }), ...(isRight ? [] : [shown])];
}

/** Too little of the token is there to know it by its form. */
const parts = ['first eight', 'first half', 'last half', 'all but the first', 'all but one in the middle'];
/** Without its letter case a header is no JSON. */
const withoutCase = ['capitals', 'small letters', 'other case', 'Base64 in small letters', 'mathematical letters'];
/** Base64 that is split or turned is searched for what is known, and not decoded. */
const notDecoded = ['Base64 backwards', 'Base64 with blanks'];
const byForm = Object.keys(all).filter((spelling) => ![...parts, ...withoutCase, ...notDecoded].includes(spelling));

test('no token is left in any spelling', () => {
  const found = Object.entries(all).flatMap(([spelling, spell]) =>
    Object.entries(tokens).flatMap(([kind, one]) => {
      const granted = createGate({ secrets: [] });
      granted.known.add(one.token, 'token', 'token');
      const isHeader = spelling === 'first eight' && one.from > 8;
      const isKnownByForm = kind !== 'an opaque token' && byForm.includes(spelling);
      return [
        ...(isHeader ? [] : faults(granted, spell(one.token), one)),
        ...(isKnownByForm ? faults(createGate({ secrets: [] }), spell(one.token), one) : []),
      ].map((fault) => `${kind} as ${spelling}: ${fault}`);
    }),
  );
  expect(found).toEqual([]);
});

test('of a sentence with a token nothing else is masked, and no sentence is taken for a split token', () => {
  const gate = createGate({ secrets: [] });
  for (const kind of ['JWT', 'JWE', 'PASETO'])
    expect(gate.clear(around(tokens[kind]?.token ?? ''))).toMatch(/^the value ‹token: [^›]*› is not valid$/);
  for (const text of [
    'They Just say. Every user, even you. We were here. Eye contact, v4.local. tokens are accepted, and v2.public. too.',
    'see /api/v1.0/access-token/b2b2c/v2 and https://host.example/v2.public/access-token/b2b2c/of-the-client-7Zk4',
    'e y J h b G c. i O i J I. U z I 1 N i J 9 is no header',
  ])
    expect(gate.clear(text)).toBe(text);
  const lines = spellings['split by line breaks, 16']?.(tokens['JWT']?.token ?? '') ?? '';
  expect(gate.clear(`{"a":"${lines}","more":"words that stay"}`)).toMatch(
    /^\{"a":"‹[^›]*›\s*","more":"words that stay"\}$/,
  );
});

test('a text that begins so many split tokens that they cannot all be read is not shown', () => {
  const { token = '', from = 0 } = tokens['JWT'] ?? {};
  const split = spellings['split by line breaks, 16']?.(token) ?? '';
  const shown = createGate({ secrets: [] }).clear(`${'e y J h '.repeat(5000)}; ${split}`);
  expect(leaksIn(shown, { token: token.slice(from) })).toEqual([]);
  expect(shown).toMatch(/^‹not shown: /);
});
