/** What stands beside a block and says for which requests it is so: headings, sentences and notes. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isPartial } from '../words/doubts.ts';
import { isEnvironment } from '../words/environments.ts';
import { reworded } from '../words/rewordings.ts';
import type { Block } from './blocks.ts';
import { type Context, goesOn, isPart } from './heading-words.ts';

const addressed = /\b(?:GET|POST|PUT)\b[\s`*:<]{0,8}(?:\/|https?:)|https?:\/\//;

/** Whether a block gives the address of an operation or of a server. */
export function holdsAddress(block: Block | undefined): boolean {
  if (block === undefined) return false;
  if (block.kind === 'lines') return block.lines.some((line) => addressed.test(line));
  if (block.kind === 'code') return /^\s*(?:GET|POST|PUT) (?:\/|https?:)\S*\s*$/.test(block.text.slice(0, 500));
  return block.kind === 'table' && block.rows.slice(0, 8).some((row) => row.some((cell) => addressed.test(cell)));
}

/** Whether a heading is that of an operation that grants. */
export function namesToken(title: string): boolean {
  return aboutToken.test(title);
}

/** Whether a heading says that what is below it is so for some requests alone: an environment, a version, or for whom. */
export function partialHeading(written: string): boolean {
  if (isEnvironment(written)) return true;
  const title = reworded(written);
  return isPart(title)
    ? isPartial(title.replace(/\bfor\b.*\btoken\b/i, ' '))
    : isPartial(title.replace(aboutToken, ' '));
}

/** What the heading of an operation says of itself: its version, and what it grants. */
const aboutToken =
  /^.*\b(?:tokens?|auth\w*|log[- ]?in|sign[- ]?in|sessions?|sesi|otentikasi|autentikasi|otorisasi|oauth\S*)\b.*$/i;

/** That it has to be there; what is `needed` may be so for some. */
const duty = oneOf('required', 'mandatory', 'obligatory', 'compulsory', 'wajib', 'diwajibkan', 'mandatori', 'harus');
const meansMandatory = pattern`^[^.]{0,30}\b${duty}\b[^.]{0,20}\.?$`;

/** The note behind a block that a star leads to; null where there is none, or where it says that a star means mandatory. */
export function starredNote(block: Block | undefined): string | null {
  const [first = ''] =
    block?.kind === 'lines'
      ? block.lines.filter((line) => line.trim() !== '')
      : block?.kind === 'list' && block.items.length === 1
        ? [`* ${block.items[0]?.text ?? ''}`]
        : [];
  const [, note = ''] = /^\s*\\?\*{1,3}\)?\s*(\S.*)$/.exec(first) ?? [];
  return note === '' ||
    note.endsWith('**') ||
    (/^\s*\*\*[^*\s]/.test(first) && note.includes('**')) ||
    meansMandatory.test(note)
    ? null
    : note;
}

const pointsElsewhere = pattern`^\W*(?:please )?${word.see}\b`;
const pointsBelow = pattern`:[\s*_]*$|\b${word.below}\b`;

/** The sentence before a block that announces it for some requests alone. */
export function announcesPart(block: Block | undefined, isStrange: (sentence: string) => boolean): string | null {
  const sentence = block?.kind === 'lines' ? (block.lines.findLast((line) => line.trim() !== '') ?? '') : '';
  if (sentence === '') return null;
  const last = sentence.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  const announces = !pointsElsewhere.test(last) && pointsBelow.test(last) && last.length < 300;
  return announces && (isPartial(last) || isStrange(last)) ? last : null;
}

/** Blocks beside a table that are looked at. */
const mostBeside = 12;

/** Whether a table or a list of fields stands between the address of what is posted and the answer to it. */
export function asksBefore(blocks: Block[], contexts: Context[], index: number): boolean {
  const kind = blocks[index]?.kind;
  if (kind !== 'table' && kind !== 'list') return false;
  let at = index - 1;
  while (at >= 0 && index - at < mostBeside && !isPosted(blocks[at])) {
    const before = blocks[at];
    if (before?.kind === 'heading' || contexts[at]?.side === 'response') return false;
    at--;
  }
  if (!isPosted(blocks[at])) return false;
  // A sample of the request may stand between the two.
  const after = blocks
    .slice(index + 1, index + mostBeside)
    .findIndex(
      (block, next) =>
        block.kind === 'table' || (block.kind === 'heading' && !goesBy(block.title, contexts[index + 1 + next])),
    );
  return after >= 0 && contexts[index + 1 + after]?.side === 'response';
}

/** Whether a heading may stand between a request and its answer: of a sample of the request, or of something beside both. */
const goesBy = (title: string, context: Context | undefined): boolean =>
  context?.side === 'request' ? goesOn(title) : context?.side === null && context.place === null && !isPart(title);

/** Whether a block is the address of what is posted. */
function isPosted(block: Block | undefined): boolean {
  const lines =
    block?.kind === 'lines'
      ? block.lines
      : block?.kind === 'heading'
        ? [block.title]
        : block?.kind === 'code'
          ? // A whole message may be a sample, and what stands below it about the answer.
            block.text
              .trim()
              .split('\n', 2)
              .filter((_, _at, all) => all.length === 1)
          : [];
  const isCalled = lines.some((line) => /\b(?:method|verb|metode)\b\W{1,8}(?:POST|PUT)\b/i.test(line));
  return (
    lines.some((line) =>
      /\b(?:POST|PUT)\b(?: (?:to|ke)\b)?[\s`*:<]{0,8}(?:\{{1,2}[\w -]{1,30}\}{1,2})?(?:\/|https?:)/.test(line),
    ) ||
    (isCalled && lines.some((line) => /https?:\/|:\W{0,4}\/\w/.test(line)))
  );
}
