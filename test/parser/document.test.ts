import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { parseDocument } from '../../src/parser/document';
import { readPlain } from '../../src/parser/plain-reader';
import type { XmlAttribute, XmlNode } from '../../src/parser/tree';
import { parseWithXmldom } from '../../src/parser/xmldom';
import { domainTexts } from './texts';

/** Our tree rests on an option of xmldom's that its types leave out: these tests hold it to xmldom's own DOM. */

interface Located {
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

interface Shape {
  name: string;
  namespace: string | null;
  at: string;
  text: string;
  attributes: string[];
  children: Shape[];
}

function ofDom(element: Element): Shape {
  const { lineNumber, columnNumber } = element as Located;
  return {
    name: element.tagName,
    namespace: element.namespaceURI || null,
    at: `${lineNumber}:${columnNumber}`,
    text: element.textContent ?? '',
    attributes: [...element.attributes].map((attribute) => {
      const at = attribute as Located;
      return `${at.lineNumber}:${at.columnNumber} {${attribute.namespaceURI ?? ''}}${attribute.localName}=${attribute.value}`;
    }),
    children: [...element.childNodes].filter((node): node is Element => node.nodeType === 1).map(ofDom),
  };
}

function ofTree(node: XmlNode): Shape {
  return {
    name: node.tagName,
    namespace: node.namespace,
    at: `${node.line}:${node.column}`,
    text: node.textContent,
    attributes: attributesOf(node).map(
      ({ line, column, namespace, localName, value }) =>
        `${line}:${column} {${namespace ?? ''}}${localName}=${value}`,
    ),
    children: node.children.map(ofTree),
  };
}

function attributesOf(node: XmlNode): XmlAttribute[] {
  const attributes = [];
  for (let one = node.firstAttribute; one; one = one.next) attributes.push(one);
  return attributes;
}

/** What xmldom alone makes of a text: its root, or that there is something wrong with it. */
function dom(text: string): Shape | 'refused' {
  const said: string[] = [];
  const onError = (_level: string, message: string) => void said.push(message);
  try {
    const { documentElement } = new DOMParser({ onError }).parseFromString(text, 'text/xml');
    return said.length > 0 || documentElement === null ? 'refused' : ofDom(documentElement);
  } catch {
    return 'refused';
  }
}

function tree(text: string): Shape | 'refused' {
  const said: string[] = [];
  const root = parseDocument(text, ({ code }) => void said.push(code));
  if (root === undefined) expect(said).toHaveLength(1);
  return root === undefined ? 'refused' : ofTree(root);
}

test('the tree says what the DOM says, over every domain file of the project', () => {
  for (const text of domainTexts()) expect(tree(text)).toEqual(dom(text));
});

test("xmldom's events give the tree that plain text gives, over every domain file of the project", () => {
  const texts = domainTexts();
  for (const text of texts) {
    const root = parseWithXmldom(text, () => {});
    expect(root && ofTree(root)).toEqual(dom(text));
  }
  const plain = texts.filter((text) => readPlain(text) !== undefined);
  expect(plain.length).toBeGreaterThan(0.95 * texts.length);
});

test('what is read as plain is what the DOM says, whatever happened to a domain file', () => {
  const texts = domainTexts();
  const pieces = fc.oneof(
    fc.constantFrom(...Array.from('<>/="\'&;:!?-[] \n\t\rax1\u0080\u00a0\u00e9')),
    fc.constantFrom('<!--', '-->', '--', '<a>', '</a>', '<a/>', ' b="1"', " b='<'", '&amp;', '&#65;', '&x;'),
    fc.constantFrom(
      ' xmlns="urn:a"',
      ' xmlns:q="urn:q"',
      ' xmlns:xml="x"',
      ' q:b="1"',
      '<q:a>',
      '<?xml?>',
      ']]>',
    ),
  );
  const accident = fc.record({
    where: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(4),
    piece: pieces,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(accident, { minLength: 1, maxLength: 3 }),
      (whole, accidents) => {
        const text = accidents.reduce((before, { where, cut, piece }) => {
          const at = Math.floor(where * before.length);
          return before.slice(0, at) + piece + before.slice(at + cut);
        }, whole);
        const root = readPlain(text);
        if (root !== undefined) expect(ofTree(root)).toEqual(dom(text));
      },
    ),
    { numRuns: 1000 },
  );
});

test('the tree says what the DOM says, over any small document', () => {
  const characters = fc.stringMatching(/^[ \n\ta-z"'>é]{0,6}$/);
  const value = fc.stringMatching(/^[ \n\ta-z'é]{0,6}$/).map((text) => text.replace(/'/g, '&apos;&#65;&lt;'));
  const name = fc.constantFrom('a', 'b', 'q:c', 'q:d');
  const attribute = fc.tuple(fc.constantFrom('x', 'q:y', 'z'), value).map(([key, text]) => ({ key, text }));
  const attributes = fc
    .uniqueArray(attribute, { selector: ({ key }) => key, maxLength: 3 })
    .map((each) => each.map(({ key, text }) => ` ${key}="${text}"`).join('\n'));
  const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
    element: fc
      .tuple(name, attributes, fc.array(tie('content'), { maxLength: 4 }))
      .map(([tag, own, inner]) =>
        inner.length ? `<${tag}${own}>${inner.join('')}</${tag} >` : `<${tag}${own}/>`,
      ),
    content: fc.oneof(
      { depthSize: 'small' },
      characters,
      fc.constantFrom('<!-- - -->', '<![CDATA[<&]]>', '<?pi x?>', '&amp;&#x41;', '\r\n'),
      tie('element'),
    ),
  }));
  fc.assert(
    fc.property(element, (inner) => {
      const text = `<root xmlns:q="urn:q">${inner}</root>\n`;
      expect(tree(text)).toEqual(dom(text));
      const root = parseWithXmldom(text, () => {});
      expect(root && ofTree(root)).toEqual(dom(text));
    }),
  );
});

test.each([
  '',
  ' ',
  'no markup',
  '<a/>text',
  '<a/><b/>',
  '<a></b>',
  '<a',
  '<a b="1" b="2"/>',
  '<p:a/>',
  '<a p:b="1"/>',
  '<a xmlns:p=""><p:b/></a>',
  '<a>&unknown;</a>',
  '<a>&amp</a>',
  '<a><!-- -- --></a>',
  '</a>',
  '<a b/>',
  '<a b=1/>',
  '<?xml version="1.0"?>',
  'x<a/>',
])('what xmldom refuses is refused: %j', (text) => {
  expect(tree(text)).toBe('refused');
  expect(dom(text)).toBe('refused');
});

test.each(['<a/><![CDATA[x]]>', '<a/></a>'])('what xmldom lets pass is refused all the same: %j', (text) => {
  expect(tree(text)).toBe('refused');
  expect(dom(text)).not.toBe('refused');
});

test('the character that stands for what a decoder could not read is a character like others', () => {
  expect(tree('<a>\ufffd</a>')).toMatchObject({ text: '\ufffd' });
});
