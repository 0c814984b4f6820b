import { valuePadded, valuePlaceholder } from '../diagnostics/catalog';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { isUnfilled } from '../model/unfilled';
import { placeOf } from './place';
import type { Found } from './tree';

/** What there is to say of a value that may be anything, and that nobody would write so; undefined of any other. */
export function doubtOf(node: Found, what: string, value: string): Diagnostic | undefined {
  if (isPadded(value)) return valuePadded(placeOf(node), what, value);
  // `<serial type='null'>` leads to nothing, as it says.
  if (!isUnfilled(value) || (value === 'null' && 'owner' in node && node.localName === 'type'))
    return undefined;
  return valuePlaceholder(placeOf(node), what, value);
}

/** Around the text of an element, white space is gone already. */
export function isPadded(value: string): boolean {
  return value.charCodeAt(0) <= 0x20 || value.charCodeAt(value.length - 1) <= 0x20;
}
