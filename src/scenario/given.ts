/** The values that a contract or an environment gives for a request, those of credentials and those made anew filled in. */
import { randomInt } from 'node:crypto';
import type { ControlText, ControlValue, UniqueValue } from '../contract/types.ts';
import type { Json } from '../formats/json.ts';
import { isObject, own } from '../formats/json.ts';
import { output, shellWord, variable } from './shell.ts';
import { credential, plain, type Text } from './text.ts';

/** A credential of a target, read and ready for use. */
export interface Credential {
  name: string;
  /** One value, or the items of a list. */
  value: string | string[];
  /** Name of the variable a shell command takes it from. */
  variable: string;
  secret: boolean;
}

export type Credentials = Record<string, Credential>;

/** A JSON value whose strings are texts. */
export type TextJson = null | boolean | number | Text | TextJson[] | { [name: string]: TextJson };

/** Values filled in, and the shell lines that set the variables they use. */
export interface Given<T> {
  values: [name: string, value: T][];
  prelude: string[];
}

/** Whether a value is a text. */
export function isText(value: TextJson | undefined): value is Text {
  return typeof value === 'object' && value !== null && 'secrets' in value && 'shell' in value;
}

/** The text of a credential, the items of a list with blanks between them; empty for one that is not given. */
export function textOf(found: Credential | undefined): Text {
  if (!found) return plain('');
  if (Array.isArray(found.value)) return plain(found.value.join(' '));
  return credential(found.name, found.value, found.variable, found.secret);
}

/** The name of the credential that a value is taken from; null where it is none's. */
export function credentialIn(value: unknown): string | null {
  const holds = typeof value === 'object' && value !== null && 'credential' in value;
  return holds && typeof value.credential === 'string' ? value.credential : null;
}

function isUnique(value: unknown): value is UniqueValue {
  return (
    typeof value === 'object' && value !== null && 'unique' in value && 'length' in value && value.unique === 'digits'
  );
}

/** Digits of which the first is no zero: a number of that length to whoever reads it as one. */
function digits(length: number): string {
  return Array.from({ length }, (_, index) => (index === 0 ? randomInt(1, 10) : randomInt(10))).join('');
}

/** A value that was never sent; what uses it twice uses one value, so that a shell keeps it in a variable. */
function uniqueText(length: number, where: string, prelude: string[]): Text {
  const name = `conformance_unique_${where.replace(/[^A-Za-z0-9]/g, '_')}`;
  const value = digits(length);
  const command = `perl -e 'print 1+int rand 9,map{int rand 10}2..${length}'`;
  prelude.push(`${name}=${shellWord(output(command))}`);
  return { value, shown: value, shell: variable(name, value), secrets: [] };
}

/** Values of headers or parameters. */
export function givenTexts(values: Record<string, ControlText>, credentials: Credentials): Given<Text> {
  const prelude: string[] = [];
  const filled = Object.entries(values).map(([name, value]): [string, Text] => {
    if (typeof value === 'string') return [name, plain(value)];
    if (isUnique(value)) return [name, uniqueText(value.length, name, prelude)];
    return [name, textOf(own(credentials, value.credential))];
  });
  return { values: filled, prelude };
}

/** The members of a body. */
export function givenFields(body: Record<string, ControlValue>, credentials: Credentials): Given<TextJson> {
  const prelude: string[] = [];
  const filled = (value: Json, where: string): TextJson => {
    const from = credentialIn(value);
    if (from !== null) return textOf(own(credentials, from));
    if (isUnique(value)) return uniqueText(value.length, where, prelude);
    if (typeof value === 'string') return plain(value);
    if (Array.isArray(value)) return value.map((item, index) => filled(item, `${where}_${index}`));
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, `${where}_${name}`)]));
    return value;
  };
  return { values: Object.entries(body).map(([name, value]) => [name, filled(value, name)]), prelude };
}
