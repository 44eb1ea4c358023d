/** Addresses beside the names of environments, of which the words of a page do not say that the API is there. */
import { isUrl } from '../../../formats/url.ts';
import type { Block } from '../blocks/blocks.ts';
import type { Reading } from '../blocks/reading.ts';
import { headsAddresses, isEnvironment } from '../words/environments.ts';
import { bare, isLabel } from '../words/label-words.ts';
import type { TableBlock } from './columns.ts';

/** Whether a label is that of an address that people open, and no request is sent to. */
export const isForPeople = (label: string): boolean =>
  /\b(?:portals?|dashboards?|dasbor|consoles?|konsol|docs?|documentation|dokumentasi|website|situs|status page|support|panel|back ?office|no api|not an api|bukan api)\b/i.test(
    label,
  );

/** Addresses that a question shows. */
const mostShown = 12;

const plain = (text: string): string => text.replace(/[*`<>]/g, '').trim();

/** Whether a table with an address beside each environment calls these something else than addresses of an API; asks what they are unless they are for people. */
export function askedAsOthers(
  { head: [own = '', head = ''], rows, title, line }: TableBlock,
  reading: Reading,
): boolean {
  const areSited =
    rows.length > 0 && rows.every(([label = '', url = '']) => isEnvironment(bare(label)) && isUrl(plain(url)));
  if (!areSited || isLabel(own) || headsAddresses(head)) return false;
  reading.used += rows.length;
  const shown = rows.map(([label = '', url = '']) => `${plain(url)} (${plain(label)})`);
  if (isForPeople(head)) reading.why = `its addresses are those of "${plain(head)}", which people open`;
  else
    reading.todos.push({
      name: `addresses ${title} ${line}`,
      what: `whether the endpoint is served at ${shown.slice(0, mostShown).join(', ')}: the table "${title}" (line ${line}) calls them "${plain(head)}"`,
    });
  return true;
}

/** An item that is an address behind words, as `**Play money** – https://a.test`. */
const addressed =
  /^[*_`]{0,3}([^\n:–—]{1,40}?)[*_`]{0,3}(?:\s*:|\s+[-–—])[*_`]{0,3}\s+[`<*]{0,3}(https?:\/\/[^\s`>*]+)[`>*]{0,3}\.?\s*$/u;

/** Whether an item is nothing but an address behind words. */
export const isAddressed = (text: string): boolean => addressed.test(text.trim());

/** Asks about the addresses of a list beside those of servers, whose label is none that we know: one may be the live one. */
export function askAddresses(
  { items, title, line }: Extract<Block, { kind: 'list' }>,
  { statement, todos }: Reading,
): void {
  if (statement.servers.length === 0) return;
  const left = items.flatMap(({ text }) => {
    const [, label = '', url = ''] = addressed.exec(text.trim()) ?? [];
    return url === '' || isLabel(label) || isForPeople(label) ? [] : [`${url} ("${plain(label)}")`];
  });
  if (left.length > 0)
    todos.push({
      name: `addresses ${title} ${line}`,
      what: `whether the endpoint is served at ${left.slice(0, mostShown).join(', ')} as well, and whether that is live: the list "${title}" (line ${line}) has it beside servers; a live one has x-production: true in the spec`,
    });
}

/** A label that calls itself an environment by a name that we do not know. */
const named = /^(?:(?:the )?\p{L}{3,20} environment|lingkungan \p{L}{3,20})$/iu;

/** The question about addresses on lines of their own behind such labels: nothing says whether money moves there. */
export function askEnvironments({ lines, title, line }: Extract<Block, { kind: 'lines' }>, { todos }: Reading): void {
  const found = lines.flatMap((text) => {
    const [, label = '', url = ''] = addressed.exec(text.trim()) ?? [];
    return url !== '' && named.test(plain(label)) && !isLabel(label) ? [`${url} ("${plain(label)}")`] : [];
  });
  if (found.length > 0)
    todos.push({
      name: `environments ${title} ${line}`,
      what: `whether the endpoint is served at ${found.slice(0, mostShown).join(', ')} as well, and whether that is live; a live one has x-production: true in the spec`,
    });
}
