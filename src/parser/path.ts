import { isElement, type Found, type XmlAttribute, type XmlNode } from './tree';

/** The prefixes that a path may use, whatever prefix the file binds to the namespace. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  qemu: 'http://libvirt.org/schemas/domain/qemu/1.0',
  libosinfo: 'http://libosinfo.org/xmlns/libvirt/domain/1.0',
};

/** One step of a path: an attribute or a child element by name and namespace. */
interface Step {
  readonly attribute: boolean;
  /** `*` for any. */
  readonly name: string;
  readonly namespace: string | null;
}

const compiled = new Map<string, readonly Step[]>();

/**
 * The first node that a path leads to by the first element of each step, child and attribute steps such as `driver/@cache`
 * and `qemu:commandline`: of two elements of one name the second has no part in it, as if each step ended in `[1]`. The
 * elements on the way count as read, whether or not they hold what was asked for: it is their other attributes that
 * nobody knows.
 */
export function first(from: XmlNode, path: string): Found | undefined {
  if (path.startsWith('@')) return ownAttribute(from, path);
  return firstBy(from, stepsOf(path), 0);
}

/** Most reads are of an attribute without a prefix: those need no steps. */
function ownAttribute(from: XmlNode, path: string): XmlAttribute | undefined {
  for (let attribute = from.firstAttribute; attribute; attribute = attribute.next)
    if (attribute.name.length === path.length - 1 && path.endsWith(attribute.name)) return attribute;
  return undefined;
}

/** All nodes that a path leads to, in document order; `.` is the element itself. */
export function all(from: XmlNode, path: string): readonly Found[] {
  if (path === '.') return [from];
  return collect(from, stepsOf(path), 0, undefined) ?? NONE;
}

function stepsOf(path: string): readonly Step[] {
  let steps = compiled.get(path);
  if (steps === undefined) {
    if (OTHER_THAN_STEPS.test(path)) throw new RangeError(`no path: ${path}`);
    steps = path.split('/').map(stepOf);
    compiled.set(path, steps);
  }
  return steps;
}

/** What more there may be in XPath than steps such as `@name`, `prefix:name` and `*`. */
const OTHER_THAN_STEPS = /[^\w.:*@/-]/;

function stepOf(step: string): Step {
  const attribute = step.startsWith('@');
  const name = attribute ? step.slice(1) : step;
  if (name === '') throw new RangeError('a step of a path has no name');
  const colon = name.indexOf(':');
  if (colon < 0) return { attribute, name, namespace: null };
  const prefix = name.slice(0, colon);
  return { attribute, name: name.slice(colon + 1), namespace: NAMESPACES[prefix] ?? prefix };
}

function firstBy(from: XmlNode, steps: readonly Step[], at: number): Found | undefined {
  const step = steps[at];
  if (step === undefined) return from;
  if (step.attribute) return firstAttribute(from, step);
  for (let child = from.firstChild; child; child = child.next) {
    if (!isStep(child, step)) continue;
    child.read = true;
    return firstBy(child, steps, at + 1);
  }
  return undefined;
}

function firstAttribute(from: XmlNode, step: Step): XmlAttribute | undefined {
  for (let attribute = from.firstAttribute; attribute; attribute = attribute.next)
    if (isStep(attribute, step)) return attribute;
  return undefined;
}

/** Most look for what is not there, and need no list. */
function collect(
  from: XmlNode,
  steps: readonly Step[],
  at: number,
  before: Found[] | undefined,
): Found[] | undefined {
  const step = steps[at];
  if (step === undefined) return before;
  const last = at === steps.length - 1;
  let found = before;
  let node: Found | undefined = step.attribute ? from.firstAttribute : from.firstChild;
  for (; node; node = node.next) {
    if (!isStep(node, step)) continue;
    if (last) (found ??= []).push(node);
    else if (isElement(node)) found = collect(node, steps, at + 1, found);
  }
  return found;
}

const NONE: readonly Found[] = [];

/** XPath 1.0 2.3: `*` without a prefix is any node in any namespace. */
function isStep(node: Found, { name, namespace }: Step): boolean {
  if (name === '*') return namespace === null || node.namespace === namespace;
  return node.localName === name && node.namespace === namespace;
}
