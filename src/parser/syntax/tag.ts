import {
  xmlAttributeTwice,
  xmlBlankMissing,
  xmlLessInValue,
  xmlLessStray,
  xmlPrefixUnbound,
  xmlQuoteCurly,
  xmlQuoteUnended,
  xmlTagStray,
  xmlTagUnended,
  xmlUnquoted,
  xmlValueAbsent,
} from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { NAMESPACES } from '../path';
import { positionOf } from '../position';
import { localPart, prefixOf } from '../xml-name';
import type { OpenTag } from './nesting';
import { matchAt, referenceFault, type Piece, type Scanned } from './piece';

/** NameStartChar and NameChar (XML 1.0, 2.3); by ranges, since V8 takes a hundred times as long to read classes of Unicode. */
const NAME =
  /[:A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][-.:\w\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]*/uy;
const SPACE = /\s*/y;
const CURLY = /[\u2018-\u201f\u00ab\u00bb\u2032\u2033`\u00b4]/;
/** A value that took the name of the next attribute for its end: its own closing quote is missing. */
const TOOK_THE_NEXT = /\s[\w:.-]+\s*=\s*$/;

/** An attribute, by offsets. */
interface Attribute extends Piece {
  readonly name: string;
  readonly start: number;
  readonly valueAt: number;
}

/** The start tag at an offset. `outer`: the prefixes that stand for a namespace around it. */
export function startTag(text: string, start: number, outer: ReadonlySet<string>): Scanned<OpenTag> {
  const name = matchAt(NAME, text, start + 1)?.[0];
  if (name === undefined) return { fault: xmlLessStray(positionOf(text, start)) };
  const attributes: Attribute[] = [];
  for (let at = start + 1 + name.length; ;) {
    const next = behindSpace(text, at);
    const empty = text.startsWith('/>', next);
    if (empty || text[next] === '>') {
      const prefixes = prefixesWith(outer, attributes);
      const fault = prefixFault(text, { name, start: start + 1 }, attributes, prefixes);
      if (fault !== undefined) return { fault };
      const end = next + (empty ? 2 : 1);
      return { name, start, end, empty, hasAttributes: attributes.length > 0, prefixes };
    }
    const attribute = attributeAt(text, next, { name, start }, attributes.at(-1));
    if ('fault' in attribute) return attribute;
    const twin = attributes.find((one) => one.name === attribute.name);
    if (twin !== undefined)
      return {
        fault: xmlAttributeTwice(positionOf(text, next), attribute.name, positionOf(text, twin.start)),
      };
    attributes.push(attribute);
    at = attribute.end;
  }
}

function attributeAt(
  text: string,
  start: number,
  tag: { readonly name: string; readonly start: number },
  before: Attribute | undefined,
): Scanned<Attribute> {
  const next = text[start];
  if (next === undefined || next === '<')
    return {
      fault: xmlTagUnended(positionOf(text, tag.start), tag.name, next && positionOf(text, start)),
    };
  const name = matchAt(NAME, text, start)?.[0];
  if (before?.end === start && TOOK_THE_NEXT.test(text.slice(before.valueAt + 1, start - 1)))
    return { fault: xmlQuoteUnended(positionOf(text, before.valueAt), before.name) };
  if (name === undefined) return { fault: xmlTagStray(positionOf(text, start), quoted(next), tag.name) };
  if (before?.end === start) return { fault: xmlBlankMissing(positionOf(text, start), name) };
  const equals = behindSpace(text, start + name.length);
  if (text[equals] !== '=') return { fault: xmlValueAbsent(positionOf(text, start), name) };
  const valueAt = behindSpace(text, equals + 1);
  const value = valueEnd(text, valueAt, name);
  return 'fault' in value ? value : { name, start, valueAt, end: value.end };
}

/** Where a value ends that begins at an offset with its quote. */
function valueEnd(text: string, start: number, attribute: string): Scanned {
  const quote = text[start];
  if (quote !== "'" && quote !== '"') return { fault: unquoted(text, start, attribute) };
  const end = text.indexOf(quote, start + 1);
  const less = text.indexOf('<', start + 1);
  if (end < 0 || (less >= 0 && less < end))
    return {
      fault: isEndOfValue(text, start, end)
        ? xmlLessInValue(positionOf(text, less), attribute)
        : xmlQuoteUnended(positionOf(text, start), attribute),
    };
  const fault = referenceFault(text, start, end);
  return fault === undefined ? { end: end + 1 } : { fault };
}

/** Whether a quote may well be the one that ends a value with a `<`, and not the first of a later one. */
function isEndOfValue(text: string, start: number, end: number): boolean {
  return end >= 0 && !text.slice(start, end).includes('\n') && /[\s/>]/.test(text[end + 1] ?? '>');
}

function unquoted(text: string, start: number, attribute: string): Diagnostic {
  const at = positionOf(text, start);
  const value = (/^[^\s<>]*/.exec(text.slice(start, start + VALUE))?.[0] ?? '').replace(/\/$/, '');
  if (value === '') return xmlValueAbsent(at, attribute);
  const bare = value.replace(/['"]/g, '');
  return CURLY.test(value[0] ?? '')
    ? xmlQuoteCurly(at, attribute, bare.replace(new RegExp(CURLY, 'g'), ''))
    : xmlUnquoted(at, attribute, bare);
}

/** As much of a value as a message shows. */
const VALUE = 80;

function behindSpace(text: string, at: number): number {
  return at + (matchAt(SPACE, text, at)?.[0].length ?? 0);
}

function quoted(character: string): string {
  return character === "'" ? `"'"` : `'${character}'`;
}

function prefixesWith(outer: ReadonlySet<string>, attributes: readonly Attribute[]): ReadonlySet<string> {
  const own = attributes.filter(({ name }) => prefixOf(name) === 'xmlns').map(({ name }) => localPart(name));
  return own.length === 0 ? outer : new Set([...outer, ...own]);
}

function prefixFault(
  text: string,
  tag: { readonly name: string; readonly start: number },
  attributes: readonly Attribute[],
  prefixes: ReadonlySet<string>,
): Diagnostic | undefined {
  for (const { name, start } of [tag, ...attributes]) {
    const prefix = prefixOf(name);
    if (prefix !== '' && !prefixes.has(prefix))
      return xmlPrefixUnbound(positionOf(text, start), prefix, NAMESPACES[prefix]);
  }
  return undefined;
}
