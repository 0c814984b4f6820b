import type { Element, Node } from '@xmldom/xmldom';
import { selectNothing, selectNoElement, selectSeveral, selectSyntax } from '../diagnostics/catalog';
import type { Report } from '../diagnostics/diagnostic';
import type { Place } from '../model/place';
import { NAMESPACES } from './path';
import { placeOf } from './place';
import type { XmlNode } from './tree';
import { parseDom } from './xmldom';

/** The part of the xpath package that is used; its published types leave `parse` out. */
interface XPathPackage {
  parse(expression: string): {
    evaluate(options: { node: Element; namespaces: Readonly<Record<string, string>> }): XPathValue;
  };
}

/** What an expression gives: a set of nodes has an array of them, a number, a string and a boolean have none. */
interface XPathValue {
  toArray?(): readonly Node[];
}

/**
 * The one element that `--select` picks. Undefined after reporting that the XPath finds none, or several: which of them is
 * meant only its writer knows. XPath needs a DOM, so the text is parsed once more, and what was found in the DOM is found in
 * the tree by its place.
 */
export function selectElement(
  text: string,
  root: XmlNode,
  path: string,
  report: Report,
): XmlNode | undefined {
  const value = valueOf(text, path, report);
  if (value === undefined) return undefined;
  if (value.toArray === undefined) {
    report(selectNoElement(path));
    return undefined;
  }
  const found = value
    .toArray()
    .filter((node): node is Element => node.nodeType === 1)
    .map((element) => nodeAt(root, element))
    .filter((node) => node !== undefined);
  if (found.length === 1) return found[0];
  report(found.length === 0 ? selectNothing(path) : selectSeveral(path, found.map(foundAt)));
  return undefined;
}

/** What the expression gives; undefined after reporting that it is none. */
function valueOf(text: string, path: string, report: Report): XPathValue | undefined {
  const dom = parseDom(text).documentElement;
  if (!dom) return undefined;
  try {
    // Loaded here: start-up pays for what it uses.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const xpath = require('xpath') as XPathPackage;
    return xpath.parse(path).evaluate({ node: dom, namespaces: NAMESPACES });
  } catch {
    report(selectSyntax(path));
    return undefined;
  }
}

/** A match as a note shows it: `<domain> 'db1'`. */
function foundAt(node: XmlNode): { readonly name: string; readonly at: Place } {
  const called = node.children.find(({ localName }) => localName === 'name')?.textContent.trim() ?? '';
  return { name: `<${node.localName}>${called === '' ? '' : ` '${called}'`}`, at: placeOf(node) };
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
