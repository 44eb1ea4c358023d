/** Lists of names that the words above them send in headers, as the table that they are. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { plainSentencesOf } from '../sentences/mentions.ts';
import { isNotOfToken } from '../sentences/not-of-token.ts';
import { isOfOthers } from '../sentences/others.ts';
import type { TableBlock } from '../tables/columns.ts';

/** Words that send what follows in headers: the place stands at their end. */
const headers = oneOf('headers?', 'header fields?', 'tajuk');
const announces = pattern`\b${oneOf(word.in, 'as', 'via', 'sebagai', 'these', 'following', 'berikut', 'with', 'set')} (?:\p{L}+ ){0,3}${headers}\b[^.;]{0,40}:\W*$|\b${headers} (?:${oneOf(word.request, 'http')} )?${oneOf('berikut(?: ini)?', 'below', 'ini')}\W*:\W*$`;

/** What an item may be: a name in marks, or one as headers have it, and words about it. */
const item = /^\s*(?:[`*_]{1,3}([A-Za-z][\w-]*)[`*_]{1,3}|([A-Za-z]\w*(?:-\w+)+))(?:\s*(?:[:(–—-]|$))/;

/** Whether a block ends with words that announce headers of the request for a token. */
function announcesHeaders(before: Block | undefined): boolean {
  if (before?.kind !== 'lines' && before?.kind !== 'heading') return false;
  const last = before.kind === 'heading' ? `${before.title}:` : (plainSentencesOf(before).at(-1) ?? '');
  return announces.test(last) && !isOfOthers(last) && !isNotOfToken(last);
}

/** The table of headers that a list is; null for any other list. */
export function announcedHeaders(
  { title, line, items }: Extract<Block, { kind: 'list' }>,
  before: Block | undefined,
): TableBlock | null {
  const rows = items.flatMap(({ text }) => {
    const [found = '', marked, bare] = item.exec(text) ?? [];
    const name = marked ?? bare;
    const about = text
      .slice(found.length)
      .replace(/\)\s*$/, '')
      .trim();
    return name === undefined ? [] : [[name, about]];
  });
  if (rows.length === 0 || rows.length < items.length || !announcesHeaders(before)) return null;
  return { kind: 'table', title, line, head: ['Header', 'Description'], rows };
}
