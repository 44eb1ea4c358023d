/** Reads a page from a file or from the network: the only effect of derive. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Response } from 'undici';
import { mostBytes } from '../../../contract/bounds.ts';
import { InputError } from '../../../contract/problems.ts';
import { isUrl } from '../../../formats/url.ts';
import type { Page } from '../../facts/input.ts';

/** A page that is elsewhere did not come; what was given may be right all the same. */
export class PageNotReached extends InputError {}

/** Milliseconds a page may take to come. */
const patience = 20_000;

/** The first words of a description, whatever its file is called. */
const described = /^\s*(?:---\s*\n)?(?:#[^\n]*\n\s*)*["']?(openapi|swagger)["']?\s*:|^\s*\{/;

function formatOf(name: string, text: string): Page['format'] {
  const lower = name.toLowerCase();
  if (lower.endsWith('.md') || lower.endsWith('.markdown')) return 'markdown';
  if (lower.endsWith('.html') || lower.endsWith('.htm')) return 'html';
  const start = text.trimStart().slice(0, 1000);
  if (start.startsWith('<')) return 'html';
  const isData = ['.yaml', '.yml', '.json'].some((ending) => lower.endsWith(ending));
  return isData || described.test(start) ? 'openapi' : 'markdown';
}

const tooLarge = `it is larger than ${mostBytes} bytes`;

/** The text of an answer; null as soon as it is too large, for one may never end. */
async function textOf(answer: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function fromNetwork(url: string, waiting: number): Promise<Page> {
  const fail = (reason: string, todo = 'save it to a file and give the file'): PageNotReached =>
    new PageNotReached(`The page ${url} cannot be read:`, [`${reason}; ${todo}`]);
  // Most pages are files, and the client takes a tenth of the time that it takes to read one.
  const [{ fetch }, { wayTo }] = await Promise.all([import('undici'), import('./way.ts')]);
  const signal = AbortSignal.timeout(waiting);
  const way = wayTo(signal, waiting);
  try {
    const answer = await fetch(url, { dispatcher: way.agent, signal });
    // What is not there cannot be saved either.
    const isGone = [404, 410].includes(answer.status);
    if (!answer.ok)
      throw fail(`it answered ${answer.status}, and 200 was expected`, isGone ? 'check the address' : undefined);
    const text = await textOf(answer);
    if (text === null) throw fail(tooLarge);
    const html = answer.headers.get('content-type')?.includes('html') === true;
    return { text, format: html ? 'html' : formatOf(new URL(url).pathname, text), base: url };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw fail(`it cannot be reached: ${way.fault(error)}`);
  } finally {
    // A connection that is kept would keep the command from its end.
    await way.agent.destroy();
  }
}

/**
 * Reads a page: Markdown, HTML or OpenAPI, by its ending, its media type or its first line.
 * @throws InputError where it is not there, cannot be reached, or is too large.
 */
export async function readPage(from: string, waiting = patience): Promise<Page> {
  if (isUrl(from) && ['http:', 'https:'].includes(new URL(from).protocol)) return fromNetwork(from, waiting);
  if (existsSync(from) && statSync(from).isDirectory())
    throw new InputError(`The page ${from} cannot be read:`, [
      'it is a directory; give a file in it or an http(s) URL',
    ]);
  if (!existsSync(from) || !statSync(from).isFile())
    throw new InputError(`The page ${from} cannot be read:`, ['there is no such file; give a file or an http(s) URL']);
  if (statSync(from).size > mostBytes) throw new InputError(`The page ${from} cannot be read:`, [tooLarge]);
  const text = readFileSync(from, 'utf8');
  return { text, format: formatOf(from, text), base: from };
}

/** Reads pages one after the other. @throws InputError for the first that cannot be read. */
export async function readPages(from: string[]): Promise<Page[]> {
  const pages: Page[] = [];
  for (const one of from) pages.push(await readPage(one));
  return pages;
}
