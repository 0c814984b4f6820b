import type { Explanation } from '../explainer/explanation';
import type { Place } from '../model/place';
import { Lines } from '../normalizer/markup/lines';
import { scan, type Markup } from '../normalizer/markup/scan';

/** Which lines of the XML a group comes from; both from 1. */
export interface LineRange {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The lines of each group that is written in the XML: of its whole element, and of each attribute behind a property. */
export function rangesOf(explanation: Explanation, text: string): LineRange[] {
  const lines = new Lines(text);
  const elements = new Map(flat(scan(text)).map((element) => [element.start, element]));
  const end = lineCounter(text);
  return explanation.groups.flatMap(({ key, origin, arguments: args }) => {
    const places = args.flatMap(({ origin: own, properties }) => [
      ...(own === origin || own.implied !== undefined ? [] : [own.at]),
      ...properties.flatMap(({ at }) => (at === undefined ? [] : [at])),
    ]);
    const whole =
      origin.implied === undefined ? [rangeOf(origin.at, elements.get(lines.offsetOf(origin.at)), end)] : [];
    return [...whole, ...places.map(({ line }) => ({ from: line, to: line }))].map((range) => ({
      key,
      ...range,
    }));
  });
}

/** Where a property comes from: `line:column` of each attribute that has one. */
export function placesOf(explanation: Explanation | undefined): Set<string> {
  const properties = (explanation?.groups ?? []).flatMap((group) =>
    group.arguments.flatMap((argument) => argument.properties),
  );
  return new Set(properties.flatMap(({ at }) => (at === undefined ? [] : [`${at.line}:${at.column}`])));
}

/** An attribute has its line; so has the domain, which is everything. */
function rangeOf({ line, path }: Place, element: Markup | undefined, lineOf: (offset: number) => number) {
  const whole = element !== undefined && path.includes('/');
  return { from: line, to: whole ? lineOf(element.end) : line };
}

function flat(elements: readonly Markup[]): Markup[] {
  const all: Markup[] = [];
  const left = [...elements];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    all.push(next);
    left.push(...next.children);
  }
  return all;
}

/** The line of an offset, found by halving. */
function lineCounter(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\r\n?|\n/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** For each line the group that it is nearest to: that of the shortest range around it. */
export function groupOfLine(ranges: readonly LineRange[]): Map<number, string> {
  const nearest = new Map<number, LineRange>();
  for (const range of ranges)
    for (let line = range.from; line <= range.to; line++) {
      const before = nearest.get(line);
      if (before === undefined || range.to - range.from < before.to - before.from) nearest.set(line, range);
    }
  return new Map([...nearest].map(([line, { key }]) => [line, key]));
}
