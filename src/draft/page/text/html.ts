/** The blocks of a page in HTML, and of the HTML that Markdown lets through. */

import { boldDepth, type Item } from '../blocks/blocks.ts';
import { isPart } from '../blocks/heading-words.ts';
import { attributesAlone } from '../values/attribute-lines.ts';
import { columnOf } from '../words/words.ts';
import { fieldRuns } from './html-fields.ts';
import { below, elementsIn, holdsFields, type OwnRow, rowsOf, span } from './html-rows.ts';
import { tabsOf } from './html-tabs.ts';
import { isBlock, shownText, textOf } from './html-text.ts';
import { attribute, beginOf, type Element, isComment, isElement, type Node, treeOf } from './html-tree.ts';
import type { BlockSink, Row } from './sink.ts';

const captions = ['caption', 'figcaption', 'legend', 'summary'];
const lists = ['ul', 'ol', 'menu', 'dir'];
const listings = ['pre', 'listing', 'xmp', 'plaintext'];

const isCaption = (node: Node): node is Element => isElement(node) && captions.includes(node.tagName);

const isHeading = (node: Node): node is Element => isElement(node) && /^h[1-6]$/.test(node.tagName);

const boxes = [...listings, 'table'];

/** The words of an item without the samples, tables and lists in it. */
const wordsOfItem = ({ childNodes }: Element): string =>
  shownText(childNodes.filter((child) => !isElement(child) || ![...lists, ...boxes].includes(child.tagName)));

function itemsOf(list: Element, depth: number): Item[] {
  return elementsIn(list).flatMap((item) => {
    if (lists.includes(item.tagName)) return itemsOf(item, depth + 1);
    const text = wordsOfItem(item);
    const inner = elementsIn(item).flatMap((child) => (lists.includes(child.tagName) ? itemsOf(child, depth + 1) : []));
    return [...(text === '' ? [] : [{ text, depth }]), ...inner];
  });
}

/** The terms of a list of definitions, each with what defines it. */
function definitionsIn(list: Element): Item[] {
  const items: Item[] = [];
  let isTerm = false;
  for (const one of below(list, ['dt', 'dd'])) {
    const text = shownText(one.childNodes);
    const last = items.at(-1);
    if (last && (one.tagName === 'dd' || isTerm)) last.text += `\n${text}`;
    else items.push({ text, depth: 0 });
    isTerm = one.tagName === 'dt';
  }
  return items.filter(({ text }) => text.trim() !== '');
}

/** The parts of a table between rows of one cell that name a part of the operation, as `Request Header` does. */
function sectionsOf(rows: OwnRow[]): { title: string; rows: Row[] }[] {
  const sections: { title: string; rows: Row[] }[] = [{ title: '', rows: [] }];
  for (const { of, ...own } of rows) {
    const cells = of === null ? [] : elementsIn(of).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
    const [only, ...others] = cells;
    const title = only && others.length === 0 && span(only, 'colspan') > 1 ? shownText(only.childNodes, true) : '';
    if (title !== '' && isPart(title)) sections.push({ title, rows: [] });
    else sections.at(-1)?.rows.push(own);
  }
  const head = sections.flatMap((section) => section.rows).at(0);
  // One head may be that of all parts.
  const isHead = (row: Row | undefined): boolean =>
    (row?.cells.filter((cell) => columnOf(cell) !== null).length ?? 0) > (row?.cells.length === 1 ? 0 : 1);
  return sections.map(({ title, rows: own }) => ({
    title,
    rows: head && own.length > 0 && isHead(head) && !isHead(own[0]) ? [head, ...own] : own,
  }));
}

/** The words of an element on one line. */
const wordsOf = (element: Element): string => textOf(element).replace(/\s+/g, ' ').trim();

const isFilled = (node: Node): boolean => !isComment(node) && textOf(node).trim() !== '';

/** Hands the blocks of HTML over; `first` is the line it begins at. */
export function readHtml(html: string, first: number, sink: BlockSink): void {
  const lineOf = (node: Node | undefined): number => {
    const begin = node === undefined ? 0 : beginOf(node);
    return begin > 0 ? begin + first - 1 : 0;
  };

  const tree = treeOf(html);
  const tabs = tabsOf(tree);

  /** A paragraph: words that stand together. One of bold words alone is a heading. */
  function paragraph(nodes: Node[]): void {
    const filled = nodes.filter(isFilled);
    const [only, ...others] = filled;
    if (only === undefined) return;
    if (others.length === 0 && isElement(only) && ['b', 'strong'].includes(only.tagName))
      caption(wordsOf(only), lineOf(only));
    else sink.lines(shownText(nodes).split('\n'), lineOf(only));
  }
  function caption(words: string, line: number): void {
    // A word that says what something is, as `required` does, is no title.
    if (words !== '' && attributesAlone(words) === null) sink.heading(words.replace(/:\s*$/, ''), boldDepth, line);
    else if (words !== '') sink.lines([words], line);
  }
  /** What an element holds, its captions before everything else wherever the page has them. */
  function inside(children: Node[]): void {
    for (const one of children.filter(isCaption)) {
      if (one.childNodes.some(isHeading)) inside(one.childNodes);
      else caption(wordsOf(one), lineOf(one));
    }
    let run: Node[] = [];
    const fields = fieldRuns(children);
    const listed = new Set([...fields.values()].flatMap(({ rest }) => rest));
    for (const child of children) {
      if (isCaption(child) || listed.has(child) || tabs.words.has(child)) continue;
      if (!isElement(child) || !isBlock(child)) {
        run.push(child);
        continue;
      }
      paragraph(run);
      run = [];
      const own = fields.get(child);
      if (own) sink.list(own.items, lineOf(child));
      else visit(child);
    }
    paragraph(run);
  }
  function visit(node: Element): void {
    // Their words are the captions of what they lead to.
    if (tabs.words.has(node)) return;
    const tab = tabs.panels.get(node);
    const title = tab ? wordsOf(tab) : (tabs.titles.get(node) ?? '');
    if (title !== '') {
      if (attributesAlone(title) === null) sink.caption(title.replace(/:\s*$/, ''), lineOf(node));
      element(node);
      if (tabs.last.has(node)) sink.caption('', lineOf(node));
    } else element(node);
  }
  function element(node: Element): void {
    const { tagName, childNodes } = node;
    if (isHeading(node)) sink.heading(shownText(childNodes).replace(/[\n`]/g, ' '), Number(tagName[1]), lineOf(node));
    else if (listings.includes(tagName)) code(node);
    else if (tagName === 'table') table(node);
    else if (lists.includes(tagName) || tagName === 'dl') {
      const items = tagName === 'dl' ? definitionsIn(node) : itemsOf(node, 0);
      if (items.length > 0) sink.list(items, lineOf(node));
      if (tagName === 'dl') for (const block of below(node, boxes)) visit(block);
      else held(node, false);
    } else if (tagName === 'p') paragraph(childNodes);
    else inside(childNodes);
  }
  /** The samples and tables of the items of a list, each behind the words of its item where another has any. */
  function held(list: Element, isBelow: boolean): void {
    const items = elementsIn(list).map((item) => ({ item, blocks: below(item, [...boxes, ...lists]) }));
    const holds = ({ blocks }: (typeof items)[number]): boolean =>
      blocks.some(({ tagName }) => !lists.includes(tagName));
    const isApart = isBelow || items.slice(0, -1).some(holds);
    for (const one of items) {
      if (isApart && holds(one)) sink.lines([wordsOfItem(one.item)], lineOf(one.item));
      for (const block of one.blocks)
        if (lists.includes(block.tagName)) held(block, true);
        else visit(block);
    }
  }
  function code(node: Element): void {
    const names = [node, ...elementsIn(node)].flatMap((one) => (attribute(one, 'class') ?? '').split(/\s+/));
    const language = names.find((name) => /^lang(uage)?-/.test(name))?.replace(/^lang(uage)?-/, '') ?? '';
    sink.code(textOf(node).replace(/\n+$/, ''), language, '', lineOf(node));
  }
  function table(node: Element): void {
    // A table around headings or other tables only places them.
    const isPlacing = below(node, ['table']).length > 0 && !holdsFields(node);
    if (isPlacing || below(node, ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']).length > 0) {
      for (const cell of below(node, ['td', 'th', 'caption'])) inside(cell.childNodes);
      return;
    }
    for (const one of below(node, ['caption'])) caption(wordsOf(one), lineOf(one));
    const { rows, apart } = rowsOf(node);
    for (const { title, rows: own } of sectionsOf(rows)) {
      // A table whose first row is no head may have an empty one.
      if (own[0]?.cells.every((cell) => cell === '') && own.length > 1) own.shift();
      if (title !== '') caption(title.replace(/\s+/g, ' ').trim(), lineOf(node));
      if (own.length > 0) sink.table(own, true, lineOf(node));
    }
    for (const block of below(node, listings)) code(block);
    for (const one of apart) {
      caption(one.title.trim(), lineOf(one.table));
      table(one.table);
    }
  }
  inside(tree);
}
