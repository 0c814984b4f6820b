import { isElement, type Found, type XmlNode } from './tree';

/** A node is read together with the elements that lead to it. */
export function mark(node: Found): void {
  let at: Found | undefined = node;
  while (at !== undefined && !at.read) {
    at.read = true;
    at = isElement(at) ? at.parent : at.owner;
  }
}

/** All of an element is read. */
export function markTree(element: XmlNode): void {
  const pending = [element];
  for (let next = pending.pop(); next; next = pending.pop()) {
    next.read = true;
    next.textRead = true;
    for (let attribute = next.firstAttribute; attribute; attribute = attribute.next) attribute.read = true;
    for (let child = next.firstChild; child; child = child.next) pending.push(child);
  }
}
