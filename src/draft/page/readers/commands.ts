/** Requests that a page shows as commands. */
import { isUrl } from '../../../formats/url.ts';
import type { NoSample } from '../blocks/reading.ts';
import { basicOf } from '../sentences/basic-pair.ts';
import { curlArguments } from './curl-arguments.ts';
import { httpie } from './httpie.ts';
import { bodyOf, headerLine, placeholder, type Sample } from './sample-bodies.ts';
import { type ShellWords, wordsOf } from './shell-words.ts';

/** The one word of a command that is a path, where its author left the host to the reader; empty where none or several are. */
function pathAlone(positionals: string[]): string | undefined {
  const [only, ...others] = positionals.filter((word) => /^\/[\w{<:-]/.test(word));
  return others.length === 0 ? only : undefined;
}

/** A word that stands for the whole address, as `<token-endpoint>` and `$TOKEN_URL`. */
const leftOpen = /^(?:<[^<>]+>|\{{1,2}[^{}]+\}{1,2}|\$\{?\w+\}?)$/;

/** A curl command as the request it sends. */
function curl({ words, isClosed }: ShellWords, at: string): Sample | null {
  const { positionals, many } = curlArguments(words.slice(1));
  const given =
    many('url').at(-1) ??
    positionals.find((word) => (/^https?:/i.test(word) && isUrl(word)) || placeholder.test(word)) ??
    pathAlone(positionals);
  const data = (['data', 'data-raw', 'data-binary', 'data-urlencode', 'json'] as const).flatMap(many);
  const parts = many('form');
  // What is sent to an address that its reader knows is shown all the same.
  const isLeft = positionals.some((word) => leftOpen.test(word)) && data.length + parts.length > 0;
  if (given === undefined && !isLeft) return null;
  // The host of a sample may be left to the reader.
  const target = given?.replace(placeholder, '/') ?? '';
  const headers = many('header').flatMap((line) => {
    const header = headerLine(line);
    return header ? [header] : [];
  });
  const [user = /^https?:\/\/([^/@:\s]*:[^/@\s]*)@/i.exec(target)?.[1]] = many('user');
  if (user !== undefined) headers.push(['Authorization', basicOf(user)]);
  if (many('json').length > 0) headers.push(['Content-Type', 'application/json']);
  if (parts.length > 0) headers.push(['Content-Type', 'multipart/form-data']);
  // Behind a quotation mark that is not closed there may be a body.
  const unsaid = isClosed ? 'GET' : undefined;
  const method = many('request').at(-1) ?? (data.length + parts.length > 0 ? 'POST' : unsaid);
  const body = bodyOf([...data, ...parts].join('&'));
  // Without another word curl says that what it sends is a form.
  const labelled = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (body.format === 'form' && !labelled) headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  return {
    side: 'request',
    at,
    ...(method === undefined ? {} : { method }),
    ...(target === '' ? {} : { target }),
    headers,
    ...body,
  };
}

/** The request that a command alone shows, or why it gives none; null where the text is no command. */
export function commandIn(text: string, at: string): Sample[] | NoSample | null {
  const [, name] = /^(?:\$\s*)?(curl|https?)\s/.exec(text) ?? [];
  if (name === undefined) return null;
  const command = wordsOf(text.replace(/^\$\s*/, ''));
  const sample = name === 'curl' ? curl(command, at) : httpie(command.words, at);
  if (sample !== null) return [sample];
  return { why: `the ${name} command names no address, or sends what we cannot read`, mayHold: true };
}
