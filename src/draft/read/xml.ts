/** Answers of XML, of which a draft has no clauses. */
import type { Todo } from '../facts/facts.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { type Context, contextOf } from '../page/blocks/heading-words.ts';
import { shownBlock } from '../page/blocks/reading.ts';
import { denies } from '../page/words/denied.ts';
import { takesBack } from '../page/words/doubts.ts';

/** Whether a sample is a document of XML. */
export const isXml = (text: string): boolean =>
  /^\s*(?:<\?xml\b|<(?!!|html\b)[a-z][\w:.-]*(?:\s|>)[\s\S]*<\/)/i.test(text);

/** What an answer of XML holds: the clauses of a draft are about JSON. */
export const xmlTodo = (block: Block, { status }: { status: number | null }): Todo => ({
  name: `xml ${block.title} ${block.line}`,
  kind: { of: 'xml' },
  what: `what the answers ${status ?? 200} hold: they are XML, as ${shownBlock(block)} ${block.kind === 'code' ? 'shows' : 'says'}; a draft has clauses about JSON alone`,
});

/** Whether a sentence of some words says that an answer is XML, and nothing of JSON. */
export const saysXml = (words: string, side: Context['side']): boolean =>
  /\bxml\b/i.test(words) &&
  words
    .split(/(?<=[.;!?])\s+/)
    .some(
      (one) =>
        /\bxml\b/i.test(one) &&
        !/\bjson\b/i.test(one) &&
        !denies(one) &&
        !takesBack(one) &&
        (side === 'response' || contextOf(one).side === 'response'),
    );
