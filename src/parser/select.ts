import type { Element, Node } from '@xmldom/xmldom';
import { selectNothing, selectSyntax } from '../diagnostics/catalog';
import type { Report } from '../diagnostics/diagnostic';
import { NAMESPACES } from './path';
import type { XmlNode } from './tree';
import { parseDom } from './xmldom';

/** The part of the xpath package that is used; its published types leave `parse` out. */
interface XPathPackage {
  parse(expression: string): {
    select(options: { node: Element; namespaces: Readonly<Record<string, string>> }): unknown;
  };
}

/**
 * The element that `--select` picks: the first that the XPath finds. Undefined after reporting. XPath needs a DOM, so
 * the text is parsed once more, and what was found in the DOM is found in the tree by its place.
 */
export function selectElement(
  text: string,
  root: XmlNode,
  path: string,
  report: Report,
): XmlNode | undefined {
  const dom = parseDom(text).documentElement;
  if (!dom) return undefined;
  let found: unknown;
  try {
    // Loaded here: start-up pays for what it uses.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const xpath = require('xpath') as XPathPackage;
    found = xpath.parse(path).select({ node: dom, namespaces: NAMESPACES });
  } catch {
    report(selectSyntax(path));
    return undefined;
  }
  const element = Array.isArray(found)
    ? (found as Node[]).find((node): node is Element => node.nodeType === 1)
    : undefined;
  const node = element && nodeAt(root, element);
  if (node === undefined) report(selectNothing(path));
  return node;
}

/** No two elements start at one place. */
function nodeAt(root: XmlNode, { lineNumber, columnNumber }: Located): XmlNode | undefined {
  const pending = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.line === lineNumber && next.column === columnNumber) return next;
    pending.push(...next.children);
  }
  return undefined;
}

/** xmldom puts the position on every node; its published types leave it out. */
interface Located {
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}
