/** An attribute as written, with its place and whether anybody asked for it. */
export class XmlAttribute {
  read = false;
  /** The attribute after it in the same tag. */
  next: XmlAttribute | undefined = undefined;

  constructor(
    readonly owner: XmlNode,
    /** With its prefix, if it has one. */
    readonly name: string,
    readonly localName: string,
    /** Null without a prefix: an attribute does not take the default namespace. */
    public namespace: string | null,
    readonly value: string,
    readonly line: number,
    readonly column: number,
  ) {}
}

/**
 * An element: no more of the DOM than reading needs, since building a whole DOM takes longer than all reads of it.
 * Attributes and children are chains: most elements have one or two, and a list of one takes the room of seventeen.
 * Text is kept the way ElementTree does: before the first child here, after each child with that child.
 */
export class XmlNode {
  read = false;
  /** Whether anybody asked for its text. */
  textRead = false;
  firstAttribute: XmlAttribute | undefined = undefined;
  firstChild: XmlNode | undefined = undefined;
  private lastChild: XmlNode | undefined = undefined;
  /** The element after it below the same parent. */
  next: XmlNode | undefined = undefined;
  /** Of its children, how XPath names each among those of its name; counted when it is asked for. */
  steps: ReadonlyMap<XmlNode, string> | undefined = undefined;
  /** This element's own text before its first child. */
  private text = '';
  /** Its parent's text between this element and the next. */
  private tail = '';

  constructor(
    readonly parent: XmlNode | undefined,
    /** With its prefix, if it has one; xmldom's reader compares it with the end tag. */
    readonly tagName: string,
    readonly localName: string,
    /** Known when the whole tag was read. */
    public namespace: string | null,
    readonly line: number,
    readonly column: number,
  ) {}

  /** The text of this element and of all below it, in document order. */
  get textContent(): string {
    let { text } = this;
    for (let child = this.firstChild; child; child = child.next) text += child.textContent + child.tail;
    return text;
  }

  /** Whether there is more than white space between its tags and those of its children. */
  get hasText(): boolean {
    for (let child = this.firstChild; child; child = child.next) if (MARK.test(child.tail)) return true;
    return MARK.test(this.text);
  }

  get children(): XmlNode[] {
    const children: XmlNode[] = [];
    for (let child = this.firstChild; child; child = child.next) children.push(child);
    return children;
  }

  append(child: XmlNode): void {
    if (this.lastChild === undefined) this.firstChild = child;
    else this.lastChild.next = child;
    this.lastChild = child;
  }

  appendText(text: string): void {
    if (this.lastChild === undefined) this.text += text;
    else this.lastChild.tail += text;
  }
}

/** What is no white space. */
const MARK = /\S/;

/** What a path leads to. */
export type Found = XmlNode | XmlAttribute;

export function isElement(found: Found): found is XmlNode {
  return found instanceof XmlNode;
}
