#!/usr/bin/env node
/** `conform <command>`: the commands beside a run of Playwright; `npm run <command>` calls them. */

import { didYouMean } from '../contract/similar.ts';
import { toolOf } from '../files/tool.ts';
import { own } from '../formats/json.ts';
import { print, printError } from '../output/print.ts';
import type { CliCommand } from './command.ts';
import { ownFault, runCli } from './run.ts';

interface Entry {
  summary: string;
  /** A command is loaded when it is called: what one needs, another does not. */
  load(): Promise<CliCommand<never>>;
}

/** Loads a command that reads pages while the thread that will read them starts. */
async function besideReader<Command>(load: () => Promise<Command>): Promise<Command> {
  const { prepareReader } = await import('../draft/read/bounded.ts');
  prepareReader();
  return load();
}

const commands: Record<string, Entry> = {
  init: {
    summary: 'writes what a project needs to test its providers',
    load: async () => (await import('./init.ts')).command,
  },
  doctor: {
    summary: 'checks the set-up of targets before the first request',
    load: async () => (await import('./doctor.ts')).command,
  },
  begin: {
    summary: 'puts the report of an earlier run aside, before the command that runs tests',
    load: async () => (await import('./begin.ts')).command,
  },
  gate: { summary: 'decides by the results of the last run', load: async () => (await import('./gate.ts')).command },
  explain: {
    summary: 'says what a clause states, how it is tested, and what breaks when it fails',
    load: async () => (await import('./explain.ts')).command,
  },
  compare: {
    summary: 'says what changed between two recorded runs',
    load: async () => (await import('./compare.ts')).command,
  },
  report: { summary: 'renders the report of a run again', load: async () => (await import('./report.ts')).command },
  rejudge: {
    summary: 'judges a recorded run again, with the contracts of today',
    load: async () => (await import('./rejudge.ts')).command,
  },
  merge: {
    summary: 'merges the blob reports of shards and jobs, then decides',
    load: async () => (await import('./merge.ts')).command,
  },
  derive: {
    summary: 'drafts a contract from a documentation page',
    load: async () => (await besideReader(() => import('./derive.ts'))).command,
  },
  drift: {
    summary: 'compares a documentation page with the contract taken from it',
    load: async () => (await besideReader(() => import('./drift.ts'))).command,
  },
  'new-provider': {
    summary: 'begins a provider as a copy of another, every fact a TODO',
    load: async () => (await import('./new-provider.ts')).command,
  },
  docs: {
    summary: 'writes the pages of docs/ that follow from the contracts',
    load: async () => (await import('./docs.ts')).command,
  },
  mock: { summary: 'serves the embedded mock on a port', load: async () => (await import('./mock.ts')).command },
  sign: { summary: 'prints fresh headers of the good request', load: async () => (await import('./sign.ts')).command },
  prove: {
    summary: 'shows that every clause can turn red, and that no conforming answer does',
    load: async () => (await import('./prove.ts')).command,
  },
};

const names = Object.keys(commands);

function help(): string {
  const width = Math.max(...names.map((name) => name.length));
  const list = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Usage: conform <command> [options]',
    '',
    'Commands:',
    ...list,
    '',
    'conform <command> --help shows one.',
  ].join('\n');
}

const [name = '--help', ...args] = process.argv.slice(2);
const entry = own(commands, name);
if (entry) await runCli(name, await entry.load(), args);
else if (name === '--version' || name === '-V') print(toolOf().version);
else if (name === '--help' || name === '-h' || name === 'help') print(help());
else {
  printError(`There is no command "${name}"${didYouMean(name, names)}\n\n${help()}`);
  process.exitCode = ownFault;
}
