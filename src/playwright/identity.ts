/** The identity of the run that a command begins, and its selection. */
import { Command } from 'commander';
import { saidByGit } from '../files/processes.ts';
import { toolOf } from '../files/tool.ts';
import { type CommandIdentity, namesIn } from '../results/identity.ts';

/** The options of `playwright test` that leave tests out, in the order in which a selection lists them. */
const selecting = [
  '-g, --grep <value>',
  '-G, --grep-invert <value>',
  '--last-failed',
  '--only-changed [ref]',
  '--test-list <file>',
  '--test-list-invert <file>',
  '--shard <shard>',
];

/** Its other options with a value, so that the value is not read as the name of a test file. */
const others = [
  '--add-reporter <value>',
  '--browser <value>',
  '-c, --config <value>',
  '--debug [value]',
  '--global-timeout <value>',
  '--last-failed-file <value>',
  '--max-failures <value>',
  '--output <value>',
  '--project <values...>',
  '--repeat-each <value>',
  '--reporter <value>',
  '--retries <value>',
  '--run-agents <value>',
  '--shuffle [value]',
  '--timeout <value>',
  '--trace <value>',
  '--tsconfig <value>',
  '--ui-host <value>',
  '--ui-port <value>',
  '-u, --update-snapshots [value]',
  '--update-source-method <value>',
  '-j, --workers <value>',
];

function said(name: string, value: unknown): string {
  if (value === true) return `--${name}`;
  const text = String(value);
  return `--${name}=${/[\s"'\\]/.test(text) ? JSON.stringify(text) : text}`;
}

/**
 * The options of a command line that leave tests out, in a normal form that a caller of the gate can give, and its
 * shard.
 */
export function selectorsOf(argv: readonly string[]): Pick<CommandIdentity, 'selectors' | 'shard'> {
  const command = new Command('test').allowUnknownOption().allowExcessArguments().exitOverride();
  command.configureOutput({ writeErr: () => undefined, writeOut: () => undefined }).helpOption(false);
  for (const flags of [...selecting, ...others]) command.option(flags);
  try {
    command.parse(argv.slice(argv.indexOf('test') + 1), { from: 'user' });
  } catch {
    // Playwright itself reports faults in its options, and runs nothing.
    return { selectors: '', shard: null };
  }
  const named = command.options.slice(0, selecting.length).flatMap((option) => {
    const value: unknown = command.getOptionValue(option.attributeName());
    return value === undefined || option.long === '--shard' ? [] : [said(option.name(), value)];
  });
  const files = command.args.filter((word) => !word.startsWith('-'));
  const [, current, total] = /^(\d+)\/(\d+)$/.exec(String(command.getOptionValue('shard') ?? '')) ?? [];
  const shard = current && total ? { current: Number(current), total: Number(total) } : null;
  return { selectors: [...named, ...files].join(' '), shard };
}

/** Commit of the checkout that holds a folder; null outside a checkout, or without git. */
function commitOf(folder: string): string | null {
  try {
    return saidByGit(['rev-parse', 'HEAD'], folder).trim() || null;
  } catch {
    return null;
  }
}

/** The identity of a command that runs tests, for the metadata of its projects; `folder` holds the contracts. */
export function runIdentity(command: {
  id: string;
  argv: readonly string[];
  variables: Readonly<Record<string, string>>;
  folder: string;
}): CommandIdentity {
  const { id, argv, variables, folder } = command;
  const names = namesIn(variables);
  return {
    id,
    name: Object.values(names)[0] ?? null,
    names,
    version: toolOf().version,
    commit: commitOf(folder),
    ...selectorsOf(argv),
  };
}
