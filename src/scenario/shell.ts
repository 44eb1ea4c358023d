import { unseen } from '../output/visible.ts';

/**
 * A word of a shell in parts. What the parts hold is quoted in one place, `shellWord`, so that no character of a
 * contract, an environment or a variable can end a word or run a command.
 */
export type Shell = readonly ShellPart[];

type ShellPart =
  | { kind: 'literal'; text: string }
  /** A variable of the shell; its value may be anything. `sent` is the one that the request itself has, where it is no secret. */
  | { kind: 'variable'; name: string; sent?: string }
  /** What a pipe of commands prints, the words of `of` being its input. Secrets pass through the pipe alone. */
  | { kind: 'output'; of: Shell | null; commands: string[] };

/** A text as it stands. */
export function literal(text: string): Shell {
  return text === '' ? [] : [{ kind: 'literal', text }];
}

/** The value of a variable, and the one that this request has, if it is no secret. @throws Error for a name that is no identifier */
export function variable(name: string, sent?: string): Shell {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new Error(`${JSON.stringify(name)} is no name of a shell variable`);
  return [{ kind: 'variable', name, ...(sent === undefined ? {} : { sent }) }];
}

/** What a command prints. */
export function output(command: string): Shell {
  return [{ kind: 'output', of: null, commands: [command] }];
}

/** What a command prints that reads the word on its standard input; it gets no line break behind it. */
export function through(of: Shell, command: string): Shell {
  const [only, ...others] = of;
  if (only?.kind === 'output' && others.length === 0) return [{ ...only, commands: [...only.commands, command] }];
  return [{ kind: 'output', of, commands: [command] }];
}

/**
 * A word in an encoding that treats each character by itself: what is known is encoded now, the rest by `command` when
 * the shell runs.
 */
export function encodedShell(shell: Shell, encode: (text: string) => string, command: string): Shell {
  return shell.flatMap((part) => (part.kind === 'literal' ? literal(encode(part.text)) : through([part], command)));
}

/** Words one after the other, as one. */
export function joinShell(words: Shell[]): Shell {
  const parts: ShellPart[] = [];
  for (const part of words.flat()) {
    const before = parts.at(-1);
    if (part.kind === 'literal' && before?.kind === 'literal')
      parts.splice(-1, 1, { kind: 'literal', text: before.text + part.text });
    else parts.push(part);
  }
  return parts;
}

/** A word without its last character, which must be known. */
export function withoutEnd(shell: Shell): Shell {
  const last = shell.at(-1);
  if (last?.kind !== 'literal') throw new Error('the end of this word is known to the shell alone');
  return [...shell.slice(0, -1), ...literal(last.text.slice(0, -1))];
}

/** Whether a word is made with this variable. */
export function mentions(shell: Shell, name: string): boolean {
  return shell.some((part) => {
    if (part.kind === 'variable') return part.name === name;
    return part.kind === 'output' && part.of !== null && mentions(part.of, name);
  });
}

/** The word with the values that this request has for its variables, where those are known and no secrets. */
export function asSent(shell: Shell): Shell {
  return shell.flatMap((part): Shell => {
    if (part.kind === 'variable') return part.sent === undefined ? [part] : literal(part.sent);
    return part.kind === 'output' && part.of !== null ? [{ ...part, of: asSent(part.of) }] : [part];
  });
}

/** The word with a variable of another name in place of one. */
export function renamedIn(shell: Shell, from: string, to: string): Shell {
  return shell.map((part) => {
    if (part.kind === 'variable') return part.name === from ? { ...part, name: to } : part;
    return part.kind === 'output' && part.of !== null ? { ...part, of: renamedIn(part.of, from, to) } : part;
  });
}

/** The word as bash, zsh and every POSIX shell read it, in a script and at a prompt. */
export function shellWord(shell: Shell): string {
  return shell.length === 0 ? "''" : shell.map(partWord).join('');
}

function partWord(part: ShellPart): string {
  if (part.kind === 'literal') return quoted(part.text);
  if (part.kind === 'variable') return `"$${part.name}"`;
  const input = part.of === null ? [] : [printed(part.of)];
  return `"$(${[...input, ...part.commands].join(' | ')})"`;
}

/** The command that prints a word. No word of a shell holds a NUL, so that the command prints it between two words. */
function printed(shell: Shell): string {
  const words: Shell[] = [[]];
  for (const part of shell) {
    const [first = '', ...others] = part.kind === 'literal' ? part.text.split('\0') : [];
    words.push(
      [...(words.pop() ?? []), ...(part.kind === 'literal' ? literal(first) : [part])],
      ...others.map(literal),
    );
  }
  return `printf '${words.map(() => '%s').join('\\000')}' ${words.map(shellWord).join(' ')}`;
}

/**
 * What cannot stand between single quotes at every prompt: the quote itself, `!` (the history, where the word stands
 * within double quotes), and what an editor of command lines acts upon or a reader does not see.
 */
const unfit = new RegExp(`((?:(?!\\n)[${unseen}'\\!])+)`, 'v');

function quoted(text: string): string {
  return text
    .split(unfit)
    .map((run, index) => (run === '' ? '' : index % 2 === 0 ? `'${run}'` : `"$(printf '${octal(run)}')"`))
    .join('');
}

function octal(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
