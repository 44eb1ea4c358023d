/** Operations that the reader of a page has to provide: the server of the page calls them, and their facts are of no call to it. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import type { Section, Sections } from '../blocks/sections.ts';
import { plainSentencesOf } from '../sentences/mentions.ts';
import { titleOf } from './operation.ts';

const reader = oneOf('you', 'anda', 'kamu', `(?:${word.the} )?(?:${word.client}|customers?|pelanggan)`);
const readers = oneOf('your', "(?:the )?(?:partner|client|merchant|customer)['’]?s?['’]?");
const operation = oneOf(word.operation, 'url', 'web ?services?', 'servers?', 'api endpoint');

/** What is built and not sent. */
const builds = oneOf('implement', 'host', 'expose', 'develop', 'build', 'mengimplementasikan', 'membangun');
const provides = oneOf(builds, 'provide', 'offer', 'publish', 'prepare', 'menyediakan', 'menyiapkan', 'membuat');
const duty = oneOf(word.must, word.mandatory, 'should', 'are to', 'is to');
/** A name of what is called stands next to the deed: `must provide an API key` is about a key. */
const next = `(?:\\p{L}+ ){0,4}?${operation}\\b(?! (?:keys?|credentials?|tokens?|secrets?|id|code|version|kunci))`;
const dutyFirst = pattern`\b${reader} (?:\p{L}+ )?${duty} (?:\p{L}+ )?${provides} ${next}`;
const built = oneOf(
  ...['provided', 'implemented', 'hosted', 'exposed', 'developed', 'built', 'offered', 'served'],
  ...['disediakan', 'disiapkan', 'diimplementasikan', 'dibangun', 'dibuat'],
);
const passive = pattern`\b(?:${operation}|tokens?|section|bagian|ini|below|it)\b[^.;:]{0,40}?\b${built} (?:\p{L}+ )?${oneOf(word.by, 'pada sisi', 'di sisi')} ${reader}\b|^\W*(?:to be )?${built} ${word.by} ${reader}\b`;
const calls = pattern`\b(?:calls?|calling|memanggil|will call) (?:${readers} (?:\p{L}+ )?${operation}|${operation} (?:(?:\p{L}+ ){0,2})(?:anda|mitra|klien|merchant|partner)\b)`;

/** The base of an address that is a name for a server of the reader. */
const ofReader = oneOf('partner', 'client', 'merchant', 'customer', 'consumer', 'your', 'mitra', 'klien', 'pelanggan');
const aServer = oneOf('ur[il]', 'host(?:name)?', 'domain', 'server', 'endpoint', 'base', 'address', 'alamat');
const theirBase = pattern`(?:^|[\s\`*"|(])(?:https?:\/\/)?[{<[(]{1,2}[$ ]?${ofReader}(?:['’]?s)?[\w -]{0,20}${aServer}[\w -]{0,10}[}>\])]{1,2}\/`;

/** The direction of a call that ends at the reader. */
const directed = pattern`^\W*(?:direction|flow|arah|alur)\b`;
const toReader = pattern`(?:→|➜|⇒|->|=>|>|\bto\b|\bke\b)\s*\W?${oneOf(word.client, 'you', 'anda', 'customer')}\W*$`;

function saysSo(block: Block): boolean {
  if (block.kind === 'table') {
    const rows = [block.head, ...block.rows];
    return rows.some(([label = '', ...cells]) =>
      cells.some((cell) => theirBase.test(cell) || (directed.test(label) && toReader.test(cell))),
    );
  }
  if (block.kind === 'code') return theirBase.test(block.text.slice(0, 300));
  if (block.kind === 'heading') return false;
  return plainSentencesOf(block).some((sentence) => {
    const words = sentence.slice(0, 400).replace(/[*_]/g, '');
    const [label = '', value = ''] = words.split(/:\s(.*)/);
    if (directed.test(label) && toReader.test(value)) return true;
    return theirBase.test(words) || [dutyFirst, passive, calls].some((form) => form.test(words));
  });
}

/** Tells of a section whether its heading or its own words, or those of one around it, are about what the reader provides. */
export function providedOn(blocks: Block[], { root }: Sections): (section: Section) => boolean {
  const known = new Map<Section, boolean>();
  const own = ({ start }: Section): Block[] => {
    let end = start + 1;
    while (end < blocks.length && blocks[end]?.kind !== 'heading') end++;
    return blocks.slice(start + 1, end);
  };
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const isProvided = (section: Section): boolean => {
    const before = known.get(section);
    if (before !== undefined) return before;
    // What the title of a page stands above is about all of it.
    const isAll = section === root || section.start <= first;
    const title = titleOf(blocks, section);
    const found =
      !isAll &&
      (dutyFirst.test(title) ||
        passive.test(title) ||
        own(section).some(saysSo) ||
        (section.parent !== null && isProvided(section.parent)));
    known.set(section, found);
    return found;
  };
  return isProvided;
}
