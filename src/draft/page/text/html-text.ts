/** The text of HTML as a reader sees it: what begins a line of its own, and where one word ends. */
import { inBold } from './emphasis.ts';
import { attribute, type Element, isComment, isElement, type Node, ownText } from './html-tree.ts';

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
  if (run === '') return '';
  const fixed = run.replace(/[^\u00a0\u2002\u2003]/gu, '').length;
  return fixed < 2 || run.length === text.length ? '' : '>'.repeat(Math.min(5, Math.ceil(fixed / 4)));
}

/** A number that is set above the line leads to a note, and is none of the word before it. */
export function asMark(text: string): string {
  return text.trim().replace(/\d/g, (digit) => raised[Number(digit)] ?? digit);
}

/** Whether a row or an item is not shown; a part of a page that is hidden may be behind a tab. */
export function isHidden(element: Element): boolean {
  // Most elements have no attributes.
  if (element.attrs.length === 0 || !['tr', 'td', 'th', 'li', 'dt', 'dd'].includes(element.tagName)) return false;
  const isNamed = ['', 'hidden'].includes(attribute(element, 'hidden')?.toLowerCase() ?? 'no');
  return isNamed || /display:\s*none/i.test(attribute(element, 'style') ?? '');
}

const known = new WeakMap<Element, boolean>();

/** Whether an element begins a line of its own, or holds one that does. */
export function isBlock(element: Element): boolean {
  const { tagName, childNodes } = element;
  if (!inline.has(tagName) && !tagName.includes('-') && !silent.has(tagName)) return true;
  // What holds no element is seen at once, and a page may have very many.
  if (!childNodes.some(isElement)) return false;
  const before = known.get(element);
  if (before !== undefined) return before;
  const found = childNodes.some((child) => isElement(child) && isBlock(child));
  known.set(element, found);
  return found;
}

/** The text of a node as it is written, line breaks included. */
export function textOf(node: Node): string {
  if (!isElement(node)) return ownText(node) ?? '';
  if (node.tagName === 'br') return '\n';
  if (node.tagName === 'img') return attribute(node, 'alt') ?? '';
  if (silent.has(node.tagName)) return '';
  const text = node.childNodes.map(textOf).join('');
  return node.tagName === 'sup' ? asMark(text) : text;
}

const endsWord = /[\p{L}\p{N}`)\]*]$/u;
const beginsWord = /^[\p{L}\p{N}`([]/u;

const endsWithMethod = /^(?:GET|POST|PUT|PATCH|DELETE)$/i;

/** Whether an element behind a word has a style of its own, as the badge `required` behind a name has. */
const isBadge = (element: Element): boolean => attribute(element, 'class') !== undefined;

/** A mark for a line break that the page asks for; white space of its source is none. */
const lineBreak = '\u2028';

function written(nodes: Node[]): string {
  const texts: string[] = [];
  let last: Node | undefined;
  for (const node of nodes) {
    if (isComment(node)) continue;
    const said = isElement(node) ? ofElement(node) : textOf(node);
    const isBold = isElement(node) && ['b', 'strong'].includes(node.tagName);
    const own = isBold ? inBold(said, texts.at(-1) ?? '') : said;
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
  const { tagName, childNodes } = element;
  if (silent.has(tagName)) return '';
  if (tagName === 'br') return lineBreak;
  if (tagName === 'sup') return asMark(textOf(element));
  if (tagName === 'img') return textOf(element);
  if (tagName === 'code' || tagName === 'tt' || tagName === 'samp') {
    const own = textOf(element).trim();
    return own === '' || own.includes('`') ? own : `\`${own}\``;
  }
  const own = written(childNodes);
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
