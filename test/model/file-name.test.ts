import fc from 'fast-check';
import { fileName } from '../../src/model/file-name';

test.each(['db1', 'a_b', 'web-1.example', '-', '...'])('%s is its own', (name) => {
  expect(fileName(name)).toBe(name);
});

test.each(['a b', 'ä', '.', '..', '', 'a:b', '🙂'])('%j is a plain word with a number', (name) => {
  expect(fileName(name)).toMatch(/^[\w.-]*-[\da-f]{8}$/);
});

test('a long name is cut, and has a number', () => {
  expect(fileName('a'.repeat(80))).toBe('a'.repeat(80));
  const [long, other] = [fileName('a'.repeat(303)), fileName('a'.repeat(304))];
  expect([long.length, other.length]).toEqual([80, 80]);
  expect(long).not.toBe(other);
});

test('no two names are one file', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '_', ' ', ':', '.', 'é', '0'), maxLength: 6 });
  fc.assert(
    fc.property(name, name, (one, other) => {
      fc.pre(one !== other);
      expect(fileName(one)).not.toBe(fileName(other));
    }),
    { numRuns: 20_000 },
  );
});
