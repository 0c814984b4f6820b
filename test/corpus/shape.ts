import { DOMParser, type Element } from '@xmldom/xmldom';

/** What a domain XML has and another has not: elements, attributes and texts by their paths, numbers however written. */
export function lacking(wanted: string, text: string): string[] {
  const there = new Map<string, number>();
  for (const item of items(rootOf(text))) there.set(item, (there.get(item) ?? 0) + 1);
  return items(rootOf(wanted)).filter((item) => {
    const left = there.get(item) ?? 0;
    there.set(item, left - 1);
    return left <= 0;
  });
}

function rootOf(text: string): Element {
  return new DOMParser().parseFromString(text, 'text/xml').documentElement!;
}

function items(element: Element, above = ''): string[] {
  if (element.prefix !== null || element.nodeName === 'metadata') return [];
  const path = `${above}/${element.nodeName}`;
  const children = Array.from(element.childNodes).filter((node) => node.nodeType === 1) as Element[];
  const content = children.length === 0 ? (element.textContent ?? '').trim() : '';
  return [
    path,
    ...(content === '' ? [] : [`${path} = ${plain(content)}`]),
    ...Array.from(element.attributes)
      .filter(({ prefix }) => prefix !== 'xmlns')
      .map(({ name, value }) => `${path}/@${name} = ${plain(value)}`),
    ...children.flatMap((child) => items(child, path)),
  ];
}

function plain(value: string): string {
  return /^(0x[0-9a-f]+|\d+)$/i.test(value) ? String(Number(value)) : value;
}
