import { closest } from '../diagnostics/closest';
import { NAMESPACES } from './path';
import type { Found, XmlAttribute, XmlNode } from './tree';
import { holdersOf, namesIn } from './vocabulary';
import { prefixOf } from './xml-name';

/** libvirt's elements for QEMU alone, below `<domain>`. */
const OF_QEMU = ['commandline', 'capabilities', 'override', 'deprecation'];
const QEMU = NAMESPACES['qemu'];

/** What is meant by a child element that nobody asked for, as an imperative; undefined where there is no guess. */
export function elementHint(node: XmlNode): string | undefined {
  const { parent } = node;
  if (parent === undefined) return undefined;
  return qemuHint(node, parent) ?? misplacedHint(node, parent) ?? spellingHint(meantElement(node, parent));
}

/**
 * Whether it is a section that is known in its parent, with nothing in it: programs that write XML by a template, as KubeVirt,
 * have all of them, and the parser asks for what is in a section.
 */
export function isEmptySection(node: XmlNode): boolean {
  const { parent, localName, firstChild, hasText } = node;
  if (parent === undefined || firstChild !== undefined || hasText || hasAttributes(node)) return false;
  const isSection = namesIn(localName, 'elements').some((name) => name !== '');
  return isSection && namesIn(parent.localName, 'elements').includes(localName) && !elementHint(node);
}

function hasAttributes({ firstAttribute }: XmlNode): boolean {
  for (let one = firstAttribute; one; one = one.next)
    if (one.name !== 'xmlns' && !one.name.startsWith('xmlns:')) return true;
  return false;
}

/** Whether such an element can be in its parent. */
export function isKnownElement({ parent, localName }: XmlNode): boolean {
  return parent !== undefined && namesIn(parent.localName, 'elements').includes(localName);
}

/** Whether such an element can have such an attribute. */
export function isKnownAttribute({ owner, localName }: XmlAttribute): boolean {
  return namesIn(owner.localName, 'attributes').includes(localName);
}

/** The same as of an element. */
export function attributeHint(attribute: XmlAttribute): string | undefined {
  const meant = closestName(attribute, namesIn(attribute.owner.localName, 'attributes'));
  return meant === undefined ? undefined : `did you mean '${meant}'? else remove it`;
}

function spellingHint(meant: string | undefined): string | undefined {
  return meant === undefined ? undefined : `did you mean <${meant}>? else remove it`;
}

function meantElement(node: XmlNode, parent: XmlNode): string | undefined {
  const known = namesIn(parent.localName, 'elements');
  // `<vcpus>2</vcpus>`: what holds elements here, and was given a value.
  const isValue = node.firstChild === undefined && node.hasText;
  const meant = isValue
    ? closest(
        node.localName,
        known.filter((name) => name !== node.localName),
      )
    : closestName(node, known);
  const prefix = prefixOf(node.tagName);
  return meant === undefined || prefix === '' ? meant : `${prefix}:${meant}`;
}

/** What is known, but not in this kind of it, is no matter of spelling. */
function closestName({ localName }: Found, known: readonly string[]): string | undefined {
  return known.includes(localName) ? undefined : closest(localName, known);
}

/** Where elements of a name are understood, as `in <devices>`; undefined where nobody can tell. */
export function placeOfElement(name: string): string | undefined {
  const holders = holdersOf(name);
  if (OF_QEMU.includes(name)) return undefined;
  if (holders.includes('domain')) return 'directly in <domain>';
  if (holders.includes('devices')) return 'in <devices>';
  // Further down, one word means many things.
  const sections = namesIn('domain', 'elements').filter((section) => !OF_QEMU.includes(section));
  const isKnown = holders.length > 0 && holders.every((holder) => sections.includes(holder));
  return isKnown ? `in ${holders.map((holder) => `<${holder}>`).join(' or ')}` : undefined;
}

/** A name that is understood elsewhere. */
function misplacedHint({ localName, namespace }: XmlNode, parent: XmlNode): string | undefined {
  if (namespace !== null || namesIn(parent.localName, 'elements').includes(localName)) return undefined;
  const place = placeOfElement(localName);
  return place && `write it ${place}, or remove it`;
}

/** Elements for QEMU alone that are not in QEMU's namespace, by the prefix or by what it stands for. */
function qemuHint(node: XmlNode, parent: XmlNode): string | undefined {
  if (node.namespace === QEMU) return unprefixedHint(node, prefixOf(node.tagName));
  const isOfQemu =
    parent.namespace === QEMU || (parent.localName === 'domain' && OF_QEMU.includes(node.localName));
  if (!isOfQemu) return undefined;
  const prefix = prefixOf(node.tagName);
  if (prefix !== '') return `correct its namespace: write xmlns:${prefix}='${QEMU}'`;
  const declared = declaredPrefix(node);
  return declared === undefined
    ? `write <qemu:${node.localName}>, and xmlns:qemu='${QEMU}' in <domain>`
    : `write <${declared}:${node.localName}>`;
}

/** Nothing in it is for QEMU: its elements need the prefix, too. */
function unprefixedHint({ firstChild: child }: XmlNode, prefix: string): string | undefined {
  return child === undefined || child.namespace === QEMU || prefix === ''
    ? undefined
    : `write what is in it with its prefix, too: <${prefix}:${child.localName}>`;
}

/** The prefix that an element around a node declares for QEMU's namespace. */
function declaredPrefix(node: XmlNode): string | undefined {
  for (let at: XmlNode | undefined = node; at; at = at.parent)
    for (let one = at.firstAttribute; one; one = one.next)
      if (one.name.startsWith('xmlns:') && one.value === QEMU) return one.localName;
  return undefined;
}
