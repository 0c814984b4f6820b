import { secretMissing } from '../../src/diagnostics/catalog';
import { addTo, error, type Diagnostic } from '../../src/diagnostics/diagnostic';
import type { Place } from '../../src/model/place';

function at(line: number, column = 5): Place {
  const place: Place = { line, column, path: 'domain', depth: 1, of: () => place };
  return place;
}

function all(...said: Diagnostic[]): readonly (readonly (number | undefined)[])[] {
  const kept: Diagnostic[] = [];
  for (const one of said) addTo(kept, one);
  return kept.map((one) => [one.at?.line, ...one.notes.map((note) => note.at?.line)]);
}

const missing = (line: number, usage = 'a', column?: number) =>
  secretMissing(at(line, column), usage, usage, 'it');

test('what is mended once is told once, with the places that follow', () => {
  expect(all(missing(1), missing(2), missing(3))).toEqual([[1, 2, 3]]);
  expect(all(missing(1), missing(2, 'b'), missing(3), missing(4, 'b'))).toEqual([
    [1, 3],
    [2, 4],
  ]);
});

test('one place is told of once', () => {
  expect(all(missing(1), missing(1))).toEqual([[1]]);
  expect(all(missing(1), missing(1, 'a', 9))).toEqual([[1, 1]]);
});

test('what is mended at each place is told at each', () => {
  const other = (line: number) => error('a', at(line), 'b');
  expect(all(other(1), other(2))).toEqual([[1], [2]]);
});
