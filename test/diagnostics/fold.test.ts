import fc from 'fast-check';
import { fold } from '../../src/diagnostics/fold';

test('lines break between words, what follows stands under the words of its line', () => {
  expect(fold('  help: one two three', 14)).toBe('  help: one\n    two three');
  expect(fold('short\nlines', 80)).toBe('short\nlines');
});

test('a word is never broken: it may have to be copied', () => {
  expect(fold('see /a/very/long/path now', 10)).toBe('see\n  /a/very/long/path\n  now');
});

test('no width, no fold', () => {
  fc.assert(fc.property(fc.string(), (text) => fold(text, Infinity) === text));
});

test('no letter is lost, and only a single word is wider than the width', () => {
  const words = fc.array(fc.stringMatching(/^[a-z/]{1,30}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 5, max: 60 }), (list, width) => {
      const lines = fold(list.join(' '), width).split('\n');
      expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(list);
      for (const line of lines) expect(line.length <= width || !line.trim().includes(' ')).toBe(true);
    }),
  );
});
