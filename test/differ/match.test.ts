import { match } from '../../src/differ/match';

const byFirst = (text: string) => (text.startsWith('?') ? undefined : text[0]);

test('what only one on each side is known by makes a pair', () => {
  expect(match(['a1', 'b1'], ['b2', 'c2'], [byFirst])).toEqual({
    pairs: [['b1', 'b2']],
    removed: ['a1'],
    added: ['c2'],
  });
});

test.each([
  [['a1', 'a2'], ['a3']],
  [['a1'], ['a2', 'a3']],
  [['a1', 'a2', 'a3'], ['a4']],
  [['?1'], ['?2']],
])('two of a name, or none, make no pair: %j, %j', (from, to) => {
  expect(match(from, to, [byFirst])).toEqual({ pairs: [], removed: from, added: to });
});

test('a later round has those that are left', () => {
  const rounds = [byFirst, (text: string) => text[1]];
  expect(match(['a1', 'a2', 'b3'], ['b1', 'a2'], rounds).pairs).toEqual([
    ['a2', 'a2'],
    ['b3', 'b1'],
  ]);
});
