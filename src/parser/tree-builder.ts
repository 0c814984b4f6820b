import { XmlAttribute, XmlNode } from './tree';
import { xmldom } from './xmldom-package';

/** xmldom's attributes of a start tag, by number. */
interface SaxAttributes {
  readonly length: number;
  getURI(index: number): string | null | undefined;
  getLocalName(index: number): string;
  getQName(index: number): string;
  getValue(index: number): string;
  getLocator(index: number): Locator;
}

/** 1-based; xmldom's reader moves it along as it reads. */
export interface Locator {
  lineNumber: number;
  columnNumber: number;
}

type OnError = (level: string, message: string, context: { readonly locator: Locator }) => void;

/** What goes on above the root: xmldom's reader asks it for the root, and for nodes of text that has no markup. */
export class TreeDocument {
  documentElement: XmlNode | undefined;
  readonly tagName = '';
  createTextNode(text: string): { readonly tagName: string; readonly text: string } {
    return { tagName: '', text };
  }
  appendChild(): void {}
}

/**
 * Takes the events of xmldom's reader (its option `domHandler`) and builds a tree of XmlNode. What its own handler finds
 * wrong while it builds a DOM is found here too: a second root, text outside the root, a prefix that stands for nothing.
 */
export class TreeBuilder {
  readonly mimeType: string;
  readonly doc = new TreeDocument();
  /** The element that is open; the document after the root was closed. */
  currentElement: XmlNode | TreeDocument | undefined;
  locator: Locator = { lineNumber: 1, columnNumber: 1 };
  private readonly onError: OnError;

  constructor(options: { readonly mimeType: string; readonly onError: OnError }) {
    this.mimeType = options.mimeType;
    this.onError = options.onError;
  }

  setDocumentLocator(locator: Locator): void {
    locator.lineNumber = 0;
    this.locator = locator;
  }

  startDocument(): void {}
  endDocument(): void {}
  startPrefixMapping(): void {}
  endPrefixMapping(): void {}
  processingInstruction(): void {}
  comment(): void {}
  startCDATA(): void {}
  endCDATA(): void {}
  startDTD(): void {}
  endDTD(): void {}

  startElement(
    uri: string | null | undefined,
    localName: string,
    name: string,
    attributes: SaxAttributes,
  ): void {
    const parent = this.currentElement instanceof XmlNode ? this.currentElement : undefined;
    const { lineNumber, columnNumber } = this.locator;
    const namespace = this.namespaceOf(uri, localName, name);
    const node = new XmlNode(parent, name, localName, namespace, lineNumber, columnNumber);
    if (parent !== undefined) parent.append(node);
    else if (this.doc.documentElement === undefined) this.doc.documentElement = node;
    else this.fatalError(`a second root element: <${name}>`);
    this.currentElement = node;
    let last: XmlAttribute | undefined;
    for (let i = 0; i < attributes.length; i++) {
      const attribute = this.attributeOf(node, attributes, i);
      if (last === undefined) node.firstAttribute = attribute;
      else last.next = attribute;
      last = attribute;
    }
  }

  endElement(): void {
    const { currentElement } = this;
    if (!(currentElement instanceof XmlNode)) return this.fatalError('an end tag after the root element');
    this.currentElement = currentElement.parent ?? this.doc;
  }

  characters(source: string, start: number, length: number): void {
    const text = source.substring(start, start + length);
    const element = this.currentElement;
    if (element instanceof XmlNode) element.appendText(text);
    else if (/\S/.test(text)) this.fatalError('text outside the root element');
  }

  /** The character that a decoder puts for what it could not read is a character like others. */
  warning(message: string): void {
    if (!message.startsWith('Unicode replacement character')) this.fatalError(message);
  }

  error(message: string): void {
    this.fatalError(message);
  }

  /** The reader stops at this error alone; after any other it would look for a way to go on. */
  fatalError(message: string): never {
    this.onError('fatalError', message, this);
    const { ParseError } = xmldom();
    throw new ParseError(message, this.locator);
  }

  private attributeOf(owner: XmlNode, attributes: SaxAttributes, index: number): XmlAttribute {
    const name = attributes.getQName(index);
    const localName = attributes.getLocalName(index);
    const { lineNumber, columnNumber } = attributes.getLocator(index);
    const namespace = this.namespaceOf(attributes.getURI(index), localName, name);
    return new XmlAttribute(
      owner,
      name,
      localName,
      namespace,
      attributes.getValue(index),
      lineNumber,
      columnNumber,
    );
  }

  /** Names in XML 5: a prefix has to stand for a namespace. */
  private namespaceOf(uri: string | null | undefined, localName: string, name: string): string | null {
    if (uri) return uri;
    if (localName !== name) this.fatalError(`no namespace is bound to the prefix of '${name}'`);
    return null;
  }
}
