import { DOMParser, type Attr, type Element } from '@xmldom/xmldom';
import xpath from 'xpath';
import { parseDocument } from '../../src/parser/document';
import { all, first, NAMESPACES } from '../../src/parser/path';
import { placeOf } from '../../src/parser/place';
import type { Found } from '../../src/parser/tree';
import { domainTexts } from './texts';

const PATHS = [
  '@type',
  '@*',
  '*',
  'name',
  'os/type/@arch',
  'devices/disk',
  'devices/disk/source/@file',
  'devices/disk/target/@dev',
  'devices/*/@type',
  'qemu:commandline/qemu:arg/@value',
  'nothing/at/all',
  '.',
];
const select = xpath.useNamespaces(NAMESPACES);

interface Located {
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

const named = (node: Element | Attr) => {
  const { lineNumber, columnNumber } = node as Located;
  return `${lineNumber}:${columnNumber} ${node.nodeName}`;
};

const wanted = (path: string, dom: Element) =>
  (select(path, dom as never) as unknown as (Element | Attr)[])
    .filter(({ nodeName }) => !nodeName.startsWith('xmlns'))
    .map(named);

const nameOf = (node: Found) =>
  `${placeOf(node).line}:${placeOf(node).column} ${'tagName' in node ? node.tagName : node.name}`;

test('a walk finds what the xpath package finds, over every domain file of the project', () => {
  for (const text of domainTexts()) {
    const root = parseDocument(text, () => {});
    const dom = new DOMParser({ onError: () => {} }).parseFromString(text, 'text/xml').documentElement;
    if (root === undefined || dom === null) throw new Error(text);
    for (const path of PATHS) {
      const found = all(root, path)
        .map(nameOf)
        .filter((name) => !name.includes(' xmlns'));
      expect({ path, found }).toEqual({ path, found: wanted(path, dom) });
      if (path === '.' || path === '@*') continue;
      const one = first(root, path);
      const steps = path.replace(/[^/@]+(?=\/|$)/g, '$&[1]');
      expect({ path, one: one === undefined ? [] : [nameOf(one)] }).toEqual({
        path,
        one: wanted(steps, dom).slice(0, 1),
      });
    }
  }
});

test('what is no path of steps is an error of the program', () => {
  const root = parseDocument('<domain/>', () => {});
  if (root === undefined) throw new Error('no root');
  expect(() => all(root, 'devices/disk[2]')).toThrow(RangeError);
});
