/** Variables of the shell and of `.env`. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { InputError } from '../contract/problems.ts';
import { readToEnd } from '../files/stream.ts';
import { dotenvIn, type Slip, slipsIn } from './dotenv.ts';
import { variablesOf } from './reference.ts';

const fileName = '.env';

/** Most bytes of `.env`; one of a few keys has some thousands. */
const mostBytes = 1024 * 1024;

function textOf(file: string): string | InputError {
  try {
    const text = dotenvIn(readToEnd(file, mostBytes));
    if (text !== null) return text;
    return new InputError(`${file} cannot be read:`, [
      'it is no text in UTF-8 or UTF-16, or of both, as >> of Windows PowerShell makes it; make it a file of lines NAME=value in UTF-8, or remove it',
    ]);
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

/** What is wrong, or may be, with the `.env` values of these names that the shell does not give; the values are not shown. */
export function dotenvSlips(names: ReadonlySet<string>): Omit<Slip, 'names' | 'line'>[] {
  return slipsIn(dotenvText(), names)
    .filter((slip) => slip.names.some((name) => names.has(name) && process.env[name] === undefined))
    .map(({ line, text, ...rest }) => ({ ...rest, text: `${fileName}:${line}: ${text}` }));
}

/** Those of them that cannot be meant, each as one problem with its remedy. */
export function dotenvFaults(names: ReadonlySet<string>): string[] {
  return dotenvSlips(names).flatMap(({ certain, text, remedy }) => (certain ? [`${text}; ${remedy}`] : []));
}

/** Holds the address of the webhook for targets whose environment names none; the address is a secret. */
export const webhookVariable = 'CONFORMANCE_WEBHOOK';

/** Variables of the suite itself, which every run reads. */
const ours = ['TARGET_ENV', 'CONFORMANCE_REPORT', 'CONFORMANCE_STATE', 'CONFORMANCE_CONTRACTS', 'ALLOW_PRODUCTION'];

/** Names of the variables that settings refer to, as `$NAME`, and those that every run reads. */
export function variablesIn(settings: unknown): ReadonlySet<string> {
  return new Set([...ours, ...variablesOf(settings)]);
}
