import { unreadAttribute, unreadElement, unreadSecond, unreadText, valueEmpty } from '../diagnostics/catalog';
import type { Diagnostic, Report } from '../diagnostics/diagnostic';
import { placeOf } from './place';
import type { XmlAttribute, XmlNode } from './tree';
import type * as UnreadHint from './unread-hint';

/**
 * Warns, in the order of the document, of every element, attribute and text below this one that was
 * never asked for. Below what is `refused` for its type or the like, nobody asks for what belongs to it: there only what
 * libvirt does not know is told.
 */
export function reportUnread(element: XmlNode, report: Report, refused?: ReadonlySet<XmlNode>): void {
  const pending = [element];
  let parent: XmlNode | undefined;
  let firsts: ReadonlyMap<string, XmlNode> = new Map();
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.read) {
      const spared = refused !== undefined && isBelow(next, refused);
      unreadAttributes(next, report, spared);
      if (!next.textRead && next.hasText && !spared) report(unreadText(placeOf(next), next.tagName));
      for (const child of next.children.reverse()) pending.push(child);
    } else if (refused === undefined || !isBelow(next, refused) || !hints().isKnownElement(next)) {
      if (next.parent !== parent) firsts = firstsRead((parent = next.parent));
      const first = firsts.get(next.tagName);
      if (first !== undefined || !hints().isEmptySection(next)) report(unreadChild(next, first));
    }
  }
}

function unreadAttributes(element: XmlNode, report: Report, spared: boolean): void {
  for (let attribute = element.firstAttribute; attribute; attribute = attribute.next)
    if (!attribute.read && !isNamespace(attribute.name) && !(spared && hints().isKnownAttribute(attribute)))
      report(unreadOne(attribute, element));
}

function isBelow(node: XmlNode, refused: ReadonlySet<XmlNode>): boolean {
  for (let at: XmlNode | undefined = node; at; at = at.parent) if (refused.has(at)) return true;
  return false;
}

function unreadOne(attribute: XmlAttribute, { tagName }: XmlNode): Diagnostic {
  const at = placeOf(attribute);
  return attribute.value === '' && hints().isKnownAttribute(attribute)
    ? valueEmpty(at, attribute.name, tagName)
    : unreadAttribute(at, attribute.name, tagName, hints().attributeHint(attribute));
}

function unreadChild(child: XmlNode, first: XmlNode | undefined): Diagnostic {
  const { tagName } = child;
  return first === undefined
    ? unreadElement(placeOf(child), tagName, hints().elementHint(child))
    : unreadSecond(placeOf(child), tagName, placeOf(first));
}

/** Of the children that were read, the first of each name. */
function firstsRead(parent: XmlNode | undefined): ReadonlyMap<string, XmlNode> {
  const read = parent?.children.filter((child) => child.read) ?? [];
  return new Map(read.reverse().map((child) => [child.tagName, child]));
}

/** Loaded here: most files have nothing that is unread. */
function hints(): typeof UnreadHint {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./unread-hint') as typeof UnreadHint;
}

function isNamespace(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}
