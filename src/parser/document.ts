import { DOMParser, type Element, type Attr, type Document } from '@xmldom/xmldom';
import type { Report } from '../diagnostics/diagnostic';
import { xmlSyntax } from '../diagnostics/catalog';
import type { Place } from '../model/place';
import { checkLimits } from './limits';
import { compile } from './path';
import { pointAt } from './position';

/** xmldom puts the position on every node; its published types leave it out. */
interface Located {
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

/**
 * Reads text as XML. Returns undefined after reporting an error: limits, a document type, malformed markup.
 * Entities other than XML's five are errors, nothing external is ever opened.
 */
export function parseDocument(text: string, report: Report): Document | undefined {
  if (!checkLimits(text, report)) return undefined;
  const state = { failed: false };
  const onError = (_level: string, message: string, context: unknown) => {
    if (state.failed) return;
    state.failed = true;
    const locator = (context as { locator?: Located } | undefined)?.locator;
    report(xmlSyntax(pointAt(locator?.lineNumber ?? 1, locator?.columnNumber ?? 1), message));
  };
  try {
    const document = new DOMParser({ onError, normalizeLineEndings }).parseFromString(text, 'text/xml');
    return state.failed ? undefined : document;
  } catch (problem) {
    if (!state.failed) onError('fatalError', (problem as Error).message, problem);
    return undefined;
  }
}

/** XML 1.0 2.11; xmldom's own also takes the line ends that XML 1.1 added, which are characters like others here. */
function normalizeLineEndings(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The place of a node. Its parts are looked up when somebody asks, so that a place costs one object. */
class NodePlace implements Place {
  constructor(private readonly node: Element | Attr) {}

  get line(): number {
    return (this.node as Located).lineNumber ?? 1;
  }

  get column(): number {
    return (this.node as Located).columnNumber ?? 1;
  }

  get path(): string {
    return pathOf(this.node);
  }

  of(path: string): Place {
    return this.node.nodeType !== 1 || path === '.' ? this : new PartPlace(this.node, path);
  }

  toJSON(): { line: number; column: number; path: string } {
    return { line: this.line, column: this.column, path: this.path };
  }
}

/** A part of an element, looked for when somebody asks where it is: most are never asked. */
class PartPlace implements Place {
  private found: Place | undefined;

  constructor(
    private readonly element: Element,
    private readonly part: string,
  ) {}

  get line(): number {
    return this.place.line;
  }

  get column(): number {
    return this.place.column;
  }

  get path(): string {
    return this.place.path;
  }

  of(path: string): Place {
    return this.place.of(path);
  }

  toJSON(): object {
    return { line: this.line, column: this.column, path: this.path };
  }

  private get place(): Place {
    return (this.found ??= placeOf(partOf(this.element, this.part)));
  }
}

/** The part of an element that a path of steps leads to, or as much of it as is there. */
function partOf(element: Element, path: string): Element | Attr {
  let node = element;
  for (const step of path.split('/')) {
    const found = compile(step)(node)[0];
    if (found === undefined) return node;
    if (found.nodeType !== 1) return found;
    node = found;
  }
  return node;
}

export function placeOf(node: Element | Attr): Place {
  return new NodePlace(node);
}

function pathOf(node: Element | Attr): string {
  if (node.nodeType !== 1) {
    const owner = node.ownerElement;
    return `${owner ? pathOf(owner) : ''}/@${node.nodeName}`;
  }
  const parent = node.parentNode;
  if (!parent || parent.nodeType !== 1) return node.nodeName;
  const index = siblingIndex(node);
  return `${pathOf(parent as Element)}/${node.nodeName}${index === undefined ? '' : `[${index}]`}`;
}

/** 1-based among siblings of the same name; undefined for an only child. */
function siblingIndex(element: Element): number | undefined {
  let before = 1;
  for (let s = element.previousSibling; s; s = s.previousSibling)
    if (s.nodeName === element.nodeName) before++;
  if (before > 1) return before;
  for (let s = element.nextSibling; s; s = s.nextSibling) if (s.nodeName === element.nodeName) return 1;
  return undefined;
}
