/** What stands below a table of refusals, under the same heading: it shows what those answers hold. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Block, captionDepth } from '../blocks/blocks.ts';
import type { Context } from '../blocks/heading-words.ts';
import { tokens } from '../blocks/sides.ts';
import { isQualified } from '../words/doubts.ts';
import { columnsOf } from '../words/head-columns.ts';
import { lettersOf } from '../words/spellings.ts';
import { statusesIn } from '../words/status-words.ts';
import { cell } from './columns.ts';

/** The statuses of a table of them, where each of its rows refuses; empty for any other block. */
function refusalsOf(block: Block | undefined): number[] {
  if (block?.kind !== 'table') return [];
  const { status } = columnsOf(block.head).columns;
  if (status === undefined) return [];
  const rows = block.rows.map((row) => statusesIn(cell(row, status)));
  const isOfRefusals = rows.every((row) => row.length > 0 && row.every((one) => one >= 400));
  return isOfRefusals ? [...new Set(rows.flat())] : [];
}

/** Whether a block holds a token by the names in it, as an answer that grants does. */
function holdsToken(block: Block): boolean {
  const isToken = (name: string): boolean => tokens.includes(lettersOf(name.split('.').at(-1) ?? ''));
  if (block.kind === 'table') return block.rows.some((row) => row.some((text) => isToken(text)));
  if (block.kind === 'list') return block.items.some(({ text }) => isToken(/^[\W_]*([\w.]+)/.exec(text)?.[1] ?? ''));
  return block.kind === 'code' && [...block.text.matchAll(/"(\w+)"\s*:/g)].some(([, name = '']) => isToken(name));
}

/** Words that point back at the answers above, as `The body of these:` does. */
const pointsBack = pattern`\b${word.these}\b[^.]*$`;

/** Words for every one of them. */
const refusal = oneOf(word.fault, 'problems?', 'failures?', 'rejections?', 'refusals?', 'kegagalan', 'penolakan');
const ofEach = pattern`\b${word.all}\b[^.]*\b${refusal}\b[^.]*$`;

/** Blocks that may stand between the table and what is below it. */
const mostBetween = 6;

/**
 * The context of fields or a sample below a table of refusals: under a heading about answers they are of a refusal, and behind
 * a sentence that points back at the refusals, or speaks of each, they are of all of them.
 */
export function belowRefusals(blocks: Block[], index: number, context: Context): Context {
  const block = blocks[index];
  const { side, status, error } = context;
  if (!block || side === 'request' || status !== null) return context;
  const before = blocks[index - 1];
  // A short sentence may have been read as a caption.
  const isCaption = before?.kind === 'heading' && before.depth >= captionDepth;
  const lines = before?.kind === 'lines' ? before.lines : isCaption ? [before.title] : [];
  const last = lines.findLast((line) => line.trim() !== '') ?? '';
  const isOfAll = pointsBack.test(last) || ofEach.test(last);
  if (side === null && !error && !isOfAll) return context;
  for (let at = index - (isCaption ? 2 : 1); at >= 0 && index - at < mostBetween; at--) {
    // Most blocks have their own heading right above them.
    if (blocks[at]?.kind === 'heading') break;
    const [first = null, ...more] = refusalsOf(blocks[at]);
    if (first === null) continue;
    if (holdsToken(block)) return context;
    const refused: Context = { ...context, side: 'response', error: true };
    return isOfAll ? { ...refused, status: first, more } : refused;
  }
  // Where the statuses are listed elsewhere, it is of whichever there are.
  return error && ofEach.test(last) && !holdsToken(block) && !isQualified(last) ? { ...context, every: true } : context;
}
