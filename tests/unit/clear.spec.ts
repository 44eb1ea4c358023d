/** The gate: what is found in whatever spelling, what is shown all the same, and what is left of a text. */
import { expect, test } from '@playwright/test';
import { createGate } from '../../src/wire/clear/gate.ts';
import { canaries, charsets, leaksIn, spellings } from './support/spellings.ts';

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
