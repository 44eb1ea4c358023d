/** The text that is signed: a template of the contract, its ingredients taken from the request. */
import { createHash } from 'node:crypto';
import type { Expression, FilterName, Ingredient, Template } from '../../../contract/template.ts';
import type { SignatureRow } from '../../../formats/auth.ts';
import { type Shell, through } from '../../shell.ts';
import { change, join, type Text } from '../../text.ts';

/** What an expression gives: its bytes, what a report may show of it, and the shell expression that prints it. */
interface Piece {
  bytes: Buffer;
  shown: string;
  shell: Shell;
  secrets: string[];
}

/** An encoding of bytes, and the command that does the same. */
interface BytesEncoding {
  encode: (bytes: Buffer) => string;
  command: string;
}

const perl = (program: string): string => `perl -0777 -pe '${program}'`;

/** How a signature or a hash is written. */
export const encodings: Readonly<Record<SignatureRow['encoding'], BytesEncoding>> = {
  base64: { encode: (bytes) => bytes.toString('base64'), command: "base64 | tr -d '\\n'" },
  base64url: { encode: (bytes) => bytes.toString('base64url'), command: "base64 | tr -d '=\\n' | tr '+/' '-_'" },
  hex: { encode: (bytes) => bytes.toString('hex'), command: perl('$_=unpack q(H*),$_') },
  'hex-upper': { encode: (bytes) => bytes.toString('hex').toUpperCase(), command: perl('$_=uc unpack q(H*),$_') },
};

const filters: Record<FilterName, BytesEncoding> = {
  hex: encodings.hex,
  base64: encodings.base64,
  lower: {
    encode: (bytes) => bytes.toString('latin1').replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    command: perl('tr/A-Z/a-z/'),
  },
  upper: {
    encode: (bytes) => bytes.toString('latin1').replace(/[a-z]/g, (letter) => letter.toUpperCase()),
    command: perl('tr/a-z/A-Z/'),
  },
};

/** Where an encoding gives characters of ASCII; the others change letters in place, byte by byte. */
const inPlace: readonly FilterName[] = ['lower', 'upper'];

function pieceOf(expression: Expression, textFor: (ingredient: Ingredient) => Text): Piece {
  if (expression.kind === 'ingredient') {
    const { value, ...text } = textFor(expression);
    return { ...text, bytes: Buffer.from(value) };
  }
  const of = pieceOf(expression.of, textFor);
  if (expression.kind === 'hash') {
    const { algorithm } = expression;
    const bytes = createHash(algorithm).update(of.bytes).digest();
    const shell = through(of.shell, `openssl dgst -${algorithm} -binary`);
    return { bytes, shown: `‹${algorithm} of ${of.shown}›`, shell, secrets: of.secrets };
  }
  const { filter } = expression;
  const { encode, command } = filters[filter];
  const bytes = Buffer.from(encode(of.bytes), inPlace.includes(filter) ? 'latin1' : 'utf8');
  const shell = bytes.equals(of.bytes) ? of.shell : through(of.shell, command);
  // What is shown of a hash names the text it was made from, and an encoding changes nothing of that.
  return { ...of, bytes, shell };
}

function textOf({ bytes, shown, ...piece }: Piece, isHash: boolean): Text {
  const value = bytes.toString('utf8');
  // A hash may be shown unless it is that of a secret: who debugs a signature compares it with the provider's.
  return { ...piece, value, shown: isHash && piece.secrets.length === 0 ? value : shown };
}

const hasHash = (expression: Expression): boolean =>
  expression.kind === 'hash' || (expression.kind === 'filter' && hasHash(expression.of));

/** The text of a template. */
export function signedText(template: Template, textFor: (ingredient: Ingredient) => Text): Text {
  return join(
    ...template.map((part) => (typeof part === 'string' ? part : textOf(pieceOf(part, textFor), hasHash(part)))),
  );
}

/** JSON text without the blanks outside its strings. The order and members that are null stay, and a text that is no JSON is kept. */
export function minified(text: Text): Text {
  const strip = (value: string): string =>
    value.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g, (_all, string: string | undefined) => string ?? '');
  if (strip(text.value) === text.value) return text;
  return change(text, {
    value: strip,
    shown: strip,
    command: perl('s/(\\x22(?:[^\\x22\\\\]|\\\\.)*\\x22)|[ \\t\\r\\n]+/defined $1?$1:q()/ge'),
  });
}
