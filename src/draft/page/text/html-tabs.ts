/** Tabs of a page in HTML: the words of each stand in a list, and what they lead to below it. */
import { attribute, type Element, isElement, type Node } from './html-tree.ts';

/** The place on the page that an element leads to as a tab; null for any other. */
function ledTo(element: Element): string | null {
  const isTab =
    attribute(element, 'role') === 'tab' ||
    ['data-toggle', 'data-bs-toggle'].some((name) => /^(?:tab|pill)$/.test(attribute(element, name) ?? ''));
  if (!isTab) return null;
  const target = ['href', 'data-target', 'data-bs-target'].map((name) => attribute(element, name) ?? '');
  const [place = ''] = target.filter((one) => /^#./.test(one)).map((one) => one.slice(1));
  return place || attribute(element, 'aria-controls') || null;
}

/** The tabs of a page, each by the place that it leads to. */
export function tabsOf(nodes: Node[]): Map<string, Element> {
  const found = new Map<string, Element>();
  const open = [...nodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    const place = ledTo(node);
    if (place !== null) found.set(place, node);
    for (const child of node.childNodes) open.push(child);
  }
  return found;
}

/** Whether an element holds tabs and nothing else: their words stand above what they lead to. */
export function holdsTabs(element: Element, hasText: (node: Node) => boolean): boolean {
  const filled = element.childNodes.filter(hasText);
  return (
    filled.length > 0 &&
    filled.every((child) => isElement(child) && (ledTo(child) !== null || holdsTabs(child, hasText)))
  );
}
