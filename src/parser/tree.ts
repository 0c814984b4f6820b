/** An attribute as written, with its place and whether anybody asked for it. */
export class XmlAttribute {
  read = false;

  constructor(
    readonly owner: XmlNode,
    /** With its prefix, if it has one. */
    readonly name: string,
    readonly localName: string,
    /** Null without a prefix: an attribute does not take the default namespace. */
    readonly namespace: string | null,
    readonly value: string,
    readonly line: number,
    readonly column: number,
  ) {}
}

/**
 * An element: no more of the DOM than reading needs, since building a whole DOM takes longer than all reads of it.
 * Text is kept the way ElementTree does: before the first child here, after each child with that child.
 */
export class XmlNode {
  read = false;
  readonly attributes: XmlAttribute[] = [];
  readonly children: XmlNode[] = [];
  /** This element's own text before its first child. */
  text = '';
  /** Its parent's text between this element and the next. */
  tail = '';

  constructor(
    readonly parent: XmlNode | undefined,
    /** With its prefix, if it has one; xmldom's reader compares it with the end tag. */
    readonly tagName: string,
    readonly localName: string,
    readonly namespace: string | null,
    readonly line: number,
    readonly column: number,
  ) {}

  /** The text of this element and of all below it, in document order. */
  get textContent(): string {
    let text = this.text;
    for (const child of this.children) text += child.textContent + child.tail;
    return text;
  }
}

/** What a path leads to. */
export type Found = XmlNode | XmlAttribute;

export function isElement(found: Found): found is XmlNode {
  return found instanceof XmlNode;
}
