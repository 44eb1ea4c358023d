/** What comes from elsewhere is shown, and never acts upon a terminal or the runner of a CI, in every command. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { painter, terminalText } from '../../../src/output/print.ts';
import { actingIn, pieces } from '../../support/acting.ts';
import { seed } from '../../support/seed.ts';

test('whatever is put together of such pieces, nothing of it acts, painted or not', () => {
  console.log(`CONFORMANCE_SEED=${seed}`);
  const piece = fc.constantFrom(...pieces, '::', '##', '[', '\n', ' ', 'x', 'error::', '\u001b');
  const paint = painter({ isTTY: true }, {});
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      const [before = '', ...after] = parts;
      const text = terminalText(`${before}${paint('red', after.join(''))}${before}`);
      // Only the two codes of the colour itself are codes.
      const bare = text.replace('\u001b[31m', '').replace('\u001b[39m', '');
      return actingIn(terminalText(parts.join(''))).length + actingIn(bare).length === 0;
    }),
    { seed },
  );
});

test('colours are painted on a terminal alone, and a text cannot paint itself', () => {
  const paint = painter({ isTTY: true }, {});
  expect(terminalText(`a ${paint('red', 'b')} c`)).toBe('a \u001b[31mb\u001b[39m c');
  expect(painter({ isTTY: true }, { NO_COLOR: '1' })('red', 'b')).toBe('b');
  expect(painter({}, {})('red', 'b')).toBe('b');
  expect(terminalText('\u001b[31mb\u001b[39m')).toBe('\\u001B[31mb\\u001B[39m');
  // Neither are addresses and times changed.
  expect(terminalText('connect to ::1 and [::]:80 at 12:00, a::b # [x] ## y')).toBe(
    'connect to ::1 and [::]:80 at 12:00, a::b # [x] ## y',
  );
});

test('no command prints by another way', () => {
  const folders = ['src', 'reporters', 'proof', 'bench', 'mock'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
  const others = [...files, 'playwright.config.ts', 'tests/conformance.spec.ts', 'src/playwright/fixtures.ts'];
  const printing = /console\s*[.[]|process\.(?:stdout|stderr)\.(?!on\b)|process\.emitWarning|stdio: 'inherit'/;
  const found = others.filter(
    (file) => !['src/output/print.ts', 'mock/print.ts'].includes(file) && printing.test(readFileSync(file, 'utf8')),
  );
  expect(found).toEqual([]);
});
