/** A page in HTML as a tree, as much of it as is read: names, attributes, texts, and the lines on which they begin. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';

/** A node of a parsed page. */
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** An element of a parsed page. */
export type Element = DefaultTreeAdapterTypes.Element;

// Where a node ends is asked for by nobody, and a page may have very many.
const treeAdapter = { ...defaultTreeAdapter, updateNodeSourceCodeLocation: (): void => {} };

/** The nodes of a page, or of a part of one. */
export function treeOf(html: string): Node[] {
  const options = { treeAdapter, sourceCodeLocationInfo: true, scriptingEnabled: false };
  return (/<(html|body)\b/i.test(html) ? parse(html, options) : parseFragment(html, options)).childNodes;
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** Whether a node is a comment. */
export function isComment(node: Node): boolean {
  return node.nodeName === '#comment';
}

/** The text that a node is; null for any other node. */
export function ownText(node: Node): string | null {
  return 'value' in node ? node.value : null;
}

/** What an attribute of an element says; undefined where it has none of that name, which is in lower case. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

/** The line on which a node begins, counted from one; 0 for one that the page leaves out. */
export function beginOf({ sourceCodeLocation }: Node): number {
  return sourceCodeLocation?.startLine ?? 0;
}
