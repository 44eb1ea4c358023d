/**
 * A piece of a request in three forms: the value that is sent, what a report may show of it, and the shell expression
 * that makes it anew from the user's variables. Pieces that hold a secret know it, so that it can be found anywhere.
 */
export interface Text {
  value: string;
  /** Redacted form. */
  shown: string;
  /** For use between double quotes in a POSIX shell. */
  shell: string;
  /** Secret values in it, to be redacted wherever they occur. */
  secrets: string[];
}

/** Escapes a literal for use between double quotes in a POSIX shell. */
export function shellEscape(literal: string): string {
  return literal.replace(/["\\$`]/g, (character) => `\\${character}`);
}

/** A text that holds nothing to hide. */
export function plain(value: string): Text {
  return { value, shown: value, shell: shellEscape(value), secrets: [] };
}

/** One character many times over. */
export function repeated(character: string, count: number): Text {
  return {
    value: character.repeat(count),
    shown: `‹${count} × ${character}›`,
    shell: `$(printf '%*s' ${count} '' | tr ' ' '${character}')`,
    secrets: [],
  };
}

/** A credential: shown by its name, taken from its variable in a shell. Empty values hold nothing to hide. */
export function credential(name: string, value: string, variable: string, secret: boolean): Text {
  return { value, shown: `‹${name}›`, shell: `\${${variable}}`, secrets: secret && value !== '' ? [value] : [] };
}

/** Texts one after the other. */
export function join(...parts: (Text | string)[]): Text {
  const texts = parts.map((part) => (typeof part === 'string' ? plain(part) : part));
  return {
    value: texts.map((text) => text.value).join(''),
    shown: texts.map((text) => text.shown).join(''),
    shell: texts.map((text) => text.shell).join(''),
    secrets: texts.flatMap((text) => text.secrets),
  };
}

interface Change {
  value: (value: string) => string;
  shown: (shown: string) => string;
  /** From the shell expression of the text to that of the changed text, both for use between double quotes. */
  shell: (shell: string) => string;
}

/** A text changed; where it held a secret, its new value is one as well. */
export function change(text: Text, how: Change): Text {
  const value = how.value(text.value);
  const secrets = text.secrets.length > 0 && value !== '' ? [...text.secrets, value] : text.secrets;
  return { value, shown: how.shown(text.shown), shell: how.shell(text.shell), secrets };
}

/** The Base64 form of a text; its shown form tells what was encoded. */
export function base64(text: Text): Text {
  return change(text, {
    value: (value) => Buffer.from(value).toString('base64'),
    shown: (shown) => `‹Base64 of ${shown}›`,
    shell: (shell) => `$(printf '%s' "${shell}" | base64 | tr -d '\\n')`,
  });
}

/** A text without its last character. */
export function shortened(text: Text): Text {
  return change(text, {
    value: (value) => value.slice(0, -1),
    shown: (shown) => `${shown}‹cut by its last character›`,
    shell: (shell) => `$(printf '%s' "${shell}" | sed 's/.$//')`,
  });
}

/** A text with one more character. */
export function lengthened(text: Text): Text {
  return change(text, { value: (value) => `${value}x`, shown: (shown) => `${shown}x`, shell: (shell) => `${shell}x` });
}

/** A text with upper and lower case letters exchanged. */
export function flippedCase(text: Text): Text {
  return change(text, {
    value: (value) =>
      value.replace(/[a-zA-Z]/g, (letter) =>
        letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
      ),
    shown: (shown) => `${shown}‹letter case flipped›`,
    shell: (shell) => `$(printf '%s' "${shell}" | tr 'a-zA-Z' 'A-Za-z')`,
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
    shell: (shell) =>
      `$(printf '%s' "${shell}" | sed 'h;s/.*\\(.\\)$/\\1/;y/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/bcdefghijklmnopqrstuvwxyzaBCDEFGHIJKLMNOPQRSTUVWXYZA1234567890/;x;s/.$//;G;s/\\n//')`,
  });
}

const blank = (where: string, put: (value: string) => string, shell: (shell: string) => string) => (text: Text) =>
  change(text, { value: put, shown: (shown) => `${shown}‹with a blank ${where}›`, shell });

/** Index of the character before which a blank stands inside a value; beyond a value of one character. */
const middle = (value: string): number => Math.max(1, Math.floor(value.length / 2));

/**
 * The near misses of a credential, each with what a title says of it: what a comparison that trims, folds the letter case
 * or looks at a part only takes for the credential.
 */
export const nearMisses: Record<string, { title: string; make: (text: Text) => Text }> = {
  shortened: { title: 'cut by its last character', make: shortened },
  lengthened: { title: 'with one more character', make: lengthened },
  'flipped-case': { title: 'in the other letter case', make: flippedCase },
  'blank-before': {
    title: 'with a blank before it',
    make: blank(
      'before',
      (value) => ` ${value}`,
      (shell) => ` ${shell}`,
    ),
  },
  'blank-after': {
    title: 'with a blank after it',
    make: blank(
      'after',
      (value) => `${value} `,
      (shell) => `${shell} `,
    ),
  },
  'blank-inside': {
    title: 'with a blank inside',
    make: blank(
      'inside',
      (value) => `${value.slice(0, middle(value))} ${value.slice(middle(value))}`,
      (shell) => `$(printf '%s' "${shell}" | perl -pe '$m=int(length($_)/2)||1;substr($_,$m,0)=" "')`,
    ),
  },
};

/** Near misses of a value that stands in a header as it is: a blank on either side of a field value is no part of it (RFC 9110, 5.5). */
export const headerMisses = ['shortened', 'lengthened', 'flipped-case', 'blank-inside'] as const;

/** Why a near miss of a value says nothing; null when it is another value than the one it is made from. */
export function noMiss(miss: string, value: string): string | null {
  if (miss === 'flipped-case' && !/[a-zA-Z]/.test(value)) return 'it holds no letter';
  if (miss === 'shortened' && value.length < 2) return 'it has one character only';
  return null;
}
