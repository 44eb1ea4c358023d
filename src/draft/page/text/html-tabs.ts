/** Tabs of a page in HTML: the words of each stand in a row or a list, and what they lead to below it. */
import { attribute, type Element, isElement, type Node, ownText } from './html-tree.ts';

/** The tabs of a page. */
export interface Tabs {
  /** What each tab shows, with the tab. */
  panels: Map<Element, Element>;
  /** Rows of tabs, or the tabs of a row that holds more: their words are the captions of what they lead to. */
  words: Set<Node>;
  /** Panels that have the words of their tab as an attribute, where a script makes the row of these. */
  titles: Map<Element, string>;
  /** The last panel of each row: below it the headings above the row hold again. */
  last: Set<Element>;
}

/** A row of what may be tabs. */
interface Bar {
  tabs: Element[];
  /** The children of the parent that hold them. */
  nodes: Node[];
  parent: Element;
  /** Whether they are hardly anything else. */
  isSure: boolean;
}

/** Characters of the longest words of a tab, and tabs of the longest row. */
const longest = 40;
const most = 12;

const namesTab = (element: Element): boolean => /\btab(?!le)/i.test(attribute(element, 'class') ?? '');

const isTab = (element: Element): boolean =>
  attribute(element, 'role') === 'tab' ||
  ['data-toggle', 'data-bs-toggle'].some((name) => /^(?:tab|pill)$/.test(attribute(element, name) ?? ''));

/** Whether a node shows a word. */
const hasWords = (node: Node): boolean =>
  isElement(node) ? node.childNodes.some(hasWords) : /\S/.test(node.nodeName === '#text' ? (ownText(node) ?? '') : '');

const wordsOf = (node: Node): string =>
  isElement(node) ? node.childNodes.map(wordsOf).join('') : node.nodeName === '#text' ? (ownText(node) ?? '') : '';

/** The only element of a node that may be a tab: the node, or what it holds alone. */
function tabIn(node: Node): Element | null {
  if (!isElement(node)) return null;
  if (isTab(node) || ['button', 'label', 'a', 'span'].includes(node.tagName)) return node;
  const [only, ...others] = node.childNodes.filter(hasWords);
  return only === undefined || others.length > 0 ? null : tabIn(only);
}

/** Whether tabs have words of their own, each a few. */
function isRow(tabs: Element[]): boolean {
  if (tabs.length < 2 || tabs.length > most) return false;
  const labels = new Set(tabs.map((tab) => wordsOf(tab).trim()));
  return labels.size === tabs.length && [...labels].every(({ length }) => length <= longest);
}

/** The rows of what may be tabs among the children of an element. */
function barsIn(parent: Element): Bar[] {
  const bars: Bar[] = [];
  let run: { tab: Element; node: Node }[] = [];
  const close = (): void => {
    const tabs = run.map(({ tab }) => tab);
    const isSaid = (tab: Element): boolean => isTab(tab) || namesTab(tab) || ['button', 'label'].includes(tab.tagName);
    if (isRow(tabs))
      bars.push({ tabs, nodes: run.map(({ node }) => node), parent, isSure: namesTab(parent) || tabs.every(isSaid) });
    run = [];
  };
  for (const node of parent.childNodes) {
    const tab = tabIn(node);
    if (tab && hasWords(tab)) run.push({ tab, node });
    else if (hasWords(node)) close();
  }
  close();
  return bars;
}

/** What an element may be called by: its id, and data of its own. */
const namesOf = ({ attrs }: Element): string[] =>
  attrs.flatMap(({ name, value }) => ((name === 'id' || name.startsWith('data-')) && value !== '' ? [value] : []));

const ownAttributes = ['class', 'style', 'type', 'id', 'role', 'title', 'name'];

/** What a tab may call its panel: the whole of an attribute, or what stands between quotes in it. */
const calledBy = ({ attrs }: Element): string[] =>
  attrs.flatMap(({ name, value }) => {
    if (ownAttributes.includes(name)) return [];
    const quoted = [...value.slice(0, 200).matchAll(/['"]#?([^'"]+)['"]/g)].map(([, one = '']) => one);
    return [value.replace(/^#/, ''), ...quoted];
  });

const holders = ['div', 'section', 'article', 'li'];

/** What a tab may show by its name. */
const shown = [...holders, 'pre', 'table', 'p'];

/** Samples may stand below their tabs without anything around them. */
const isPanel = (node: Node | undefined): node is Element =>
  node !== undefined && isElement(node) && [...holders, 'pre'].includes(node.tagName);

const kindOf = (node: Node | undefined): string =>
  node !== undefined && isElement(node) ? `${node.tagName} ${attribute(node, 'role') ?? ''}` : '';

/** Where an element stands on the page. */
interface Place {
  parent: Element | null;
  beside: Node[];
}

/** The panels of a row of tabs that stand below it: as many of one kind as there are tabs, beside it or in what follows it. */
function panelsBelow({ tabs, nodes, parent }: Bar, places: Map<Element, Place>): Element[] {
  let last = nodes.at(-1);
  let around: Element | null = parent;
  let beside: Node[] = parent.childNodes;
  for (let level = 0; level < 3 && last; level++) {
    const filled: Node[] = beside.filter(hasWords);
    const next = filled.slice(filled.indexOf(last) + 1);
    const [first] = next;
    if (first) {
      const inside = isPanel(first) ? first.childNodes.filter(hasWords) : [];
      const isOfAll = (list: Node[]): boolean =>
        list.slice(0, tabs.length).every((one) => isPanel(one) && kindOf(one) === kindOf(list[0])) &&
        list.length >= tabs.length &&
        kindOf(list[tabs.length]) !== kindOf(list[0]);
      return ([next, inside].find(isOfAll) ?? []).slice(0, tabs.length).filter(isPanel);
    }
    const place: Place | undefined = around ? places.get(around) : undefined;
    if (!around || !place) return [];
    last = around;
    around = place.parent;
    beside = place.beside;
  }
  return [];
}

/** The words that a panel has as an attribute. */
const titleOf = (element: Element): string =>
  ['data-title', 'data-label', 'data-tab-title', 'data-name', 'title', 'label']
    .map((name) => (attribute(element, name) ?? '').trim())
    .find((words) => words !== '' && words.length <= longest) ?? '';

/** The panels among the children of an element that have such words, where several do and each has its own. */
function titledIn(parent: Element): Map<Element, string> {
  const panels = parent.childNodes.filter(
    (node): node is Element => isPanel(node) && (namesTab(node) || namesTab(parent)) && titleOf(node) !== '',
  );
  const found = new Map(panels.map((panel) => [panel, titleOf(panel)]));
  return found.size > 1 && new Set(found.values()).size === found.size ? found : new Map();
}

/** The tabs of a page, each with what it shows. */
export function tabsOf(nodes: Node[]): Tabs {
  const byName = new Map<string, Element>();
  const places = new Map<Element, Place>();
  const bars: Bar[] = [];
  const single: Element[] = [];
  const titles = new Map<Element, string>();
  const open = nodes.filter(isElement).reverse();
  for (const node of open) places.set(node, { parent: null, beside: nodes });
  for (let node = open.pop(); node; node = open.pop()) {
    if (isTab(node)) single.push(node);
    else if (shown.includes(node.tagName))
      for (const name of namesOf(node)) if (!byName.has(name)) byName.set(name, node);
    if (['pre', 'code', 'table'].includes(node.tagName)) continue;
    const inner = node.childNodes.filter(isElement);
    if (inner.length > 1) bars.push(...barsIn(node));
    for (const [panel, title] of inner.length > 1 ? titledIn(node) : []) titles.set(panel, title);
    for (const child of inner.reverse()) {
      places.set(child, { parent: node, beside: node.childNodes });
      open.push(child);
    }
  }
  const panels = new Map<Element, Element>();
  const words = new Set<Node>();
  const last = new Set<Element>();
  const panelOf = (tab: Element): Element | undefined =>
    calledBy(tab)
      .flatMap((name) => byName.get(name) ?? [])
      .find((panel) => panel !== tab);
  for (const bar of bars) {
    const { tabs, isSure, parent } = bar;
    // Links alone are a list of contents.
    const named =
      isSure || tabs.every(({ tagName }) => tagName !== 'a') ? tabs.flatMap((tab) => panelOf(tab) ?? []) : [];
    const isNamed = new Set(named).size === tabs.length;
    const found = isNamed || !isSure ? named : panelsBelow(bar, places);
    if (new Set(found).size !== tabs.length) continue;
    for (const [at, panel] of found.entries()) if (tabs[at]) panels.set(panel, tabs[at]);
    const [end] = found.slice(-1);
    if (end) last.add(end);
    const isAll = parent.childNodes.filter(hasWords).length === bar.nodes.length;
    for (const one of isAll ? [parent] : bar.nodes) words.add(one);
  }
  for (const tab of single) {
    const panel = panelOf(tab);
    if (panel && !panels.has(panel)) panels.set(panel, tab);
  }
  for (const panel of panels.keys()) titles.delete(panel);
  for (const panel of titles.keys()) {
    const beside = places.get(panel)?.beside ?? [];
    if (!beside.slice(beside.indexOf(panel) + 1).some((node) => isElement(node) && titles.has(node))) last.add(panel);
  }
  return { panels, words, titles, last };
}
