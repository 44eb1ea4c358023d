/** The gate: what is found in whatever spelling, what is shown all the same, and what is left of a text. */
import { generateKeyPairSync } from 'node:crypto';
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

test('no secret is left in any spelling', () => {
  const left = Object.entries(spellings).flatMap(([spelling, spell]) => {
    const gate = createGate({ secrets });
    return secrets.flatMap(({ name, value }) =>
      Object.entries(places).flatMap(([place, put]) => {
        const text = put(spell(value));
        // A secret whose first eight characters are one sign of its kind may leave nothing to find.
        const leaks = leaksIn(gate.clear(text), { [name]: value });
        const missed = leaksIn(text, { [name]: value }).length > 0 && gate.find(text).length === 0;
        return [...leaks, ...(missed ? ['not found'] : [])].map((leak) => `${name} ${spelling} ${place}: ${leak}`);
      }),
    );
  });
  expect(left).toEqual([]);
});

test('no secret is left in a body of any charset', () => {
  const left = Object.entries(charsets).flatMap(([name, { encode, charset }]) => {
    const gate = createGate({ secrets });
    const texts = Object.entries(canaries).filter(
      ([, value]) => name.startsWith('UTF-16') || /^[\0-\xff]*$/.test(value),
    );
    expect(texts.length).toBeGreaterThan(6);
    return texts.flatMap(([canary, value]) => {
      const body = Buffer.from(encode(`{"detail":"${value} is wrong","more":"nothing"}`));
      const headers: [string, string][] = [['Content-Type', `application/json${charset}`]];
      const shown = gate.body({ status: 400, headers, body, bodyFault: null });
      const leaks = leaksIn(shown, { [canary]: value });
      return leaks.length === 0 && /is wrong|not shown/.test(shown) ? [] : [{ name, canary, leaks, shown }];
    });
  });
  expect(left).toEqual([]);
});

/** The share of a spelling that is left beside the masks. */
function leftOf(spelled: string, shown: string, around: string): number {
  return (shown.replace(/‹[^›]*›/g, '').length - around.length) / spelled.length;
}

const asciiSecret = 'ThrowAwayZk4Quiver8Jumble3Vx';
const around = (spelled: string): string => `the value ${spelled} is not valid`;

test('nothing is left of a disguised secret', () => {
  const left = Object.entries({ ...disguises, ...wideDisguises }).flatMap(([spelling, spell]) => {
    const ones = spelling in wideDisguises ? [asciiSecret, canaries['beyond ASCII'] ?? ''] : [asciiSecret];
    return ones.flatMap((value) => {
      const gate = createGate({ secrets: [{ name: 'clientSecret', value }] });
      const spelled = spell(value);
      const shown = gate.clear(around(spelled));
      const isGone = /‹(?:part of )?secret clientSecret/.test(shown) && leftOf(spelled, shown, around('')) < 0.1;
      return isGone ? [] : [{ spelling, value, shown }];
    });
  });
  expect(left).toEqual([]);
});

test('nothing is left of a token or a signature that is turned or split', () => {
  const left = ['backwards', 'Base64 backwards', 'Base64 with blanks'].flatMap((spelling) =>
    (['token', 'sent'] as const).flatMap((kind) => {
      const gate = createGate({ secrets: [] });
      gate.known.add(asciiSecret, kind, 'X-SIGNATURE');
      const spelled = { ...spellings, ...disguises }[spelling]?.(asciiSecret) ?? '';
      const shown = gate.clear(around(spelled));
      return spelled !== '' && leftOf(spelled, shown, around('')) < 0.1 ? [] : [{ spelling, kind, shown }];
    }),
  );
  expect(left).toEqual([]);
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
    const leaks = secrets.flatMap(({ name, value }) => leaksIn(gate.clear(`value ${value}`), { [name]: value }));
    return { known: texts.map((text) => text.includes('‹token')), leaks };
  });
  expect(shown.map(({ known }) => known)).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ]);
  expect(shown.flatMap(({ leaks }) => leaks)).toEqual([]);
});

test('a text with more names of hosts in Punycode than are decoded is not shown', () => {
  const value = 'Schlüssel-der-Größe-7';
  const gate = createGate({ secrets: [{ name: 'clientSecret', value }] });
  const spelled = domainToASCII(value);
  expect(gate.clear(`see ${spelled} there`)).toMatch(/^see ‹secret clientSecret: [^›]*› there$/);
  expect(gate.clear(`${'xn--bcher-kva '.repeat(500)}${spelled}`)).toMatch(/^‹not shown: /);
});

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const der = key.export({ type: 'pkcs8', format: 'der' });
const hexKey = 'c0ffee1d8a93b47f5e2d6c9b0a1f3e57';
const chinese = '密碼𠮷野家漢字テスト日本語鍵';
const greek = 'ΜυστικόΣΣς-ΛέξηΩμέγα9';
const codes = (text: string): number[] => [...text].map((one) => one.codePointAt(0) ?? 0);
const hexOf = (text: string): string => Buffer.from(text).toString('hex');
const escaped = (text: string, sign: string): string => hexOf(text).toUpperCase().replace(/../g, `${sign}$&`);
const rows = (text: string): string =>
  (hexOf(text).match(/.{1,32}/g) ?? [])
    .map((row, at) => `000000${at}0: ${row.replace(/.{4}/g, '$& ')} ................\n`)
    .join('');
const words = (text: string): number[] => {
  const bytes = Buffer.from(`${text}${'\0'.repeat(3)}`);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readInt32BE(at * 4));
};

/** Secrets of a kind that needs more than a spelling, and what a server makes of them. */
const others: Record<string, [secret: string, spelled: string]> = {
  'signs alone, in a pattern': ['!@#$%^&*()_+{}|:"<>?', '!@#\\$%\\^&\\*\\(\\)_\\+\\{\\}\\|:"<>\\?'],
  'a letter with two capitals': ['Größe 12€ ß!', 'GRÖSSE 12€ SS!'],
  'letters that a system decomposes': ['Zürich-Straße-한국어', 'Zürich-Straße-한국어'.normalize('NFD')],
  'emoji backwards': ['🔑🦊🎲🧩🍋🚀🌵🐙🎧🧨', [...'🔑🦊🎲🧩🍋🚀🌵🐙🎧🧨'].reverse().join('')],
  'emoji as halves of pairs': ['🔑🦊🎲🧩🍋🚀🌵', [...'🔑🦊🎲🧩🍋🚀🌵'.split('')].map(halfOf).join('')],
  'numbers of characters': [greek, JSON.stringify(codes(greek))],
  'numbers of characters beyond the first plane': [chinese, `String.fromCodePoint(${codes(chinese).join(', ')})`],
  'words of four bytes': [asciiSecret, JSON.stringify({ words: words(asciiSecret) })],
  'numbers of four bytes in hexadecimal': ['Zk4qV8xW', '0x5a6b3471, 0x56387857'],
  'rows of a dump': [chinese, rows(chinese)],
  'bytes of the name of a certificate': [chinese, escaped(chinese, '\\')],
  'bytes behind a digit': [greek, `_utf8mb4 0x${hexOf(greek).toUpperCase()}`],
  'bytes of PostgreSQL': ['Zk4qV8xW', `\\x${hexOf('Zk4qV8xW')}`],
  'UTF-32': [
    chinese,
    codes(chinese)
      .map((code) => code.toString(16).padStart(8, '0'))
      .join(''),
  ],
  'letters with accents in UTF-16': [
    'Größe-Schlüssel-7-änderbar',
    Buffer.from('Größe-Schlüssel-7-änderbar', 'utf16le').toString('base64'),
  ],
  'references whose semicolons are escaped': [
    '&lt;script&gt;&amp;#43;Zk4',
    encodeURIComponent('&lt;script&gt;&amp;#43;Zk4'),
  ],
  'the bytes of a hexadecimal key': [hexKey, Buffer.from(hexKey, 'hex').toString('base64')],
  'the bytes of a key in Base64': [
    'uP4/kq0bZ1Xc7w+vRA9dTg==',
    Buffer.from('uP4/kq0bZ1Xc7w+vRA9dTg==', 'base64').toString('hex'),
  ],
  'blanks in a mail': ['correct horse battery', 'correct=20hor=\r\nse=20battery'],
  'a mail whose lines end within a character': [
    'pässwörd-ünïcode-9',
    'p=C3=\r\n=A4ssw=C3=\n=B6rd-=C3=BCn=C3=AFc=\r\node-9',
  ],
  'the bytes of a UUID': ['3b241101-e2bb-4255-8caf-4136c566a962', 'OyQRAeK7QlWMr0E2xWapYg=='],
  'the bytes of a key in Base32': [
    'JBSWY3DPEHPK3PXPGEZDGNBVGY3TQOJQ',
    '48656c6c6f21deadbeef3132333435363738393 0'.replace(' ', ''),
  ],
  'the bytes of a private key': [key.export({ type: 'pkcs8', format: 'pem' }).toString(), der.toString('hex')],
};

/** A half of a pair as three bytes, percent-encoded. */
function halfOf(unit: string): string {
  const code = unit.charCodeAt(0);
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
    .map((byte) => `%${byte.toString(16)}`)
    .join('');
}

test('nothing is left of a secret of a kind that needs more than a spelling', () => {
  const left = Object.entries(others).flatMap(([what, [secret, spelled]]) => {
    const shown = createGate({ secrets: [{ name: 'clientSecret', value: secret }] }).clear(around(spelled));
    // The numbers of rows and the names of functions stay.
    const most = /^rows|^numbers of characters b/.test(what) ? 0.6 : 0.25;
    const isGone = /‹(?:part of )?secret clientSecret/.test(shown) && leftOf(spelled, shown, around('')) < most;
    return isGone ? [] : [{ what, shown }];
  });
  expect(left).toEqual([]);
});
