/** Lists of API Blueprint: items below items by their indent, and the text that each of them holds. */

/** A line of a page, by its number. */
export interface Line {
  text: string;
  line: number;
}

/** An item with what is below it. */
export interface Item extends Line {
  below: Item[];
  /** Its lines that are no items, as they are written. */
  held: Line[];
}

interface Open {
  item: Item;
  indent: number;
}

/** Items that hold text as it is, whatever it looks like. */
const holdsText = /^(?:Body|Schema|Headers)\b/;

/** Columns that an item is before what it holds; what is further in is code. */
const furthest = 5;

const marked = /^( *)[-+*] +(\S.*)$/;

/** The spaces before the text of a line. */
const indentOf = (text: string): number => text.length - text.trimStart().length;

/** The items of the lines of a list, each with those below it. */
export function itemsOf(lines: Line[]): Item[] {
  const top: Item[] = [];
  const open: Open[] = [];
  let isFenced = false;
  for (const { text, line } of lines) {
    const isFence = /^ *(?:```|~~~)/.test(text);
    const [, before = '', words = ''] = (isFenced || isFence ? null : marked.exec(text)) ?? [];
    const last = open.at(-1);
    const isBelow = last !== undefined && before.length > last.indent;
    const isHeld = isBelow && (holdsText.test(last.item.text) || before.length > last.indent + furthest);
    if (isFence) isFenced = !isFenced;
    if (words === '' || isHeld) {
      // Text that is no further in than an item goes on with what is around it.
      while (text.trim() !== '' && open.length > 1 && indentOf(text) <= (open.at(-1)?.indent ?? 0)) open.pop();
      open.at(-1)?.item.held.push({ text, line });
      continue;
    }
    while ((open.at(-1)?.indent ?? -1) >= before.length) open.pop();
    const item: Item = { text: words.trim(), line, below: [], held: [] };
    (open.at(-1)?.item.below ?? top).push(item);
    open.push({ item, indent: before.length });
  }
  return top;
}

/** The text that an item holds, without the indent that its lines share and the fences around it. */
export function textIn({ held }: Item): Line[] {
  const isEmpty = ({ text }: Line): boolean => text.trim() === '';
  const first = held.findIndex((one) => !isEmpty(one));
  const last = held.findLastIndex((one) => !isEmpty(one));
  const own = first < 0 ? [] : held.slice(first, last + 1);
  const indent = Math.min(...own.filter((one) => !isEmpty(one)).map(({ text }) => indentOf(text)));
  return own
    .map(({ text, line }) => ({ text: text.slice(indent), line }))
    .filter(({ text }) => !/^(?:```|~~~)/.test(text));
}
