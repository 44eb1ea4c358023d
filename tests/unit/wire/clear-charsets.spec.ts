/** Secrets beyond ASCII that a server read in another charset than it wrote them, on each Node.js alike. */
import { expect, test } from '@playwright/test';
import { bodyText } from '../../../src/wire/clear/charset.ts';
import { createGate } from '../../../src/wire/clear/gate.ts';
import { canaries } from '../../support/spellings.ts';

const mixed = canaries['beyond ASCII'] ?? '';
const chinese = '密碼𠮷野家漢字テスト日本語鍵';
const greek = 'ΜυστικόΣΣς-ΛέξηΩμέγα9';

const latin1 = (text: string): string => Buffer.from(text).toString('latin1');
/** By the table of the Encoding Standard: the decoder of Node.js 20 has another. */
const windows1252 = (text: string): string =>
  latin1(text).replace(/[\x80-\x9f]/g, (one) =>
    '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'.charAt(one.charCodeAt(0) - 0x80),
  );
/** What is left of a text where control characters are dropped or replaced. */
const printable = (text: string, sign: string): string => text.replace(/\p{Cc}/gu, sign);

/** Those in which a server may take UTF-8 for its own, by how each reads it. */
const charsets: Record<string, (text: string) => string> = Object.fromEntries([
  ['windows-1252', windows1252],
  ['Latin-1', latin1],
  ...['iso-8859-2', 'iso-8859-9', 'iso-8859-15', 'windows-1250', 'windows-1251', 'windows-1254', 'windows-1257'].map(
    named,
  ),
  ...['ibm866', 'koi8-r', 'macintosh', 'windows-874', 'gb18030'].map(named),
]);

function named(charset: string): [string, (text: string) => string] {
  return [charset, (text) => new TextDecoder(charset).decode(Buffer.from(text))];
}

const misread: Record<string, [secret: string, spelled: string]> = {
  ...Object.fromEntries(
    Object.entries(charsets).flatMap(([charset, read]) =>
      [mixed, greek, 'Пароль-Сервера-Ёж', 'Größenwahn-Schlüssel-äöü'].flatMap((secret) => [
        [`${charset} twice: ${secret}`, [secret, read(read(secret))]],
        ...['', ' ', '?', '\ufffd'].map((sign) => [
          `${charset} twice, "${sign}" for control characters: ${secret}`,
          [secret, read(printable(read(secret), sign))],
        ]),
      ]),
    ),
  ),
  KOI8: [greek, new TextDecoder('koi8-r').decode(Buffer.from(greek))],
  'GB 18030': [chinese, new TextDecoder('gb18030').decode(Buffer.from(chinese))],
  'another charset as Latin-1': ['КлючСервера', 'ÊëþÑåðâåðà'.replace('þ', 'þ÷')],
  'windows-1252': [mixed, windows1252(mixed)],
  'windows-1252 twice': [mixed, windows1252(windows1252(mixed))],
  'windows-1252, then Latin-1': [mixed, latin1(windows1252(mixed))],
  'Latin-1 with blanks for control characters, then Latin-1': [mixed, latin1(printable(latin1(mixed), ' '))],
  'Latin-1 with blanks for control characters, then windows-1252': [mixed, windows1252(printable(latin1(mixed), ' '))],
  'Latin-1 without control characters, then Latin-1': [mixed, latin1(printable(latin1(mixed), ''))],
  'Latin-1 with question marks for control characters, then Latin-1': [mixed, latin1(printable(latin1(mixed), '?'))],
  'Latin-1 with U+FFFD for control characters, then Latin-1': [mixed, latin1(printable(latin1(mixed), '\ufffd'))],
  'windows-1252 without control characters, twice': [mixed, windows1252(printable(windows1252(mixed), ''))],
  'Latin-1 with blanks for control characters, three times': [
    mixed,
    latin1(printable(latin1(printable(latin1(mixed), ' ')), ' ')),
  ],
};

test('nothing is left of a secret that was read in another charset, also where bytes of it were lost', () => {
  const left = Object.entries(misread).flatMap(([what, [secret, spelled]]) => {
    const shown = createGate({ secrets: [{ name: 'clientSecret', value: secret }] }).clear(
      `the value ${spelled} is bad`,
    );
    const most = spelled.length / 4 + 'the value  is bad'.length;
    const isGone = /‹(?:part of )?secret clientSecret/.test(shown) && shown.replace(/‹[^›]*›/g, '').length < most;
    return isGone ? [] : [{ what, shown }];
  });
  expect(left).toEqual([]);
});

test('a body in windows-1252, or in Latin-1 as browsers read it, is shown with its characters', () => {
  const bytes = Buffer.from([0x80, 0x20, 0x93, 0x61, 0x94, 0x20, 0x8a, 0xe9, 0xff]);
  for (const charset of ['windows-1252', 'iso-8859-1']) {
    const headers: [string, string][] = [['Content-Type', `text/plain; charset=${charset}`]];
    const body = Buffer.from(bytes);
    expect(bodyText({ status: 200, headers, body, bodyFault: null }), charset).toBe('€ “a” Šéÿ');
  }
});
