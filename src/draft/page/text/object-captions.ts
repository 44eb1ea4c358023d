/** Members of an object whose part begins with its name and the word for what it is, as a copied page has them: `META OBJECT`. */
import type { Item } from '../blocks/blocks.ts';

/** What stands behind the last field of such a part, where the page could be folded. */
const ends =
  /^(?:show less|hide(?: \S+)? (?:attributes|properties|fields|members|parameters)|collapse|sembunyikan|tutup)$/i;

/** The line that begins the part of the object or list that a field is; -1 where it has none. */
function captionAt(lines: readonly string[]): number {
  const name = (lines[0] ?? '').replace(/[`*\s]/g, '').toLowerCase();
  const forms = [`${name} object`, `${name} array`, `${name} objek`, `objek ${name}`, `object ${name}`];
  return lines.findIndex((line, at) => at > 1 && forms.includes(line.trim().replace(/:$/, '').toLowerCase()));
}

/** The fields of a list with those of such a part within its object. Where nothing ends the part, those behind the first of it are left to a person. */
export function withinObjects(items: Item[]): Item[] {
  const found: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at] ?? { text: '', depth: 0 };
    const lines = item.text.split('\n');
    const caption = captionAt(lines);
    if (caption < 0) {
      found.push(item);
      continue;
    }
    found.push({ ...item, text: lines.slice(0, caption).join('\n') });
    const end = items.findIndex(
      (other, index) => index > at && other.text.split('\n').some((line) => ends.test(line.trim())),
    );
    // Where nothing ends the part, the next field is of it, and those behind that one may be.
    const last = end < 0 ? Math.min(at + 1, items.length - 1) : end;
    const open = end < 0 ? items.slice(last + 1) : [];
    const inner = items.slice(at + 1, last + 1).map(({ text, depth }) => ({
      text: text
        .split('\n')
        .filter((line) => !ends.test(line.trim()))
        .join('\n'),
      depth: depth + 1,
    }));
    // A part may hold another one.
    found.push(...withinObjects(inner));
    if (open.length > 0) {
      const words = open.map(({ text }) => text.replaceAll('\n', ' ')).join('; ');
      return [...found, { text: `(${(lines[caption] ?? '').trim()}) ${words}`, depth: item.depth }];
    }
    at = last;
  }
  return found;
}
