/** Hosts for which a page writes a name, as `BASE_URL is api.a.test for live and sandbox.a.test for tests`. */
import type { ServerFact } from '../../facts/facts.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { isProduction } from '../words/environments.ts';

/** A name that stands for something: in capitals with a stroke, or in braces or brackets. */
const name = '[`*"]{0,3}(?:([A-Z]+(?:_[A-Z\\d]+)+)|[{<\\[$]{1,3}([A-Za-z][\\w -]{1,40})[}>\\]]{1,2})[`*"]{0,3}';
const is = oneOf(`${word.may} be`, 'berupa', word.is, word.means, '=', ':');
const host =
  '[`*"<]{0,3}((?:https?://)?(?:[a-z\\d-]{1,60}\\.){1,6}[a-z]{2,20}(?::\\d{1,5})?(?:/[\\w./-]*\\w)?)/?[`*">]{0,3}';
const environment = oneOf(word.testing, word.live);
const ofIt = oneOf('environments?', 'systems?', 'mode', 'calls', 'requests', 'use', 'purposes');
const forOne = `(?:${oneOf(word.for, word.in)} (?:the |lingkungan )?(${environment})(?: ${ofIt})?|\\((${environment})(?: ${ofIt})?\\))`;

/** A sentence that is nothing but what a name stands for. */
const named = pattern`^\W{0,3}(?:(?:where|with|di ?mana|the|nilai) )?${name} ?${is} (\S.*)$`;
const each = everywhere`${host} ${forOne}`;
const only = pattern`^${host}\W*$`;
const joining = pattern`^(?:\s|[,;.]|${word.and}|${word.or})*$`;

/** Characters of the text of a block that is looked at, and of a sentence. */
const mostText = 5000;
const longest = 500;

/** Names that are looked for. */
const mostNames = 20;

interface NamedHost {
  name: string;
  hosts: { url: string; label: string }[];
  at: string;
}

const urlOf = (written: string): string => (/^https?:/i.test(written) ? written : `https://${written}`);

/** What a sentence gives a name to; null where a word of it is not understood. */
function namedIn(sentence: string, at: string): NamedHost | null {
  const [, capitals, marked, rest = ''] = named.exec(sentence) ?? [];
  const called = capitals ?? marked;
  if (called === undefined) return null;
  const [, alone] = only.exec(rest) ?? [];
  if (alone !== undefined) return { name: called, hosts: [{ url: urlOf(alone), label: '' }], at };
  const hosts = [...rest.matchAll(each)].map(([, url = '', before, behind]) => ({
    ...{ url: urlOf(url), label: before ?? behind ?? '' },
  }));
  return hosts.length > 0 && joining.test(rest.replace(each, ' ')) ? { name: called, hosts, at } : null;
}

/** The words of a block, whatever it is. */
function textOf(block: Block): string {
  if (block.kind === 'heading') return block.title;
  if (block.kind === 'code') return block.text;
  if (block.kind === 'lines') return block.lines.join('\n');
  return block.kind === 'list' ? block.items.map(({ text }) => text).join('\n') : block.rows.flat().join('\n');
}

/** Whether a text has an address with that name before a path. */
function isBefore(text: string, called: string, path: string): boolean {
  for (let at = text.indexOf(called); at >= 0; at = text.indexOf(called, at + called.length)) {
    const behind = text.slice(at + called.length, at + called.length + path.length + 4).replace(/^[}>\]`*]{0,3}/, '');
    if (behind.startsWith(path)) return true;
  }
  return false;
}

/** The servers of an operation whose address begins with a name, where a sentence says which hosts it stands for. */
export function namedHosts(blocks: Block[], path: string | null): ServerFact[] {
  if (path === null || path === '/') return [];
  const found = blocks.flatMap((block) => {
    if (block.kind !== 'lines' && block.kind !== 'list') return [];
    const sentences = textOf(block)
      .slice(0, mostText)
      .replace(/\n(?!\n)/g, ' ')
      .split(/(?<=[.;!?])\s+|\n+/);
    return sentences.flatMap((one) => (one.length > longest ? [] : (namedIn(one, block.title) ?? [])));
  });
  if (found.length === 0) return [];
  const texts = blocks.map((block) => textOf(block).slice(0, mostText));
  const used = found.slice(0, mostNames).filter((one) => texts.some((text) => isBefore(text, one.name, path)));
  return used.flatMap(({ name: called, hosts, at }) =>
    hosts.map(({ url, label }) => ({
      ...{ url, label, production: isProduction(label), at: `${at}, ${called}`, origin: 'text' as const },
    })),
  );
}
