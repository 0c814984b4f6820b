import { xmlAmpersand, xmlEntityUnended, xmlEntityUnknown } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { positionOf } from '../position';

/** A part of a text that is well-formed by itself: where the next begins. */
export interface Piece {
  readonly end: number;
}

/** What is wrong with a part, or where it ends. */
export type Scanned<T extends Piece = Piece> = T | { readonly fault: Diagnostic };

const REFERENCE = /&(?:([A-Za-z_][\w.-]*)(;?)|#(?:\d+|x[0-9a-fA-F]+);)?/g;
const ENTITIES: ReadonlySet<string | undefined> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** The first `&` between two offsets that begins nothing that XML knows. */
export function referenceFault(text: string, start: number, end: number): Diagnostic | undefined {
  for (const { 0: whole, 1: name, 2: semicolon, index } of text.slice(start, end).matchAll(REFERENCE)) {
    const at = () => positionOf(text, start + index);
    if (whole === '&') return xmlAmpersand(at());
    if (name === undefined) continue;
    if (semicolon === ';') {
      if (!ENTITIES.has(name)) return xmlEntityUnknown(at(), name);
    } else return ENTITIES.has(name) ? xmlEntityUnended(at(), name) : xmlAmpersand(at());
  }
  return undefined;
}

/** Sticky patterns read at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
