/** Further ways to write a secret, which no simple decoder reads: what is left of them beside the masks is counted. */
const each = (text: string, spell: (character: string) => string): string => [...text].map(spell).join('');
const code = (character: string): number => character.codePointAt(0) ?? 0;
const hex = (character: string, digits = 0): string => code(character).toString(16).padStart(digits, '0');
const split = (text: string, between: string): string => text.replace(/.{3}(?=.)/g, `$&${between}`);
const wide = (text: string, ends: 'little' | 'big'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return ends === 'little' ? bytes : bytes.swap16();
};
const mathematical = (character: string): string => {
  if (/[A-Z]/.test(character)) return String.fromCodePoint(0x1d400 + code(character) - 65);
  if (/[a-z]/.test(character)) return String.fromCodePoint(0x1d41a + code(character) - 97);
  return /\d/.test(character) ? String.fromCodePoint(0x1d7ce + code(character) - 48) : character;
};

/** A secret of ASCII letters and digits in each disguise. */
export const disguises: Record<string, (secret: string) => string> = {
  'decimal references with nine digits': (s) => each(s, (one) => `&#${String(code(one)).padStart(9, '0')};`),
  'hexadecimal references with forty digits': (s) => each(s, (one) => `&#x${hex(one, 40)};`),
  'references without semicolons': (s) => s.replace(/\w(?=[G-Zg-z])/g, (one) => `&#${code(one)}`),
  'escapes of Python': (s) => each(s, (one) => `\\U${hex(one, 8)}`),
  'escapes of PowerShell': (s) => each(s, (one) => `\`u{${hex(one)}}`),
  'escapes of Perl': (s) => each(s, (one) => `\\x{${hex(one)}}`),
  'escapes of Perl with zeros': (s) => each(s, (one) => `\\x{${hex(one, 12)}}`),
  'octal escapes of Perl': (s) => each(s, (one) => `\\o{${code(one).toString(8)}}`),
  'named escapes of Perl': (s) => each(s, (one) => `\\N{U+${hex(one, 4)}}`),
  'escapes of CSS': (s) => each(s, (one) => `\\${hex(one)} `),
  'escapes of CSS with zeros': (s) => each(s, (one) => `\\${hex(one, 6)}`),
  'code points': (s) => each(s, (one) => `U+${hex(one, 4).toUpperCase()} `),
  'code points without blanks': (s) => each(s, (one) => `U+${hex(one, 4).toUpperCase()}`),
  'sections of CDATA': (s) => s.replace(/.{3}/g, '<![CDATA[$&]]>'),
  'tags with a bracket in an attribute': (s) => split(s, '<span title="a>b" id=\'c<d>\'></span>'),
  'comments with tags': (s) => split(s, '<!-- a > b <i> -->'),
  'long tags': (s) => split(s, `<img src="data:${'x'.repeat(3000)}">`),
  'colours of a terminal': (s) => split(s, '\x1b[1;31m'),
  'colours of a terminal, escaped': (s) => split(s, '\\u001b[0m'),
  'colours of a terminal in a script': (s) => split(s, '\\e[38;5;1m'),
  'links of a terminal': (s) => split(s, '\x1b]8;;https://a.example/b\x07'),
  'mathematical letters': (s) => each(s, mathematical),
  'tag characters between': (s) => split(s, '\u{e0041}\u{e0042}'),
  'variation selectors between': (s) => split(s, '\ufe0f\u{e0101}'),
  'an indented array': (s) => JSON.stringify([...Buffer.from(s)], null, 8),
  'an array of texts': (s) => JSON.stringify([...Buffer.from(s)].map(String)),
  'an object of numbers': (s) => JSON.stringify({ ...[...Buffer.from(s)] }),
  'an indented object of numbers': (s) => JSON.stringify({ ...[...Buffer.from(s)] }, null, 2),
  'pairs of a number and its index': (s) => JSON.stringify([...Buffer.from(s)].map((byte, at) => [byte, at])),
  'octal bytes of a dump': (s) => [...Buffer.from(s)].map((byte) => byte.toString(8).padStart(3, '0')).join(' '),
  'calls of a function': (s) => [...Buffer.from(s)].map((byte) => `chr(${byte})`).join('.'),
  'calls of a function, hexadecimal': (s) => each(s, (one) => `chr(0x${hex(one)}).`),
  'hexadecimal numbers in lines': (s) => each(s, (one) => `    0x${hex(one)},\n`),
  'hexadecimal texts in an array': (s) =>
    JSON.stringify(
      [...s].map((one) => hex(one)),
      null,
      2,
    ),
  'Base64 backwards': (s) => [...Buffer.from(s).toString('base64')].reverse().join(''),
  'Base64 with blanks': (s) => [...Buffer.from(s).toString('base64')].join(' '),
};

/** And of any other characters. */
export const wideDisguises: Record<string, (secret: string) => string> = {
  'signed bytes': (s) => JSON.stringify([...new Int8Array(Buffer.from(s))]),
  'Base64 of UTF-16, little end first': (s) => wide(s, 'little').toString('base64'),
  'Base64 of UTF-16, big end first': (s) => wide(s, 'big').toString('base64'),
  'hexadecimal of UTF-16, little end first': (s) => wide(s, 'little').toString('hex'),
  'hexadecimal of UTF-16, big end first': (s) => wide(s, 'big').toString('hex'),
};
