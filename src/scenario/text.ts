import { encodedShell, joinShell, literal, output, type Shell, through, variable, withoutEnd } from './shell.ts';

/**
 * A piece of a request in three forms: the value that is sent, what a report may show of it, and the shell expression
 * that makes it anew from the user's variables. Pieces that hold a secret know it, so that it can be found anywhere.
 */
export interface Text {
  value: string;
  /** Redacted form. */
  shown: string;
  /** Makes the value anew in a shell; only `shellWord` turns it into code. */
  shell: Shell;
  /** Secret values in it, to be redacted wherever they occur. */
  secrets: string[];
}

/** A text that holds nothing to hide. */
export function plain(value: string): Text {
  return { value, shown: value, shell: literal(value), secrets: [] };
}

/** One character many times over. */
export function repeated(character: string, count: number): Text {
  return {
    value: character.repeat(count),
    shown: `‹${count} × ${character}›`,
    shell: output(`perl -e 'print chr(${character.codePointAt(0) ?? 0}) x ${count}'`),
    secrets: [],
  };
}

/** A credential: shown by its name where it is a secret, taken from its variable in a shell. Empty values hold nothing to hide. */
export function credential(name: string, value: string, from: string, secret: boolean): Text {
  const shown = secret ? `‹${name}›` : value;
  return { value, shown, shell: variable(from), secrets: secret && value !== '' ? [value] : [] };
}

/** Texts one after the other. */
export function join(...parts: (Text | string)[]): Text {
  const texts = parts.map((part) => (typeof part === 'string' ? plain(part) : part));
  return {
    value: texts.map((text) => text.value).join(''),
    shown: texts.map((text) => text.shown).join(''),
    shell: joinShell(texts.map((text) => text.shell)),
    secrets: texts.flatMap((text) => text.secrets),
  };
}

interface Change {
  value: (value: string) => string;
  shown: (shown: string) => string;
  /** The command that does in a shell what `value` does, from its standard input to its output. */
  command: string;
}

/** A text changed; where it held a secret, its new value is one as well. */
export function change(text: Text, how: Change): Text {
  const value = how.value(text.value);
  const secrets = text.secrets.length > 0 && value !== '' ? [...text.secrets, value] : text.secrets;
  return { value, shown: how.shown(text.shown), shell: through(text.shell, how.command), secrets };
}

/** Perl that changes a whole text; it is the one language that Linux and macOS both have and that reads bytes alike. */
function perl(program: string): string {
  return `perl -0777 -pe '${program}'`;
}

/** An encoding that treats each character by itself, and the command that does the same. */
export interface Encoding {
  encode: (value: string) => string;
  command: string;
}

/** The characters between the quotes of a JSON string. */
export const jsonString: Encoding = {
  encode: (value) => JSON.stringify(value).slice(1, -1),
  command: perl('s/[\\\\\\x22]/\\\\$&/g;s/[\\x00-\\x1f]/sprintf q(\\\\u%04x),ord $&/ge'),
};

const percentOf = (kept: string): string => `s/[^A-Za-z0-9_.~${kept}-]/sprintf q(%%%02X),ord $&/ge`;
const strict = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A value in a path or a query. */
export const urlComponent: Encoding = { encode: encodeURIComponent, command: perl(percentOf('\\x21*()\\x27')) };

/** A value in a form, every reserved character escaped. */
export const formValue: Encoding = { encode: strict, command: perl(percentOf('')) };

/** A value in a form, a space written `+` and a colon as it is. */
export const formValueWithPlus: Encoding = {
  encode: (value) => strict(value).replaceAll('%20', '+').replaceAll('%3A', ':'),
  command: perl(`${percentOf('')};s/%20/+/g;s/%3A/:/g`),
};

/** A text in an encoding; one that shows its value shows the encoded form. */
export function encoded(text: Text, { encode, command }: Encoding): Text {
  const value = encode(text.value);
  const shown = text.shown === text.value ? value : text.shown;
  return { ...text, value, shown, shell: encodedShell(text.shell, encode, command) };
}

/** The Base64 form of a text; its shown form names what was encoded. */
export function base64(text: Text): Text {
  return change(text, {
    value: (value) => Buffer.from(value).toString('base64'),
    shown: (shown) => `‹Base64 of ${shown}›`,
    command: "base64 | tr -d '\\n'",
  });
}

/** A text without its last character. */
export function shortened(text: Text): Text {
  return change(text, {
    value: (value) => value.replace(/.$/su, ''),
    shown: (shown) => `${shown}‹cut by its last character›`,
    command: "perl -CS -0777 -pe 's/.\\z//s'",
  });
}

/** The first characters of a text. */
export function cutTo(text: Text, count: number): Text {
  return change(text, {
    value: (value) => [...value].slice(0, count).join(''),
    shown: (shown) => `${shown}‹cut to ${count} ${count === 1 ? 'character' : 'characters'}›`,
    command: `perl -CS -0777 -pe '$_=substr($_,0,${count})'`,
  });
}

/** A text without its last character, which holds nothing to hide: that of a syntax. */
export function unclosed(text: Text): Text {
  const cut = (form: string): string => form.slice(0, -1);
  return { ...text, value: cut(text.value), shown: cut(text.shown), shell: withoutEnd(text.shell) };
}

/** A text with one more character. */
export function lengthened(text: Text): Text {
  const longer = join(text, 'x');
  return { ...longer, secrets: text.secrets.length > 0 ? [...text.secrets, longer.value] : text.secrets };
}

/** A text with upper and lower case letters exchanged. */
export function flippedCase(text: Text): Text {
  return change(text, {
    value: (value) =>
      value.replace(/[a-zA-Z]/g, (letter) =>
        letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
      ),
    shown: (shown) => `${shown}‹letter case flipped›`,
    command: perl('tr/a-zA-Z/A-Za-z/'),
  });
}

/** Another value of the same length and characters: the last letter or digit is the next one. */
export function altered(text: Text): Text {
  const next = (character: string): string => {
    if (/[a-y0-8A-Y]/.test(character)) return String.fromCharCode(character.charCodeAt(0) + 1);
    return { z: 'a', Z: 'A', 9: '0' }[character] ?? character;
  };
  return change(text, {
    value: (value) => (/[a-zA-Z0-9]/.test(value) ? value.replace(/[a-zA-Z0-9](?=[^a-zA-Z0-9]*$)/, next) : `${value}x`),
    shown: (shown) => `${shown}‹last character changed›`,
    command: perl('s/[a-zA-Z0-9](?=[^a-zA-Z0-9]*\\z)/($c=$&)=~tr|a-zA-Z0-9|b-zaB-ZA1-90|;$c/e or $_.=q(x)'),
  });
}
