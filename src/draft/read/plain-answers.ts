/** Answers that are the token itself, and no object that holds it. */
import type { Todo } from '../facts/facts.ts';
import type { Block } from '../page/blocks/blocks.ts';
import type { Context } from '../page/blocks/heading-words.ts';
import { shownBlock } from '../page/blocks/reading.ts';

/** One long word of letters and digits, in quotation marks or not; a path or an address is none. */
const token = /^(["']?)(?!\/|https?:)(?=[\w.~+/-]*\d)(?=[\w.~+/-]*[A-Za-z])[\w.~+/-]{24,4000}={0,2}\1$/;

/** Whether a sample is a token and nothing else. */
export const isToken = (text: string): boolean => token.test(text.trim());

/** The question what an answer is of which the sample is a token alone. */
export const plainTodo = (block: Block, { status }: Pick<Context, 'status'>): Todo => ({
  name: `plain ${block.title} ${block.line}`,
  kind: { of: 'plain answer' },
  what: `whether the answers ${status ?? 200} are an object of JSON, or the token itself as text: ${shownBlock(block)} shows a token alone; the draft has no clause about their body`,
});
