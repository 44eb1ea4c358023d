/** Reads a command line of Playwright in the way Playwright does. */
import { createRequire } from 'node:module';
import type * as Commander from 'commander';
import { roots } from '../files/roots.ts';
import { matcher } from '../formats/pattern.ts';

/** Options of a Playwright command line that the suite needs before Playwright itself reads them. */
export interface PlaywrightCommand {
  /**
   * `run` runs tests once, `list` lists them, `session` runs them as often as somebody asks (UI mode, an editor, watch
   * mode), `merge` makes one report of several; everything else, a worker's process too, is `other`.
   */
  mode: 'run' | 'list' | 'session' | 'merge' | 'other';
  /** The values of --project, and what those projects depend on. */
  projects: string[];
  /** The value of --grep; empty without it. */
  grep: string;
  /** Reporters of --reporter, which replace those of the configuration; null without the option. */
  reporters: string[] | null;
  /** Whether it writes a blob report. */
  blob: boolean;
  /** The value of --output; null without it. */
  output: string | null;
  /** The command as typed. */
  text: string;
}

/** Options of `playwright test` with a value, so that the value is not read as an option. */
const options = [
  '--add-reporter <reporter>',
  '--browser <browser>',
  '-c, --config <file>',
  '--debug [mode]',
  '--global-timeout <timeout>',
  '-g, --grep <grep>',
  '-G, --grep-invert <grep>',
  '--last-failed-file <file>',
  '--list',
  '--max-failures <N>',
  '--only-changed [ref]',
  '--output <dir>',
  '--project <project-name...>',
  '--repeat-each <N>',
  '--reporter <reporter>',
  '--retries <retries>',
  '--run-agents <mode>',
  '--shard <shard>',
  '--shuffle [seed]',
  '--test-list <file>',
  '--test-list-invert <file>',
  '--timeout <timeout>',
  '--trace <mode>',
  '--tsconfig <path>',
  '--ui',
  '--ui-host <host>',
  '--ui-port <port>',
  '-u, --update-snapshots [mode]',
  '-j, --workers <workers>',
  '-x',
];

/** Loaded by the command alone: its workers start without options of Playwright's. */
const loadCommander = (): typeof Commander => createRequire(import.meta.url)('commander');

interface Given {
  addReporter?: string;
  grep?: string;
  lastFailedFile?: string;
  list?: boolean;
  output?: string;
  project?: string[];
  reporter?: string;
  ui?: boolean;
  uiHost?: string;
  uiPort?: string;
}

/** The options that words of a command line hold. */
export function given(words: string[]): Given {
  const { Command } = loadCommander();
  const command = new Command('playwright')
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  for (const option of options) command.option(option);
  try {
    return command.parse(words, { from: 'user' }).opts<Given>();
  } catch {
    // Playwright has read these words and found no fault. Where this parser finds one, the fullest mode is the safest.
    return {};
  }
}

function modeOf(name: string | undefined, { list, ui, uiHost, uiPort }: Given, watches: boolean) {
  if (name === 'test-server' || name === 'run-test-mcp-server') return 'session';
  if (name === 'merge-reports') return 'merge';
  if (name !== 'test') return 'other';
  // Playwright itself checks the user interface before the list.
  if (ui || uiHost !== undefined || uiPort !== undefined || watches) return 'session';
  return list ? 'list' : 'run';
}

/** Reads the arguments of a process, and leaves them unchanged. */
export function readCommand(argv: string[], environment: NodeJS.ProcessEnv = process.env): PlaywrightCommand {
  const [, , name, ...words] = argv;
  const found = modeOf(name, {}, false) === 'other' ? {} : given(words);
  const { reporter, addReporter } = found;
  return {
    mode: modeOf(name, found, Boolean(environment['PWTEST_WATCH'])),
    projects: withDependencies(found.project ?? []),
    grep: found.grep ?? '',
    reporters: reporter?.split(',') ?? null,
    blob: [reporter, addReporter].some((names) => names?.split(',').includes('blob')),
    output: found.output ?? null,
    text: ['npx playwright', ...argv.slice(2)].join(' '),
  };
}

/** Whether a command line selects, by --grep, the scenarios of the deep profile. */
export function asksForDeep({ grep }: PlaywrightCommand): boolean {
  return grep.includes('@deep');
}

/** Patterns of --project, and the names of the projects that Playwright runs before those they select. */
export function withDependencies(patterns: readonly string[]): string[] {
  const all = new Set(patterns);
  // The loop also reaches the names that it adds itself.
  for (const pattern of all)
    for (const { name, dependencies } of roots().ownProjects)
      if (matcher(pattern)(name)) for (const one of dependencies) all.add(one);
  return [...all];
}

/** Whether a command line runs the own tests of a configuration and no target. */
export function onlyOwnTests({ projects }: PlaywrightCommand): boolean {
  const { ownProjects } = roots();
  const isOwn = (pattern: string): boolean =>
    ownProjects.some(({ name }) => name.toLowerCase() === pattern.toLowerCase());
  return projects.length > 0 && projects.every(isOwn);
}
