/** The gate: what is found in whatever spelling, what is shown all the same, and what is left of a text. */
import { domainToASCII } from 'node:url';
import { expect, test } from '@playwright/test';
import { createGate } from '../../../src/wire/clear/gate.ts';
import { innocentParts } from '../../../src/wire/clear/known.ts';
import { disguises, wideDisguises } from '../../support/disguises.ts';
import { canaries, charsets, leaksIn, spellings } from '../../support/spellings.ts';

const secrets = Object.entries(canaries).map(([name, value]) => ({ name, value }));
const places: Record<string, (text: string) => string> = {
  alone: (text) => text,
  'in a sentence': (text) => `the value ${text} is not valid`,
  'in JSON': (text) => `{"error":{"detail":"got <${text}>","code":7}}`,
  'in a page': (text) => `<html><body class="a"><p title="x">${text}</p></body></html>`,
  'in an address': (text) => `https://login.example/?state=7&value=${text}&next=1`,
};

for (const [spelling, spell] of Object.entries(spellings))
  test(`no secret is left that is written ${spelling}`, () => {
    const gate = createGate({ secrets });
    const left = secrets.flatMap(({ name, value }) =>
      Object.entries(places).flatMap(([place, put]) => {
        const text = put(spell(value));
        // A secret whose first eight characters are one sign of its kind may leave nothing to find.
        const leaks = leaksIn(gate.clear(text), { [name]: value });
        const missed = leaksIn(text, { [name]: value }).length > 0 && gate.find(text).length === 0;
        return [...leaks, ...(missed ? ['not found'] : [])].map((leak) => `${name} ${place}: ${leak}`);
      }),
    );
    expect(left).toEqual([]);
  });

for (const [name, { encode, charset }] of Object.entries(charsets))
  test(`no secret is left in a body of ${name}`, () => {
    const gate = createGate({ secrets });
    const texts = Object.entries(canaries).filter(
      ([, value]) => name.startsWith('UTF-16') || /^[\0-\xff]*$/.test(value),
    );
    expect(texts.length).toBeGreaterThan(6);
    for (const [canary, value] of texts) {
      const body = Buffer.from(encode(`{"detail":"${value} is wrong","more":"nothing"}`));
      const headers: [string, string][] = [['Content-Type', `application/json${charset}`]];
      const shown = gate.body({ status: 400, headers, body, bodyFault: null });
      expect(leaksIn(shown, { [canary]: value })).toEqual([]);
      expect(shown).toMatch(/is wrong|not shown/);
    }
  });

/** The share of a spelling that is left beside the masks. */
function leftOf(spelled: string, shown: string, around: string): number {
  return (shown.replace(/‹[^›]*›/g, '').length - around.length) / spelled.length;
}

const asciiSecret = 'ThrowAwayZk4Quiver8Jumble3Vx';
for (const [spelling, spell] of Object.entries({ ...disguises, ...wideDisguises }))
  test(`nothing is left of a secret as ${spelling}`, () => {
    const ones = spelling in wideDisguises ? [asciiSecret, canaries['beyond ASCII'] ?? ''] : [asciiSecret];
    for (const value of ones) {
      const gate = createGate({ secrets: [{ name: 'clientSecret', value }] });
      const spelled = spell(value);
      const shown = gate.clear(`the value ${spelled} is not valid`);
      expect(shown).toMatch(/‹(?:part of )?secret clientSecret/);
      expect(leftOf(spelled, shown, 'the value  is not valid')).toBeLessThan(0.1);
    }
  });

for (const spelling of ['backwards', 'Base64 backwards', 'Base64 with blanks'])
  test(`nothing is left of a token or a signature as ${spelling}`, () => {
    const spell = { ...spellings, ...disguises }[spelling];
    for (const kind of ['token', 'sent'] as const) {
      const gate = createGate({ secrets: [] });
      gate.known.add(asciiSecret, kind, 'X-SIGNATURE');
      const spelled = spell?.(asciiSecret) ?? '';
      const shown = gate.clear(`the value ${spelled} is not valid`);
      expect(leftOf(spelled, shown, 'the value  is not valid')).toBeLessThan(0.1);
    }
  });

test('a text that is encoded once more than it is read is not shown', () => {
  const gate = createGate({ secrets: [{ name: 'clientSecret', value: asciiSecret }] });
  let text = `the secret ${asciiSecret} of a client`;
  for (let times = 1; times <= 6; times++) {
    text = Buffer.from(text).toString('base64');
    expect(gate.clear(`got ${text} here`)).toMatch(times <= 3 ? /‹secret/ : /^‹not shown/);
  }
});

test('a token of a megabyte is masked as a whole, and so are its beginning and its end', () => {
  const gate = createGate({ secrets: [] });
  let seed = 7;
  const random = (): number => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed & 0xff;
  };
  const value = Buffer.from(Array.from({ length: 3 << 18 }, random)).toString('base64url');
  gate.known.add(value, 'token', 'token');
  expect(gate.known.parts.size).toBeLessThan(1 << 17);
  expect(gate.clear(`a ${value} b`)).toMatch(/^a ‹token: 1048576 characters, sha256 [0-9a-f]{8}› b$/);
  expect(gate.clear(`a ${value.slice(500_000, 500_263)} b`)).toMatch(
    /^a ‹part of a token: 263 characters, hash [^›]*› b$/,
  );
  expect(gate.clear(`a ${value.slice(0, 90)} and ${value.slice(-90)}`)).toMatch(/^a ‹part[^›]*› and ‹part[^›]*›$/);
});

test('the words of a sentence are shown though they have the letters of a secret, and more than two or three are not', () => {
  const gate = createGate({ secrets: [{ name: 'clientSecret', value: 'ThrowAwaySecretOfTheClient7Zk' }] });
  expect(gate.clear('throw away, secret is wrong')).toBe('throw away, secret is wrong');
  expect(gate.clear('throw-away-secret-of-the-client')).toMatch(/^‹part of secret clientSecret[^›]*›$/);
  expect(gate.clear('see ThrowAwaySec')).toMatch(/^see ‹part of secret clientSecret[^›]*›$/);
});

test('a secret within a token is named as the secret it is', () => {
  const gate = createGate({ secrets: [{ name: 'clientSecret', value: asciiSecret }] });
  gate.known.add(`begin-${asciiSecret}-of-a-token-7Hq`, 'token', 'token');
  const found = gate.find(`got begin-${asciiSecret}-of-a-token-7Hq`);
  expect(found.some(({ known, whole }) => known.kind === 'secret' && whole)).toBe(true);
});

test('gates for the same secrets share what is a secret, and no token', () => {
  const innocent = innocentParts(['a text of the contract']);
  const shown = [0, 1, 2].map((nth) => {
    const gate = createGate({ secrets, innocent });
    const own = `own-token-${nth}-7Hq4Zx`;
    gate.known.add(own, 'token', 'token');
    const texts = [0, 1, 2].map((other) => gate.clear(`got own-token-${other}-7Hq4Zx`));
    gate.known.drop(new Set([own]));
    const leaks = secrets.flatMap(({ name, value }) => leaksIn(gate.clear(`value ${value}`), { [name]: value }));
    return { known: texts.map((text) => text.includes('‹token')), afterwards: gate.clear(own), own, leaks };
  });
  expect(shown.map(({ known }) => known)).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ]);
  for (const { afterwards, own, leaks } of shown) expect([afterwards, leaks]).toEqual([own, []]);
});

test('a text with more names of hosts in Punycode than are decoded is not shown', () => {
  const value = 'Schlüssel-der-Größe-7';
  const gate = createGate({ secrets: [{ name: 'clientSecret', value }] });
  const spelled = domainToASCII(value);
  expect(gate.clear(`see ${spelled} there`)).toMatch(/^see ‹secret clientSecret: [^›]*› there$/);
  expect(gate.clear(`${'xn--bcher-kva '.repeat(500)}${spelled}`)).toMatch(/^‹not shown: /);
});
