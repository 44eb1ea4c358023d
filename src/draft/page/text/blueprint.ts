/** API Blueprint as Markdown: its addresses, payloads and members in the forms that pages have them. */
import { type Item, itemsOf, type Line } from './blueprint-items.ts';
import { memberIn, type Structures } from './blueprint-members.ts';
import { type Action, methods, writtenAction } from './blueprint-payloads.ts';

/** A heading with its lines. */
interface Section extends Line {
  depth: number;
  lines: Line[];
}

/** Whether a text says that it is API Blueprint. */
export const isBlueprint = (text: string): boolean => /^\uFEFF?\s*FORMAT:[ \t]*1A/.test(text);

const expanded = (text: string): string => text.replaceAll('\t', '    ');

/** The sections of a page; the first is what stands above all headings. */
function sectionsIn(text: string): Section[] {
  const sections: Section[] = [{ text: '', line: 0, depth: 0, lines: [] }];
  let isFenced = false;
  for (const [index, written] of text.split('\n').entries()) {
    const own = { text: expanded(written), line: index + 1 };
    if (/^ *(?:```|~~~)/.test(written)) isFenced = !isFenced;
    const [, marks = '', words = ''] = (isFenced ? null : /^(#{1,6}) *([^\s#].*)$/.exec(written)) ?? [];
    if (marks === '') sections.at(-1)?.lines.push(own);
    else sections.push({ ...own, text: words.replace(/\s*#*\s*$/, ''), depth: marks.length, lines: [] });
  }
  return sections;
}

const isList = (text: string): boolean =>
  /^[-+*] +(?:Request|Response|Attributes?|Parameters?|Headers|Body|Schema|Model|Relation)\b/.test(text);

/** The words of a section above its lists, and the lines of these. */
function partsOf({ lines }: Section): { words: Line[]; items: Item[] } {
  const at = lines.findIndex(({ text }) => isList(text));
  return at < 0 ? { words: lines, items: [] } : { words: lines.slice(0, at), items: itemsOf(lines.slice(at)) };
}

/** What a heading names: a title, a method and the template of an address. */
interface Named {
  title: string;
  method: string;
  path: string;
}

/** Reads a heading as `Title [METHOD /path]`, `METHOD /path` or one part of it. */
function namedIn(text: string): Named {
  const [, title = '', inner = ''] = /^([^[\]]*)\[([^[\]]+)\]$/.exec(text) ?? [];
  const [, method = '', path = ''] =
    RegExp(`^(${methods})?(?:^|\\s+|$)(\\/\\S*)?$`).exec(inner === '' ? text : inner) ?? [];
  const isNone = method === '' && path === '';
  return isNone ? { title: text, method, path } : { title: title.trim(), method, path };
}

const isStructures = (text: string): boolean => /^Data Structures?$/i.test(text);

/** The structures that a page names: those of its own section, and the attributes of its resources. */
function structuresIn(sections: Section[]): Structures {
  const found: Structures = new Map();
  let depth = 0;
  for (const section of sections) {
    if (isStructures(section.text)) depth = section.depth;
    else if (section.depth <= depth) depth = 0;
    else if (depth > 0) {
      const { name, attributes } = memberIn(section.text);
      const at = section.lines.findIndex(({ text }) => /^ *[-+*] /.test(text));
      const items = at < 0 ? [] : itemsOf(section.lines.slice(at));
      found.set(name.toLowerCase(), { base: attributes[0] ?? '', items });
      continue;
    }
    const { title, method } = namedIn(section.text);
    const own = method === '' ? partsOf(section).items.find(({ text }) => /^Attributes\b/.test(text)) : undefined;
    if (own && title !== '')
      found.set(title.toLowerCase(), { base: memberIn(own.text).attributes[0] ?? '', items: own.below });
  }
  return found;
}

/** A page as lines of Markdown, each with the number of the line that it was made of. */
export function fromBlueprint(text: string): Line[] {
  const sections = sectionsIn(text.replace(/\r\n?/g, '\n'));
  const structures = structuresIn(sections);
  const [first] = sections;
  const host = first?.lines.map((one) => /^\s*HOST:\s*(\S+)\s*$/.exec(one.text)?.[1] ?? '').find((one) => one !== '');
  const base = (host ?? '').replace(/\/+$/, '');
  const done: Line[] = [];
  let resource: Action & { depth: number } = { method: '', path: '', base, items: [], depth: 0 };
  let skipped = 0;
  for (const section of sections) {
    const { line, depth } = section;
    if (skipped > 0 && depth > skipped) continue;
    skipped = isStructures(section.text) ? depth : 0;
    if (skipped > 0) continue;
    const { title, method, path } = namedIn(section.text);
    const { words, items } = partsOf(section);
    const isWithin = resource.depth > 0 && depth > resource.depth;
    if (path !== '' && (method === '' || !isWithin)) resource = { method, path, base, items, depth };
    else if (depth <= resource.depth) resource = { ...resource, path: '', items: [], depth: 0 };
    const address = path === '' ? resource.path : path;
    const shown = title === '' ? [method, address].filter((one) => one !== '').join(' ') : title;
    if (depth > 0) done.push({ text: `${'#'.repeat(depth)} ${shown.replace(/^Group +/, '')}`, line });
    const said = depth > 0 ? words : words.filter((one) => !/^\s*[A-Z]+:\s/.test(one.text));
    if (method === '') done.push(...said);
    else {
      // Without an address a method says nothing.
      if (address !== '')
        done.push(
          ...['', `${method} ${base}${address.replace(/\{[?&#][^{}]*\}/g, '')}`, ''].map((one) => ({
            text: one,
            line,
          })),
        );
      const shared = isWithin ? resource.items.filter(({ text: own }) => /^Parameters?\b/.test(own)) : [];
      const action = { method, path: address, base, items: [...shared, ...items] };
      done.push(...said, ...writtenAction(action, depth, structures));
    }
  }
  return done;
}
