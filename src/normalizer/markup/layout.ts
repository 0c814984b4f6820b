import type { Part, Value } from '../part';
import type { Markup } from './scan';

/** How the file is written, so that what is added looks like the rest. */
export interface Layout {
  readonly newline: string;
  /** One step of indentation. */
  readonly step: string;
  readonly quote: '"' | "'";
}

export function layoutOf(text: string, root: Markup): Layout {
  const outer = indentOf(text, root) ?? '';
  const first = root.children.map((child) => indentOf(text, child)).find((indent) => indent !== undefined);
  const step = first?.startsWith(outer) === true ? first.slice(outer.length) : '';
  const [attribute] = root.attributes;
  return {
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    step: step === '' ? '  ' : step,
    quote: attribute !== undefined && text[attribute.end - 1] === '"' ? '"' : "'",
  };
}

/** The white space before an element that is the first on its line; undefined where something stands before it. */
export function indentOf(text: string, { start }: Markup): string | undefined {
  let from = start;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from -= 1;
  return from === 0 || text[from - 1] === '\n' || text[from - 1] === '\r'
    ? text.slice(from, start)
    : undefined;
}

/** Behind an element and the comments that follow it on its line: they are about it. */
export function lineEndOf(text: string, offset: number): number {
  const rest = /[ \t]*(?:<!--(?:(?!-->)[^\r\n])*-->[ \t]*)*(?=[\r\n])/y;
  rest.lastIndex = offset;
  return offset + (rest.exec(text)?.[0].trimEnd().length ?? 0);
}

/** A new element; `indent` undefined: in line, with no white space in it. */
export function written(part: Part, indent: string | undefined, layout: Layout): string {
  const tag = `<${part.name}${attributesText(part.attributes, layout)}`;
  const end = `</${part.name}>`;
  if (part.text !== undefined) return `${tag}>${escaped(part.text)}${end}`;
  if (part.children.length === 0) return `${tag}/>`;
  return `${tag}>${below(part.children, indent, layout)}${end}`;
}

/** What stands between the tags of an element that is indented by `indent`. */
export function below(parts: readonly Part[], indent: string | undefined, layout: Layout): string {
  if (indent === undefined) return parts.map((child) => written(child, undefined, layout)).join('');
  const deeper = indent + layout.step;
  const lines = parts.map((child) => layout.newline + deeper + written(child, deeper, layout));
  return `${lines.join('')}${layout.newline}${indent}`;
}

export function attributesText(attributes: Readonly<Record<string, Value>>, { quote }: Layout): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${quote}${escaped(String(value))}${quote}`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&apos;',
  '"': '&quot;',
};

/** Control characters that XML can hold are written so that they are read back as they are. */
export function escaped(value: string): string {
  return value.replace(/[&<>'"\t\r\n]/g, (char) => ENTITIES[char] ?? `&#${char.charCodeAt(0)};`);
}
