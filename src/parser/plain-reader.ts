import { LIMITS } from './limits';
import { knownName, localPart, NAME_START, nameRole, prefixOf } from './xml-name';
import { XmlAttribute, XmlNode } from './tree';

/**
 * Reads plain XML, which nearly every domain is, several times as fast as xmldom: elements, attributes, text, comments and
 * XML's five entities, with names in ASCII. Undefined for everything else and for whatever may be wrong with a text:
 * xmldom then reads or refuses it. What is read here is the very tree that comes of xmldom's events.
 */
export function readPlain(text: string): XmlNode | undefined {
  if (text.length > LIMITS.text || UNUSUAL.test(text)) return undefined;
  try {
    return new PlainReader(text).document();
  } catch (problem) {
    if (problem instanceof NotPlain) return undefined;
    throw problem;
  }
}

class NotPlain extends Error {}

/** Control characters, carriage returns, and halves of pairs. */
const UNUSUAL = /[^\t\n\u0020-\ud7ff\ue000-\ufffd]/;
const DECLARATION =
  /<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?[ \n]*\?>/y;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
]);
const XMLNS = 'http://www.w3.org/2000/xmlns/';

const TAB = 0x09;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const BANG = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Each is compared with those before it; a tag with more is xmldom's. */
const MOST_ATTRIBUTES = 64;

/** A namespace that a tag declares for itself and for what is in its element. */
interface Scope {
  readonly owner: XmlNode;
  readonly prefix: string;
  readonly uri: string;
  readonly outer: Scope | undefined;
}

/** One text, read from its start to its end; throws NotPlain wherever it is not plain. */
class PlainReader {
  private at = 0;
  private line = 1;
  private lineStart = 0;
  private lineEnd: number;
  private elements = 0;
  private depth = 0;
  private scope: Scope | undefined = undefined;
  private root: XmlNode | undefined = undefined;
  /** Whether the tag that is read has a name with a prefix, or declares a namespace. */
  private hasPrefix = false;
  private readonly hasReferences: boolean;
  private readonly hasTabs: boolean;

  constructor(private readonly text: string) {
    this.lineEnd = this.endOfLine();
    this.hasReferences = text.includes('&');
    this.hasTabs = text.includes('\t');
  }

  document(): XmlNode {
    DECLARATION.lastIndex = 0;
    if (this.text.startsWith('<?xml') && DECLARATION.test(this.text)) this.at = DECLARATION.lastIndex;
    this.outside();
    // No recursion: how deep the elements are is the text's choice.
    for (let open = this.startTag(undefined); open !== undefined;) open = this.content(open);
    this.outside();
    if (this.at !== this.text.length || this.root === undefined) throw new NotPlain();
    return this.root;
  }

  /** White space and comments around the root. */
  private outside(): void {
    this.space();
    while (this.text.startsWith('<!--', this.at)) {
      this.comment();
      this.space();
    }
  }

  /** Text and the markup after it. Gives the element that is open then. */
  private content(open: XmlNode): XmlNode | undefined {
    const tag = this.text.indexOf('<', this.at);
    if (tag < 0) throw new NotPlain();
    if (tag > this.at) open.appendText(this.decoded(this.at, tag));
    this.at = tag;
    const kind = this.text.charCodeAt(tag + 1);
    if (kind === SLASH) return this.endTag(open);
    if (kind !== BANG) return this.startTag(open);
    this.comment();
    return open;
  }

  private comment(): void {
    if (!this.text.startsWith('<!--', this.at)) throw new NotPlain();
    const end = this.text.indexOf('--', this.at + 4);
    if (end < 0 || this.text.charCodeAt(end + 2) !== GREATER) throw new NotPlain();
    this.at = end + 3;
  }

  private endTag(open: XmlNode): XmlNode | undefined {
    const { tagName } = open;
    if (!this.text.startsWith(tagName, this.at + 2)) throw new NotPlain();
    this.at += 2 + tagName.length;
    this.space();
    this.expect(GREATER);
    this.depth--;
    this.close(open);
    return open.parent;
  }

  /** Gives the element that is open after the tag. */
  private startTag(parent: XmlNode | undefined): XmlNode | undefined {
    const start = this.at;
    const column = this.columnOf(start);
    const { line } = this;
    this.expect(LESS);
    const name = this.name();
    const node = new XmlNode(parent, name, localPart(name), null, line, column);
    if (parent === undefined) this.root = node;
    else parent.append(node);
    this.attributes(node);
    if (this.hasPrefix || this.scope !== undefined) this.bind(node);
    const isEmpty = this.text.charCodeAt(this.at) === SLASH;
    if (isEmpty) this.at++;
    this.expect(GREATER);
    this.count(start, isEmpty);
    if (!isEmpty) return node;
    this.close(node);
    return parent;
  }

  /** Refuses what is too much, and a `<` within the tag, which only a value could hold. */
  private count(start: number, isEmpty: boolean): void {
    const next = this.text.indexOf('<', start + 1);
    if (next >= 0 && next < this.at) throw new NotPlain();
    if (this.at - start > LIMITS.tag || ++this.elements > LIMITS.elements) throw new NotPlain();
    if (!isEmpty && ++this.depth > LIMITS.depth) throw new NotPlain();
  }

  private attributes(node: XmlNode): void {
    let last: XmlAttribute | undefined;
    for (let count = 0; this.space() && !this.isEndOfTag(); count++) {
      const attribute = this.attribute(node);
      for (let one = node.firstAttribute; one; one = one.next)
        if (one.name === attribute.name) throw new NotPlain();
      if (last === undefined) node.firstAttribute = attribute;
      else last.next = attribute;
      last = attribute;
      if (count === MOST_ATTRIBUTES) throw new NotPlain();
    }
  }

  private attribute(owner: XmlNode): XmlAttribute {
    const name = this.name();
    if (name === 'xmlns') this.hasPrefix = true;
    this.expect(EQUALS);
    const start = this.at;
    const quote = this.text.charCodeAt(start);
    if (quote !== QUOTE && quote !== APOSTROPHE) throw new NotPlain();
    const end = this.text.indexOf(quote === QUOTE ? '"' : "'", start + 1);
    const column = this.columnOf(start);
    // White space in a value would have to be normalized.
    if (end < 0 || end >= this.lineEnd) throw new NotPlain();
    const value = this.decoded(start + 1, end);
    if (this.hasTabs && value.includes('\t')) throw new NotPlain();
    this.at = end + 1;
    return new XmlAttribute(owner, name, localPart(name), null, value, this.line, column);
  }

  /** Finds the namespaces of a tag; those that it declares count for itself too. */
  private bind(node: XmlNode): void {
    this.hasPrefix = false;
    for (let one = node.firstAttribute; one; one = one.next)
      if (one.name === 'xmlns' || one.name.startsWith('xmlns:')) this.declare(node, one);
    node.namespace = this.namespaceOf(prefixOf(node.tagName));
    for (let one = node.firstAttribute; one; one = one.next)
      if (one.namespace === null && one.localName !== one.name)
        one.namespace = this.namespaceOf(prefixOf(one.name));
  }

  private declare(owner: XmlNode, attribute: XmlAttribute): void {
    const { localName, name, value } = attribute;
    const prefix = name === 'xmlns' ? '' : localName;
    if (prefix.startsWith('xml')) throw new NotPlain();
    this.scope = { owner, prefix, uri: value, outer: this.scope };
    attribute.namespace = XMLNS;
  }

  private namespaceOf(prefix: string): string | null {
    let { scope } = this;
    while (scope !== undefined && scope.prefix !== prefix) scope = scope.outer;
    const uri = scope?.uri ?? '';
    if (uri === '' && prefix !== '') throw new NotPlain();
    return uri === '' ? null : uri;
  }

  private close(node: XmlNode): void {
    while (this.scope?.owner === node) this.scope = this.scope.outer;
  }

  /** Whether there was any white space; it is behind us then. */
  private space(): boolean {
    const start = this.at;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== SPACE && code !== NEWLINE && code !== TAB) return this.at > start;
      this.at++;
    }
  }

  private isEndOfTag(): boolean {
    const code = this.text.charCodeAt(this.at);
    return code === GREATER || code === SLASH;
  }

  private expect(code: number): void {
    if (this.text.charCodeAt(this.at) !== code) throw new NotPlain();
    this.at++;
  }

  private name(): string {
    const start = this.at;
    this.namePart();
    if (this.text.charCodeAt(this.at) === COLON) {
      this.at++;
      this.namePart();
      this.hasPrefix = true;
    }
    return knownName(this.text, start, this.at);
  }

  private namePart(): void {
    if (nameRole(this.text.charCodeAt(this.at)) !== NAME_START) throw new NotPlain();
    do this.at++;
    while (nameRole(this.text.charCodeAt(this.at)) > 0);
  }

  private decoded(start: number, end: number): string {
    const raw = this.text.slice(start, end);
    return this.hasReferences && raw.includes('&') ? raw.replace(/&[a-z]*;?/g, entity) : raw;
  }

  /** Moves on to the line of a character. */
  private columnOf(index: number): number {
    while (index >= this.lineEnd) {
      this.line++;
      this.lineStart = this.lineEnd;
      this.lineEnd = this.endOfLine();
    }
    return index - this.lineStart + 1;
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.lineStart);
    return end < 0 ? this.text.length + 1 : end + 1;
  }
}

function entity(reference: string): string {
  const character = ENTITIES.get(reference);
  if (character === undefined) throw new NotPlain();
  return character;
}
