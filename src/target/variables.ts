/** Variables of the shell and of `.env`. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { InputError } from '../contract/problems.ts';
import { readToEnd } from '../files/stream.ts';

/** A value in `.env` of which a `#` outside quotes cuts something off. */
export interface CutValue {
  name: string;
  /** Line in the file, counted from 1. */
  line: number;
  /** Whether white space precedes the `#`, so that it may begin a comment. */
  blankBefore: boolean;
}

const fileName = '.env';

/** Most bytes of `.env`; one of a few keys has some thousands. */
const mostBytes = 1024 * 1024;

function textOf(file: string): string | InputError {
  try {
    return readToEnd(file, mostBytes)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new InputError(`${file} cannot be read:`, [`${reason}; make it a file of lines NAME=value, or remove it`]);
  }
}

/** What was read, by its path, from what is no regular file: a pipe gives its content once, or is waited for once. */
const once = new Map<string, string | InputError>();

/** Text of `.env` in the working directory without its byte order mark; empty where there is no such file. */
function dotenvText(): string {
  const file = resolve(fileName);
  const entry = statSync(file, { throwIfNoEntry: false });
  if (!entry) return '';
  const text = once.get(file) ?? textOf(file);
  if (!entry.isFile()) once.set(file, text);
  if (text instanceof InputError) throw text;
  return text;
}

/**
 * Variables of the shell, and of `.env` in the working directory where the shell has none.
 * @throws InputError when `.env` cannot be read.
 */
export function variables(): Record<string, string> {
  const fromFile: NodeJS.Dict<string> = parseEnv(dotenvText());
  const shell = Object.entries({ ...fromFile, ...process.env }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(shell);
}

const assignment = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=(.*)$/gm;
const quoted = /^[ \t]*["'`]/;

/** The values of a `.env` text that a `#` outside quotes cuts; a `#` before any value is a comment alone. */
export function cutValues(text: string): CutValue[] {
  // A quoted value may go on over several lines, none of which is an assignment.
  const masked = text.replace(/=[ \t]*(["'`])[\s\S]*?\1/g, (value) => value.replace(/[^\n=]/g, '"'));
  let [line, counted] = [1, 0];
  return [...masked.matchAll(assignment)].flatMap(({ 1: name = '', 2: value = '', index }) => {
    line += masked.slice(counted, index).split('\n').length - 1;
    counted = index;
    if (quoted.test(value)) return [];
    const at = value.indexOf('#');
    if (at < 0) return [];
    const blankBefore = at > 0 && /[ \t]/.test(value[at - 1] ?? '');
    return [{ name, line, blankBefore }];
  });
}

/** The values that `.env` gives, the shell does not, and a `#` cuts. */
function cutInForce(): CutValue[] {
  return cutValues(dotenvText()).filter(({ name }) => process.env[name] === undefined);
}

/** What is wrong with the `.env` values of these names, each with its remedy; the values are not shown. */
export function cutProblems(names: ReadonlySet<string>): string[] {
  return cutInForce()
    .filter(({ name, blankBefore }) => names.has(name) && !blankBefore)
    .map(
      ({ name, line }) =>
        `${fileName}:${line}: the value of ${name} ends at a # outside quotes; put the value in quotes, or a space before a comment`,
    );
}

/** What may be wrong with the `.env` values of these names: the `#` may begin a comment, or belong to the value. */
export function cutWarnings(names: ReadonlySet<string>): { name: string; line: number }[] {
  return cutInForce().filter(({ name, blankBefore }) => names.has(name) && blankBefore);
}

/** Holds the address of the webhook for targets whose environment names none; the address is a secret. */
export const webhookVariable = 'CONFORMANCE_WEBHOOK';

/** Variables of the suite itself, which every run reads. */
const ours = ['TARGET_ENV', 'CONFORMANCE_REPORT', 'CONFORMANCE_STATE', 'CONFORMANCE_CONTRACTS', 'ALLOW_PRODUCTION'];

/** Names of the variables that settings refer to, as `$NAME`, and those that every run reads. */
export function variablesIn(settings: unknown): ReadonlySet<string> {
  const named = JSON.stringify(settings ?? null).matchAll(/"\$([A-Za-z_][A-Za-z0-9_]*)"/g);
  return new Set([...ours, ...[...named].map(([, name = '']) => name)]);
}
