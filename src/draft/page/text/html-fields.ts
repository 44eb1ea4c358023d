/** Fields that a page gives an element each, as `<div class="param"><label>code</label> <span>string</span> ...</div>`. */
import type { Item } from '../blocks/blocks.ts';
import { attributesAlone } from '../values/attribute-lines.ts';
import { isBlock, shownText } from './html-text.ts';
import { attribute, type Element, isComment, isElement, type Node, ownText } from './html-tree.ts';

/** Elements that are read by themselves, and none that a field is. */
const others =
  /^(?:h[1-6]|table|t(?:head|body|foot|[rdh])|pre|listing|xmp|[uo]l|li|dl|d[td]|menu|dir|nav|form|details|summary|caption|figcaption|legend|label)$/;
const holding = /^(?:h[1-6]|table|pre|listing|xmp|details)$/;

/** The words of a node as it is written, those that are struck out as well: they are the name of a field all the same. */
const allText = (node: Node): string =>
  isElement(node) ? node.childNodes.map(allText).join('') : isComment(node) ? '' : (ownText(node) ?? '');

const isBreak = (node: Node): boolean => isElement(node) && node.tagName === 'br';

const isFilled = (node: Node): boolean => isBreak(node) || allText(node).trim() !== '';

const classesOf = (element: Element): string[] => (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);

const isName = /^[A-Za-z_$][\w$.[\]-]*$/;
const namesAs = /^(?:label|code|b|strong|dfn|var|tt|kbd)$/;
const namedAs = /(?:^|[-_])(?:name|param|parameter|prop|property|field|key|label)(?:$|[-_])/i;

/** Whether an element, or what begins it, is how pages set a name apart. */
const setsApart = (element: Element): boolean => {
  const [first] = element.childNodes.filter(isFilled);
  const isOwn = namesAs.test(element.tagName) || classesOf(element).some((one) => namedAs.test(one));
  return isOwn || (first !== undefined && isElement(first) && setsApart(first));
};

interface FieldElement {
  element: Element;
  text: string;
  /** Whether what stands beside its name are attributes. */
  isTyped: boolean;
}

const holds = (element: Element, tags: RegExp): boolean =>
  element.childNodes.some((child) => isElement(child) && (tags.test(child.tagName) || holds(child, tags)));

/** An element as a field: a name that is set apart, attributes that are too, and below these what is said of it. */
function fieldIn(element: Element): FieldElement | null {
  if (!isBlock(element) || others.test(element.tagName) || classesOf(element).length === 0) return null;
  if (holds(element, holding)) return null;
  let own = element.childNodes.filter(isFilled);
  const below: Node[] = [];
  // The name and its attributes may have an element of their own.
  for (let [first, ...rest] = own; first && isElement(first) && isBlock(first); [first, ...rest] = own) {
    below.unshift(...rest);
    own = first.childNodes.filter(isFilled);
  }
  const end = own.findIndex((node) => isElement(node) && (isBlock(node) || isBreak(node)));
  const [first, ...beside] = end < 0 ? own : own.slice(0, end);
  if (end >= 0) below.unshift(...own.slice(end));
  const name = first === undefined ? '' : allText(first).trim();
  if (first === undefined || !isElement(first) || !isName.test(name) || !setsApart(first)) return null;
  const isAttribute = (node: Node): boolean =>
    isElement(node) || !/[\p{L}\d]/u.test(allText(node)) || attributesAlone(allText(node)) !== null;
  if (!beside.every(isAttribute)) return null;
  const attributes = beside.map((node) => shownText([node], true)).filter((words) => /[\p{L}\d]/u.test(words));
  const said = below.length > 0 ? `\n${shownText(below)}` : '';
  return {
    element,
    text: `${name}${attributes.length > 0 ? `: ${attributes.join(', ')}` : ''}${said}`,
    isTyped: attributes.some((words) => attributesAlone(words) !== null),
  };
}

const areAlike = (one: Element, other: Element): boolean =>
  one.tagName === other.tagName && classesOf(one).some((name) => classesOf(other).includes(name));

/** The runs of neighbours that are fields alike, each by its first element: the items that they are, and the other elements of it. */
export function fieldRuns(children: Node[]): Map<Node, { items: Item[]; rest: Node[] }> {
  const runs = new Map<Node, { items: Item[]; rest: Node[] }>();
  let run: FieldElement[] = [];
  const close = (): void => {
    const [first, ...more] = run;
    if (first && more.length > 0 && run.some(({ isTyped }) => isTyped))
      runs.set(first.element, {
        items: run.map(({ text }) => ({ text, depth: 0 })),
        rest: more.map(({ element }) => element),
      });
    run = [];
  };
  for (const child of children.filter(isFilled)) {
    const field = isElement(child) ? fieldIn(child) : null;
    const last = run.at(-1);
    if (last && (field === null || !areAlike(last.element, field.element))) close();
    if (field !== null) run.push(field);
  }
  close();
  return runs;
}
