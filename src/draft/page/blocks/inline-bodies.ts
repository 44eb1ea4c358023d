/** Bodies in a line of text, between the marks of code, each with what the words before it say of it. */
import { type Context, contextOf } from './heading-words.ts';

/** A body in a line, the words before it, and what it is about. */
export interface InlineBody {
  text: string;
  info: string;
  context: Context;
}

const code = /`([^`]*)`/g;

const isBody = (text: string): boolean => text.startsWith('{') && text.endsWith('}') && /"\s*:/.test(text);

/**
 * The bodies in a line, in their order.
 * @param above what the line is about
 */
export function bodiesIn(words: string, above: Context): InlineBody[] {
  const bodies = [...words.matchAll(code)].flatMap(({ 1: text = '', index }): InlineBody[] => {
    if (!isBody(text)) return [];
    // The first words of a line may say of all its bodies that they refuse.
    const lead = contextOf(words.slice(0, words.indexOf('`')));
    const info = words.slice(Math.max(0, words.slice(0, index).lastIndexOf('}`') + 2), index);
    const status = contextOf(info.replaceAll('`', ' ')).status ?? lead.status;
    const isRefusal = lead.error || (status !== null && status >= 400);
    return [{ text, info, context: isRefusal ? { ...above, side: 'response', status, error: true } : above }];
  });
  const [first, ...others] = bodies.map(({ context }) => (context.error ? context.status : above.status));
  // Where the first body has no status before it, each may have its own behind it.
  return first === null && others.some((status) => status !== null) ? [] : bodies;
}
