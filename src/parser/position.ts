import type { Place } from '../model/place';

/** A place that is a bare position, for text that never became a node. */
export function pointAt(line: number, column: number): Place {
  const place: Place = {
    line: Math.max(line, 1),
    column: Math.max(column, 1),
    path: '',
    depth: 0,
    of: () => place,
  };
  return place;
}

/** The place of a character of the text. */
export function positionOf(text: string, index: number): Place {
  const before = text.slice(0, index);
  return pointAt(before.split('\n').length, index - before.lastIndexOf('\n'));
}
