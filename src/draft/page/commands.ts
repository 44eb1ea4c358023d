/** Requests that a page shows as commands. */
import { parse as parseShell } from 'shell-quote';
import { isUrl } from '../../formats/url.ts';
import { basicOf } from './basic-pair.ts';
import { curlArguments } from './curl-arguments.ts';
import { httpie } from './httpie.ts';
import type { NoSample } from './reading.ts';
import { bodyOf, headerLine, placeholder, type Sample } from './sample-bodies.ts';

/** The words of a command as a shell takes them apart; a variable stays as it is written. */
const wordsOf = (command: string): string[] =>
  parseShell(command.replaceAll('\\\n', ' ').replace(/`(\$\{[^`]*)`/g, '$1'), (name) => `$${name}`).map((word) =>
    typeof word === 'string' ? word : 'pattern' in word ? word.pattern : '',
  );

/** A curl command as the request it sends. */
function curl(words: string[], at: string): Sample | null {
  const { positionals, many } = curlArguments(words.slice(1));
  const given =
    many('url').at(-1) ?? positionals.find((word) => (/^https?:/i.test(word) && isUrl(word)) || placeholder.test(word));
  if (given === undefined) return null;
  // The host of a sample may be left to the reader.
  const target = given.replace(placeholder, '/');
  const data = (['data', 'data-raw', 'data-binary', 'data-urlencode', 'json'] as const).flatMap(many);
  const parts = many('form');
  const headers = many('header').flatMap((line) => {
    const header = headerLine(line);
    return header ? [header] : [];
  });
  const [user] = many('user');
  if (user !== undefined) headers.push(['Authorization', basicOf(user)]);
  if (many('json').length > 0) headers.push(['Content-Type', 'application/json']);
  if (parts.length > 0) headers.push(['Content-Type', 'multipart/form-data']);
  const method = many('request').at(-1) ?? (data.length + parts.length > 0 ? 'POST' : 'GET');
  const body = bodyOf([...data, ...parts].join('&'));
  // Without another word curl says that what it sends is a form.
  const labelled = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (body.format === 'form' && !labelled) headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  return { side: 'request', at, method, target, headers, ...body };
}

/** The request that a command alone shows, or why it gives none; null where the text is no command. */
export function commandIn(text: string, at: string): Sample[] | NoSample | null {
  const [, name] = /^(?:\$\s*)?(curl|https?)\s/.exec(text) ?? [];
  if (name === undefined) return null;
  const words = wordsOf(text.replace(/^\$\s*/, ''));
  const sample = name === 'curl' ? curl(words, at) : httpie(words, at);
  if (sample !== null) return [sample];
  return { why: `the ${name} command names no address, or sends what we cannot read`, mayHold: true };
}
