/** The blocks of a page in HTML, and of the HTML that Markdown lets through. */
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { ListItem, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { boldDepth, type Item } from './blocks.ts';
import type { BlockSink } from './sink.ts';

function itemsOf(items: ListItem[], depth: number): Item[] {
  return items.flatMap((item) => {
    const own = item.children.filter(({ type }) => type === 'paragraph' || type === 'heading');
    const below = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child.children, depth + 1) : []));
    const text = own.map((node) => textOf(node)).join('\n');
    return [...(text === '' ? [] : [{ text, depth }]), ...below];
  });
}

/** The text of a cell: code that is only a part of it stays between backticks. */
function cellOf(node: Nodes): string {
  if (!('children' in node) || node.children.length < 2) return textOf(node);
  return node.children.map((child) => (child.type === 'inlineCode' ? `\`${child.value}\`` : cellOf(child))).join('');
}

/** Blocks of their own inside the items of a list. */
function blocksIn(node: Nodes): Nodes[] {
  if (node.type === 'code' || node.type === 'table') return [node];
  return 'children' in node ? node.children.flatMap(blocksIn) : [];
}

type Root = ReturnType<typeof fromHtml>;
type Element = Extract<Root['children'][number], { type: 'element' }>;
type Child = Element['children'][number];

const captions = ['caption', 'figcaption', 'legend', 'summary'];

const isCaption = (node: Child): node is Element => node.type === 'element' && captions.includes(node.tagName);

/** A caption as a paragraph of bold words: Markdown has no caption. One that holds a heading is that heading. */
function titleOf({ children, position }: Element): Child[] {
  if (children.some((child) => child.type === 'element' && /^h[1-6]$/.test(child.tagName))) return children;
  const strong: Element = { type: 'element', tagName: 'strong', properties: {}, children };
  return [{ type: 'element', tagName: 'p', properties: {}, children: [strong], ...(position ? { position } : {}) }];
}

/**
 * A node as it is handed to the converter. A caption stands before everything else of its element, and that of a table
 * before the table, wherever the page has them. The converter copies what it is given, so it gets what is read alone: a
 * block is found again by its first line.
 */
function prepared(node: Child): Child[] {
  if (node.type === 'comment') return [];
  if (node.type === 'text') {
    delete node.position;
    return [node];
  }
  if (node.position) node.position.end = node.position.start;
  const titles = node.children.filter(isCaption).flatMap(titleOf);
  const rest = node.children.filter((child) => !isCaption(child)).flatMap(prepared);
  node.children = node.tagName === 'table' ? rest : [...titles, ...rest];
  return node.tagName === 'table' ? [...titles, node] : [node];
}

/** Hands the blocks of HTML over; `first` is the line it begins at. */
export function readHtml(html: string, first: number, sink: BlockSink): void {
  const lineOf = (node: Nodes): number => (node.position ? node.position.start.line + first - 1 : 0);
  const visit = (node: Nodes): void => {
    switch (node.type) {
      case 'heading':
        sink.heading(textOf(node), node.depth, lineOf(node));
        return;
      case 'code':
        sink.code(node.value, node.lang ?? '', node.meta ?? '', lineOf(node));
        return;
      case 'table': {
        const rows = node.children.map((row) => ({ cells: row.children.map((cell) => cellOf(cell).trim()), raw: '' }));
        // A table whose first row is no head has an empty one.
        if (rows[0]?.cells.every((cell) => cell === '') && rows.length > 1) rows.shift();
        sink.table(rows, true, lineOf(node));
        return;
      }
      case 'list':
        sink.list(itemsOf(node.children, 0), lineOf(node));
        for (const block of blocksIn(node)) visit(block);
        return;
      case 'paragraph': {
        const [only, ...others] = node.children;
        if (only?.type === 'strong' && others.length === 0)
          sink.heading(textOf(only).replace(/:\s*$/, ''), boldDepth, lineOf(node));
        else sink.lines(textOf(node).split('\n'), lineOf(node));
        return;
      }
      default:
        if ('children' in node) for (const child of node.children) visit(child);
    }
  };
  const root = fromHtml(html, { fragment: !/<(html|body)\b/i.test(html) });
  root.children = root.children.flatMap<Root['children'][number]>((child) =>
    child.type === 'element' ? prepared(child) : child,
  );
  visit(toMdast(root, { newlines: true }));
}
