import type { Attr, Element, Node } from '@xmldom/xmldom';

/** What a path leads to, in document order. */
export type Found = Element | Attr;
export type Walk = (from: Element) => readonly Found[];

/** The prefixes that a path may use, whatever prefix the file binds to the namespace. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  qemu: 'http://libvirt.org/schemas/domain/qemu/1.0',
};

const compiled = new Map<string, Walk>();

/**
 * Compiles an XPath once. Child and attribute steps and unions of them become a walk over children, 0.3 µs a read;
 * everything else (predicates, axes, functions) is left to the xpath package.
 */
export function compile(path: string): Walk {
  let walk = compiled.get(path);
  if (walk === undefined) {
    walk = compileOnce(path);
    compiled.set(path, walk);
  }
  return walk;
}

/** The first that a path leads to: what nearly every read wants, found without a list. */
export function first(path: string): (from: Element) => Found | undefined {
  let walk = compiledFirst.get(path);
  if (walk === undefined) {
    const steps = path.split('/');
    walk = steps.every((step) => NAMED.test(step)) ? firstOf(steps) : (from) => compile(path)(from)[0];
    compiledFirst.set(path, walk);
  }
  return walk;
}

const compiledFirst = new Map<string, (from: Element) => Found | undefined>();

const NAMED = /^@?[A-Za-z_][\w.-]*$/;

function firstOf([step = '', ...rest]: readonly string[]): (from: Element) => Found | undefined {
  if (step.startsWith('@')) {
    const name = step.slice(1);
    return (from) => from.getAttributeNode(name) ?? undefined;
  }
  const then = rest.length === 0 ? undefined : firstOf(rest);
  return (from) => {
    for (let child: Node | null = from.firstChild; child; child = child.nextSibling) {
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      if (element.localName !== step || element.namespaceURI !== null) continue;
      const found = then === undefined ? element : then(element);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

const STEP = /^@?(\*|[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?)$/;

/** Most reads find nothing: one list stands for all of those. */
const NOTHING: readonly Found[] = [];

function compileOnce(path: string): Walk {
  const alternatives = path.split('|').map((part) => part.trim().split('/'));
  if (!alternatives.every((steps) => steps.every((step) => STEP.test(step)))) return compileXPath(path);
  const walks = alternatives.map((steps) => walkSteps(steps.map(walkStep)));
  const [only] = walks;
  if (only !== undefined && walks.length === 1) return only;
  return (from) =>
    inDocumentOrder(
      from,
      walks.flatMap((walk) => walk(from)),
    );
}

function inDocumentOrder(from: Element, found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const wanted = new Set<Node>(found);
  const ordered: Found[] = [];
  const visit = (element: Element) => {
    if (wanted.has(element)) ordered.push(element);
    ordered.push(...attributesOf(element).filter((attribute) => wanted.has(attribute)));
    childElements(element).forEach(visit);
  };
  visit(from);
  return ordered;
}

function walkSteps(steps: readonly Walk[]): Walk {
  const [first, ...rest] = steps;
  if (first === undefined) return () => NOTHING;
  if (rest.length === 0) return first;
  const then = walkSteps(rest);
  return (from) => {
    const found = first(from);
    const [only] = found;
    if (only === undefined) return found;
    if (found.length === 1) return then(only as Element);
    return found.flatMap((node) => then(node as Element));
  };
}

function walkStep(step: string): Walk {
  if (step === '*') return childElements;
  if (step === '@*') return attributesOf;
  return step.startsWith('@') ? attributeStep(step.slice(1)) : childStep(step);
}

/** All child elements. */
export function childElements(from: Element): Element[] {
  const found: Element[] = [];
  for (let child: Node | null = from.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1) found.push(child as Element);
  return found;
}

/** All attributes, as written. */
export function attributesOf(from: Element): Attr[] {
  const found: Attr[] = [];
  for (let i = 0; i < from.attributes.length; i++) {
    const attribute = from.attributes.item(i);
    if (attribute) found.push(attribute);
  }
  return found;
}

function attributeStep(name: string): Walk {
  return (from) => {
    const attribute = from.getAttributeNode(name);
    return attribute ? [attribute] : NOTHING;
  };
}

function childStep(step: string): Walk {
  const colon = step.indexOf(':');
  const namespace = colon < 0 ? null : (NAMESPACES[step.slice(0, colon)] ?? step.slice(0, colon));
  const name = step.slice(colon + 1);
  return (from) => {
    let found: Element[] | undefined;
    for (let child: Node | null = from.firstChild; child; child = child.nextSibling) {
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      if (element.localName === name && element.namespaceURI === namespace) (found ??= []).push(element);
    }
    return found ?? NOTHING;
  };
}

/** The part of the xpath package that is used; its published types leave `parse` out. */
interface XPathPackage {
  parse(expression: string): {
    select(options: { node: Element; namespaces: Readonly<Record<string, string>> }): Found[];
  };
}

/** The xpath package is loaded when a path first needs it: start-up pays for what it uses. */
function compileXPath(path: string): Walk {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const xpath = require('xpath') as XPathPackage;
  const expression = xpath.parse(path);
  return (from) => expression.select({ node: from, namespaces: NAMESPACES });
}
