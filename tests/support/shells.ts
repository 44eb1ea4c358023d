import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './folders.ts';
import { start } from './process.ts';

/** The shells that the curl lines are for, as somebody's prompt runs them: with a history, without a start file. */
const shells = {
  bash: ['bash', '--norc', '--noprofile', '-i'],
  zsh: ['zsh', '-f', '-i'],
} as const;

export type ShellName = keyof typeof shells;

/** Where a program is; undefined where the machine has none. */
function placeOf(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** The shells of this machine. */
export const installed = (Object.keys(shells) as ShellName[]).filter((name) => placeOf(name) !== undefined);

/** What the BSD tools of macOS do not take; `-legacy` is unknown to its LibreSSL. */
const unknownToBsd: Record<string, string> = {
  base64: '-w*|--*',
  cat: '--*|-A|-E|-T',
  curl: '',
  date: '-d*|-I*|--*',
  grep: '-P|--*',
  mktemp: '--*|-p*',
  openssl: '-legacy',
  perl: '',
  rm: '--*',
  tr: '-t|--*',
};

/** A folder with the only programs that a curl line may run; each notes its arguments, and refuses what BSD's does. */
function strictPrograms(): { folder: string; notes: string } {
  const root = newFolder('programs');
  const [folder, notes] = [join(root, 'bin'), join(root, 'arguments')];
  mkdirSync(folder);
  writeFileSync(notes, '');
  for (const [program, unknown] of Object.entries(unknownToBsd)) {
    const refusal = `case "$each" in ${unknown}) echo "${program}: unknown option $each" >&2; exit 64;; esac`;
    const text = [
      '#!/bin/sh',
      `printf '%s\\n' "${program} $*" >> ${notes}`,
      ...(unknown === '' ? [] : [`for each; do ${refusal}; done`]),
      `exec ${placeOf(program)} "$@"`,
    ].join('\n');
    writeFileSync(join(folder, program), text, { mode: 0o755 });
  }
  return { folder, notes };
}

/** One process of a shell that runs commands one after the other. */
export interface OpenShell {
  /** Its working folder, empty at first. */
  home: string;
  /** Where its commands put what they need for a while. */
  temporary: string;
  /** What the command printed on both streams. */
  run(command: string): Promise<string>;
  /** The program and arguments of every process so far, one a line. */
  processes(): string;
  close(): Promise<void>;
}

/** Starts a shell with these variables, and with the programs alone that a curl line may run. */
export function openShell(name: ShellName, variables: Record<string, string>): OpenShell {
  const { folder, notes } = strictPrograms();
  const [, ...args] = shells[name];
  const home = newFolder('home');
  const temporary = newFolder('temporary');
  const env = { HOME: home, TMPDIR: temporary, LC_ALL: 'C.UTF-8', ...variables, PATH: folder };
  // Without a terminal of its own, so that it cannot wait for one; its prompts go to standard error.
  const { child, ended } = start(placeOf(name) ?? name, args, { cwd: home, env, detached: true });
  let printed = '';
  let heard = (): void => undefined;
  const listen = (chunk: Buffer): void => {
    printed += chunk.toString('latin1');
    heard();
  };
  child.stdout.on('data', listen);
  let count = 0;
  return {
    home,
    temporary,
    run: (command) =>
      new Promise((resolve) => {
        const mark = `===${++count}===`;
        printed = '';
        heard = () => {
          const end = printed.indexOf(mark);
          if (end >= 0) resolve(printed.slice(0, end));
        };
        child.stdin.write(`{\n${command}\n} 2>&1\nprintf '%s\\n' '==''=${count}==='\n`);
      }),
    processes: () => readFileSync(notes, 'utf8'),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
