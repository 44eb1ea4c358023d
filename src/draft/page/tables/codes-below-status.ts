/** Tables of the codes of refusals below a sentence that gives all of them one status, and names the member that holds these. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { plainSentencesOf } from '../sentences/mentions.ts';
import { isForSome } from '../words/doubts.ts';
import { columnsOf } from '../words/head-columns.ts';
import { statusesIn } from '../words/status-words.ts';
import type { TableBlock } from './columns.ts';
import { codesIn } from './status-members.ts';

/** A status that words say is not given. */
const denied = everywhere`\b(?:${word.not}|never|instead of|rather than|alih-alih)\b[^.;,]{0,20}?\b[1-5]\d\d\b`;

/** That what is below are the values that something has. */
const below = oneOf('following', 'below', 'these', 'berikut', 'di bawah(?: ini)?');
const announces = pattern`\b${below}\b|:[\s*_]*$`;

/** The one status of refusals that sentences give, without those that they deny; null for none or several. */
function statusOf(sentences: string[]): number | null {
  const statuses = new Set(sentences.flatMap((one) => statusesIn(one.replace(denied, ' '))));
  const [only, ...others] = statuses;
  return only !== undefined && others.length === 0 && only >= 400 ? only : null;
}

/** The table with its rows below the status that the words before it give to all of them; null for any other. */
function withStatus(block: TableBlock, before: Block | undefined): TableBlock | null {
  if (before?.kind !== 'lines' || block.about) return null;
  const { status, name } = columnsOf(block.head).columns;
  const sentences = plainSentencesOf(before);
  const given = status === undefined && sentences.length > 0 ? statusOf(sentences) : null;
  if (given === null) return null;
  const isCoded = (at: number): boolean => block.rows.every((row) => codesIn((row[at] ?? '').trim()) !== null);
  const at = block.head.findIndex((head, index) => {
    const member = head.replaceAll('`', '').trim();
    // A marked member, or one that the sentence calls so.
    const isNamed = sentences.some((one) => one.includes(`\`${member}\``) || RegExp(`\\b${member}\\b`).test(one));
    return /^[A-Za-z_][\w.]*$/.test(member) && isNamed && isCoded(index);
  });
  const isOpen = sentences.some(isForSome) || (name !== undefined && name !== at);
  if (at < 0 || isOpen || block.rows.length < 2 || !sentences.some((one) => announces.test(one))) return null;
  const head = block.head.map((one, index) => (index === at ? `\`${one.replaceAll('`', '').trim()}\`` : one));
  return { ...block, head: ['Status', ...head], rows: block.rows.map((row) => [String(given), ...row]) };
}

/** The blocks of a page, each such table with a column for its status. */
export const codesBelowStatus = (blocks: Block[]): Block[] =>
  blocks.map((block, index) => (block.kind === 'table' ? (withStatus(block, blocks[index - 1]) ?? block) : block));
