import {
  xmlEndMisspelt,
  xmlEndStray,
  xmlEndTagFull,
  xmlNeverClosed,
  xmlSlashMissing,
  xmlTagUnended,
} from '../../diagnostics/catalog';
import { closest } from '../../diagnostics/closest';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Place } from '../../model/place';
import { positionOf } from '../position';
import { matchAt, type Piece, type Scanned } from './piece';

/** A start tag, by offsets. */
export interface OpenTag extends Piece {
  readonly name: string;
  readonly start: number;
  readonly empty: boolean;
  readonly hasAttributes: boolean;
  /** Those that stand for a namespace in the element. */
  readonly prefixes: ReadonlySet<string>;
}

const END_TAG = /<\/([^\s<>]*)\s*/y;

/** The end tag at an offset, against the elements that are open; what it ends is taken off them. */
export function endTag(text: string, start: number, open: OpenTag[]): Scanned {
  const [whole = '', name = ''] = matchAt(END_TAG, text, start) ?? [];
  const end = start + whole.length;
  if (text[end] !== '>') {
    const at = positionOf(text, start);
    const isCut = text[end] === undefined || text[end] === '<';
    const next = text[end] === '<' ? positionOf(text, end) : undefined;
    return { fault: isCut ? xmlTagUnended(at, `/${name}`, next) : xmlEndTagFull(at, name) };
  }
  const fault = open.at(-1)?.name === name ? undefined : unmatched(text, name, positionOf(text, start), open);
  if (fault !== undefined) return { fault };
  open.pop();
  return { end: end + 1 };
}

function unmatched(text: string, name: string, at: Place, open: readonly OpenTag[]): Diagnostic {
  const last = open.at(-1);
  if (last === undefined) return xmlEndStray(at, name, undefined);
  if (open.some((one) => one.name === name)) return neverClosed(text, last, open, { name, at });
  const opened = positionOf(text, last.start);
  return closest(name, [last.name]) === undefined
    ? xmlEndStray(at, name, { name: last.name, at: opened })
    : xmlEndMisspelt(at, name, last.name, opened);
}

/** The innermost element that is open, `last`, is the one whose end is missing. `before`: the end tag that came instead. */
export function neverClosed(
  text: string,
  last: OpenTag,
  open: readonly OpenTag[],
  before?: { readonly name: string; readonly at: Place },
): Diagnostic {
  const outer = open.at(-2);
  const at = positionOf(text, last.start);
  if (outer?.name === last.name && !last.hasAttributes && isTextAlone(text.slice(outer.end, last.start)))
    return xmlSlashMissing(at, last.name, positionOf(text, outer.start));
  const ends = open
    .toReversed()
    .map(({ name }) => `</${name}>`)
    .join('');
  return xmlNeverClosed(at, last.name, last.hasAttributes, before, ends);
}

function isTextAlone(between: string): boolean {
  return !between.includes('<') && /\S/.test(between);
}
