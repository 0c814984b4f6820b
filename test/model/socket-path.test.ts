import { isLongSocket, socketPart } from '../../src/model/socket-path';

test('a path has 107 bytes at most, whatever its characters are', () => {
  expect(['a'.repeat(107), 'é'.repeat(53), 'a'].map(isLongSocket)).toEqual([false, false, false]);
  expect(['a'.repeat(108), 'é'.repeat(54), '€'.repeat(36)].map(isLongSocket)).toEqual([true, true, true]);
});

test('a name that has room stays, another is cut between characters and has a number of its own', () => {
  expect(['db1', 'é'.repeat(30)].map((name) => socketPart(name))).toEqual(['db1', 'é'.repeat(30)]);
  const [one, two] = ['1', '2'].map((end) => socketPart('€'.repeat(30) + end));
  expect(one).toMatch(/^€{17}-[0-9a-f]{8}$/);
  expect(two).not.toBe(one);
});
