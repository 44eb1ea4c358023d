/** Hosts that a page calls servers without a scheme: where it has other addresses of their domain with https, they are read with it. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Block, captionDepth } from '../blocks/blocks.ts';
import { domainOf } from '../values/address.ts';

const name = '[a-z\\d](?:[a-z\\d-]{0,60}[a-z\\d])?';
/** A host with at least one name below its domain, and a path behind it. */
const host = everywhere`(?<![\w@:/.{}-])(${name}(?:\.${name}){1,6}\.[a-z]{2,20})(?![\w@.-]*[\w@-])((?::\d{2,5})?(?:/[\w./{}-]*\w)?)`;
const address = everywhere`\b(https?)://([a-z\d.-]+)`;

const called = oneOf(
  ...['servers?', 'hosts?', 'hostnames?', 'domains?', '(?:base|root) (?:path|uri)', 'peladen'],
  ...[word.address, 'endpoints?'],
);
const namesServer = pattern`\b${called}\b`;
/** The name of a header, which holds a host as it is. */
const isHeader = pattern`^[\W_]*host[\W_]*:`;

/** A cell that is nothing but a host. */
const alone = (cell: string): boolean => cell.replace(host, '').replace(/[\s`*/]/g, '') === '';

/** The words of a block in which an address may stand. */
function textOf(block: Block): string {
  if (block.kind === 'heading') return block.title;
  if (block.kind === 'code') return block.text;
  if (block.kind === 'lines') return block.lines.join('\n');
  return block.kind === 'list' ? block.items.map(({ text }) => text).join('\n') : block.rows.flat().join('\n');
}

/** The hosts that a page has with https, and with none else. */
function securedIn(blocks: Block[]): Set<string> {
  const found = [...blocks.map(textOf).join('\n').matchAll(address)].map(([, scheme = '', one = '']) => ({
    ...{ isSecure: /s$/i.test(scheme), domain: domainOf(one.toLowerCase().replace(/\.$/, '')) },
  }));
  const plain = new Set(found.filter(({ isSecure }) => !isSecure).map(({ domain }) => domain));
  return new Set(found.map(({ domain }) => domain).filter((domain) => !plain.has(domain)));
}

/** Whether a host is in one of some domains, at whatever depth. */
function isIn(domains: ReadonlySet<string>, one: string): boolean {
  const names = one.toLowerCase().split('.');
  return names.some((_, at) => domains.has(names.slice(at).join('.')));
}

/** The blocks with a caption that is the label of such a host as the line that it is, below the heading further up. */
function withLabels(blocks: Block[], inText: (text: string) => string): Block[] {
  let caption: string | null = null;
  let title = '';
  return blocks.map((block): Block => {
    const isLabel = block.kind === 'heading' && block.depth >= captionDepth && inText(block.title) !== block.title;
    if (isLabel) caption = block.title;
    else if (block.kind === 'heading') [caption, title] = [null, block.title];
    if (isLabel) return { kind: 'lines', title, line: block.line, lines: [block.title] };
    return block.title === caption ? { ...block, title } : block;
  });
}

/** The blocks of a page, with the scheme before each such host. */
export function withSchemes(blocks: Block[]): Block[] {
  const domains = securedIn(blocks);
  if (domains.size === 0) return blocks;
  const sited = (words: string): string =>
    words.replace(host, (whole: string, one: string) => (isIn(domains, one) ? `https://${whole}` : whole));
  const inText = (text: string): string =>
    text
      .split(/(?<=[.;!?]\s)|(?<=\n)/)
      .map((sentence) => (namesServer.test(sentence) && !isHeader.test(sentence) ? sited(sentence) : sentence))
      .join('');
  return withLabels(blocks, inText).map((block): Block => {
    if (block.kind === 'lines') return { ...block, lines: block.lines.map(inText) };
    if (block.kind === 'list')
      return { ...block, items: block.items.map((item) => ({ ...item, text: inText(item.text) })) };
    if (block.kind !== 'table') return block;
    const columns = block.head.map((head) => namesServer.test(head));
    const isOfServers = columns.includes(true);
    const rows = block.rows.map((row) => row.map((cell, at) => (columns[at] && alone(cell) ? sited(cell) : cell)));
    return isOfServers ? { ...block, rows } : block;
  });
}
