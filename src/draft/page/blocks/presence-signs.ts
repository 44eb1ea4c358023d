/** Signs between the name of a field and its type that say whether it is there, as the legend of a page explains them. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from './blocks.ts';

type ListBlock = Extract<Block, { kind: 'list' }>;

/** A sign that is a drawing, and no letter. */
const sign = /\p{So}/gu;

/** An item whose first line has such a sign behind the name. */
const signed = /^([`*]{0,3}[A-Za-z_$][\w$.-]*[`*]{0,3})[^\S\n]+(\p{So})\uFE0F?[^\S\n]+([^\n]+)/u;

const must = pattern`^\W*(?:${word.is} |artinya )?(?:a )?(?:${oneOf(word.mandatory, 'required', `${word.must} (?:be )?${word.sent}`)})\b(?! (?:if|when|jika|bila))`;
const may = pattern`^\W*(?:${word.is} |artinya )?(?:an? )?(?:${oneOf(word.optional, `${word.may} (?:be )?(?:${word.sent}|${word.missing})`)})\b`;

/** What the sentences of blocks say of the signs in them; null where it is none we know. */
function legendIn(blocks: Block[]): Map<string, 'required' | 'optional' | null> {
  const found = new Map<string, 'required' | 'optional' | null>();
  const take = (text: string): void => {
    const places = [...text.matchAll(sign)];
    for (const [at, { 0: drawn, index }] of places.entries()) {
      const words = text.slice(index + drawn.length, places[at + 1]?.index ?? index + mostWords);
      const said = must.test(words) ? 'required' : may.test(words) ? 'optional' : null;
      if (said === null) continue;
      found.set(drawn, found.has(drawn) && found.get(drawn) !== said ? null : said);
    }
  };
  for (const block of blocks) {
    if (block.kind === 'lines') block.lines.forEach(take);
    if (block.kind === 'list') for (const { text } of block.items) if (!signed.test(text)) take(text);
    if (block.kind === 'table' && block.head.length === 2)
      for (const row of [block.head, ...block.rows]) take(row.join(' '));
  }
  return found;
}

/** Characters behind a sign in which its meaning stands. */
const mostWords = 80;

/**
 * Gives lists with words in place of such signs; one that no legend explains is no part of the type behind it.
 * @param blocks those of the page
 */
export function signsAsWords(blocks: Block[]): (block: ListBlock) => ListBlock {
  const hasSigns = ({ items }: ListBlock): boolean => items.some(({ text }) => signed.test(text));
  if (!blocks.some((block) => block.kind === 'list' && hasSigns(block))) return (block) => block;
  const legend = legendIn(blocks);
  return (block) =>
    hasSigns(block)
      ? {
          ...block,
          items: block.items.map((item) => ({
            ...item,
            text: item.text.replace(signed, (_, name: string, drawn: string, said: string) => {
              const presence = legend.get(drawn);
              return presence ? `${name}: ${presence} ${said}` : `${name} ${said}`;
            }),
          })),
        }
      : block;
}
