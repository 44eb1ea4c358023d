/** The words of a command as a shell reads it, or as its author meant it where quotes are missing. */
import { parse as parseShell } from 'shell-quote';
import { parseJson } from '../../../formats/json.ts';

/** The words of a command, and whether each of its quotation marks is closed. */
export interface ShellWords {
  words: string[];
  isClosed: boolean;
}

/** Options of curl that begin a line of a command. */
const option = /^\s*(?:-[HdXuF]|--(?:header|data|request|url|user|form|json|location)[\w-]*)(?=[\s"'])/;

/** The quotation mark that is open at the end of a text; empty where none is. */
function openQuote(text: string): string {
  let open = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '\\' && open !== "'") at++;
    else if (open === '' ? sign === '"' || sign === "'" : sign === open) open = open === '' ? sign : '';
  }
  return open;
}

const isJson = (text: string): boolean => {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
};

/** A command in which JSON between double quotes, whose own quotes a shell would take away, stands between single ones. */
function withQuotedJson(command: string): string {
  const [before = ''] = /^[\s\S]*?\s(?:-d|--data|--data-raw|--data-binary)\s*"(?=\s*\{)/.exec(command) ?? [];
  const [behind = ''] = /\}(\s*"[^"}]*)$/.exec(command)?.slice(1) ?? [];
  const body = command.slice(before.length, command.length - behind.length);
  if (before === '' || behind === '' || body.includes("'") || !isJson(body)) return command;
  return `${before.slice(0, -1)}'${body}'${behind.replace('"', '')}`;
}

/** The lines of a command, each with what stands below it up to the next option; a backslash joins them. */
function partsOf(command: string): string[] {
  const parts: string[] = [];
  for (const line of command.split(/\\[ \t]*\n/)) {
    const last = parts.length - 1;
    if (last < 0 || option.test(line)) parts.push(line);
    else parts[last] = `${parts[last]} ${line}`;
  }
  return parts;
}

/** A part of a command with a word between angle brackets in quotes: its author means what its reader is to put in. */
const withQuotedName = (part: string): string => part.replace(/^([^"'<]*\s)(<[\w .:-]{1,60}>)/, "$1'$2'");

/** The words of a command, and whether each quotation mark in it is closed: where one is not, it is closed before the next option. */
export function wordsOf(command: string): ShellWords {
  const parts = partsOf(withQuotedJson(command)).map(withQuotedName);
  const isClosed = parts.every((part) => openQuote(part) === '');
  const whole = parts.map((part) => `${part.trimEnd()}${openQuote(part)}`).join(' ');
  const words = parseShell(whole.replace(/`(\$\{[^`]*)`/g, '$1'), (name) => `$${name}`).map((word) =>
    typeof word === 'string' ? word : 'pattern' in word ? word.pattern : '',
  );
  return { words, isClosed };
}
