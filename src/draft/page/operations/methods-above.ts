/** The method that stands above an address: a heading that is one, or a sentence that the address ends. */

import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { takesBack } from '../words/doubts.ts';
import { isOtherTopic } from '../words/other-topics.ts';

/** The method that a heading is, alone in any letters, or before a name in its own. */
const methodOf = (title: string): string | undefined =>
  /^(GET|POST|PUT|PATCH|DELETE)\s+\S/.exec(title)?.[1] ??
  /^\W*(get|post|put|patch|delete)\W*$/i.exec(title)?.[1]?.toUpperCase();

/** A line that is an address and nothing else. */
const isAddress = (line: string): boolean => /^[`<]*(?:https?:\/\/|\{{1,2}[^{}]{1,30}\}{1,2}\/|\/)\S*$/.test(line);

/** Words at the end of a sentence behind which its address stands. */
const leadsOn = pattern`(?:\b${oneOf('at', 'to', 'on', 'ke', 'di', 'kepada', 'pada', 'url', 'uri', 'endpoint', word.address)}|:)[\s*_]*$`;
const denies = pattern`\b(?:${word.not}|${word.doNot}|cannot|${word.noLonger})\b`;

/** The one method that the last sentence of lines names, where what it says ends below it. */
export function methodAnnounced(lines: readonly string[]): string | undefined {
  const last =
    lines
      .join(' ')
      .trimEnd()
      .split(/(?<=[.!?])\s+/)
      .at(-1) ?? '';
  if (last.length > longest || !leadsOn.test(last)) return undefined;
  const [method, ...others] = new Set(last.match(/\b(?:GET|POST|PUT|PATCH|DELETE)\b/g));
  const isDoubtful = denies.test(last) || takesBack(last) || isOtherTopic(last);
  return others.length === 0 && !isDoubtful ? method : undefined;
}

/** Characters of the longest sentence that is looked at. */
const longest = 200;

/** Lines or code that begin with an address alone, with the method of what stands above them before it. */
export function withMethod<One extends Extract<Block, { kind: 'lines' | 'code' }>>(
  block: One,
  before: Block | undefined,
): One {
  const lines = block.kind === 'lines' ? block.lines : block.text.split('\n', mostLines);
  const at = lines.findIndex((line) => line.trim() !== '');
  const address = (lines[at] ?? '').trim();
  if (!isAddress(address)) return block;
  // Code that goes on behind an address is a message or a list.
  if (block.kind === 'code' && block.text.trim() !== address) return block;
  const method =
    before?.kind === 'heading'
      ? methodOf(before.title)
      : before?.kind === 'lines'
        ? methodAnnounced(before.lines)
        : undefined;
  if (method === undefined) return block;
  const line = `${method} ${address}`;
  return block.kind === 'lines' ? { ...block, lines: block.lines.with(at, line) } : { ...block, text: line };
}

/** Lines of code that are looked at. */
const mostLines = 5;
