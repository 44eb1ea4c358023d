/** The text of HTML as a reader sees it: what begins a line of its own, and where one word ends. */
import type { fromHtml } from 'hast-util-from-html';

type Root = ReturnType<typeof fromHtml>;

/** A node of a parsed page. */
export type Node = Root['children'][number];

/** An element of a parsed page. */
export type Element = Extract<Node, { type: 'element' }>;

/** Elements that run on in a line. Every other one begins a line, as one that a page invents may. */
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark math meter ' +
    'output progress q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Elements that show no text. */
const silent = new Set(
  (
    'script style template noscript head title meta link svg object audio video canvas iframe select datalist math ' +
    'input progress meter map area base param source track del s strike'
  ).split(' '),
);

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Spaces that do not break at the beginning of a name, as marks of the levels that it lies below the one above it. */
export function indented(text: string): string {
  const [run = ''] = /^[\s\u2002\u2003]*/u.exec(text) ?? [];
  const fixed = run.replace(/[^\u00a0\u2002\u2003]/gu, '').length;
  return fixed < 2 || run.length === text.length ? '' : '>'.repeat(Math.min(5, Math.ceil(fixed / 4)));
}

/** A number that is set above the line leads to a note, and is none of the word before it. */
export function asMark(text: string): string {
  return text.trim().replace(/\d/g, (digit) => raised[Number(digit)] ?? digit);
}

/** Whether a row or an item is not shown; a part of a page that is hidden may be behind a tab. */
export function isHidden({ tagName, properties }: Element): boolean {
  const { hidden, style } = properties;
  // Most elements have neither.
  if (hidden === undefined && style === undefined) return false;
  const isPart = ['tr', 'td', 'th', 'li', 'dt', 'dd'].includes(tagName);
  return isPart && (hidden === true || /display:\s*none/i.test(String(style ?? '')));
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.type === 'element';
}

const known = new WeakMap<Element, boolean>();

/** Whether an element begins a line of its own, or holds one that does. */
export function isBlock(element: Element): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  const { tagName, children } = element;
  const isOwn = !inline.has(tagName) && !tagName.includes('-') && !silent.has(tagName);
  const found = isOwn || children.some((child) => isElement(child) && isBlock(child));
  known.set(element, found);
  return found;
}

/** The text of a node as it is written, line breaks included. */
export function textOf(node: Node): string {
  if (node.type === 'text') return node.value;
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\n';
  if (node.tagName === 'img') return String(node.properties['alt'] ?? '');
  if (silent.has(node.tagName)) return '';
  const text = node.children.map(textOf).join('');
  return node.tagName === 'sup' ? asMark(text) : text;
}

const endsWord = /[\p{L}\p{N}`)\]*]$/u;
const beginsWord = /^[\p{L}\p{N}`([]/u;

const endsWithMethod = /^(?:GET|POST|PUT|PATCH|DELETE)$/i;

/** Whether an element behind a word has a style of its own, as the badge `required` behind a name has. */
const isBadge = ({ properties }: Element): boolean => properties['className'] !== undefined;

/** A mark for a line break that the page asks for; white space of its source is none. */
const lineBreak = '\u2028';

function written(nodes: Node[]): string {
  const texts: string[] = [];
  let last: Node | undefined;
  for (const node of nodes) {
    if (node.type === 'comment') continue;
    const own = isElement(node) ? ofElement(node) : textOf(node);
    // One without text, as a line between two words, sets them apart as well.
    if (own === '' && isElement(node)) continue;
    // Two elements side by side are set apart by their style.
    const before = texts.at(-1) ?? '';
    const isApart = last && isElement(node) && (isElement(last) || isBadge(node)) && endsWord.test(before);
    const begins = beginsWord.test(own) || (own.startsWith('/') && endsWithMethod.test(before));
    texts.push(isApart && begins ? ` ${own}` : own);
    last = node;
  }
  return texts.join('');
}

function ofElement(element: Element): string {
  const { tagName, children } = element;
  if (silent.has(tagName)) return '';
  if (tagName === 'br') return lineBreak;
  if (tagName === 'sup') return asMark(textOf(element));
  if (tagName === 'img') return textOf(element);
  if (tagName === 'code' || tagName === 'tt' || tagName === 'samp') {
    const own = textOf(element).trim();
    return own === '' || own.includes('`') ? own : `\`${own}\``;
  }
  const own = written(children);
  return isBlock(element) ? `${lineBreak}${own}${lineBreak}` : own;
}

/**
 * The text of nodes as it is shown. A part of it that is code stays between backticks, and text that is code alone does not.
 * @param joined whether line breaks of the source are white space, as in the cell of a table
 */
export function shownText(nodes: Node[], joined = false): string {
  const space = joined ? /[ \t\r\n\f]+/g : /[ \t\f]+/g;
  const text = written(nodes)
    .replace(space, ' ')
    .replace(/[ \r]*(?:\u2028|\r?\n)\s*/g, '\n')
    .trim();
  const [, alone] = /^`([^`]*)`$/.exec(text) ?? [];
  return alone ?? text;
}
