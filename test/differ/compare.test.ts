import type { Argument } from '../../src/differ/argument';
import { compareGroups, groupPair } from '../../src/differ/compare';
import { runningSide } from '../../src/differ/running-side';
import type { DiffGroup, Side } from '../../src/differ/side';

const group = (...args: Argument[]): DiffGroup => ({
  key: 'a',
  title: 'a',
  kind: 'a',
  names: ['a'],
  passed: false,
  arguments: args,
});
const side = (...groups: DiffGroup[]): Side => ({ groups, machine: () => undefined, defaultCpu: undefined });

/** The properties that are otherwise of one option: `name from to`. */
function changes(from: Argument['properties'], to: Argument['properties']): string[] {
  const [a, b] = [from, to].map((properties) => group({ option: '-x', properties }));
  return compareGroups(groupPair(a!, b!), new Map(), [side(), side()]).map(
    ({ property, from: before, to: after }) => `${property} ${before} ${after}`,
  );
}

const all = (name: string, ...values: string[]) => values.map((value) => ({ name, value }));

test('what is given more than once is compared in its order', () => {
  expect(changes(all('a', '1', '2'), all('a', '1', '3'))).toEqual(['a 2 3']);
  expect(changes(all('a', '1', '2', '3'), all('a', '1'))).toEqual(['a 2 undefined', 'a 3 undefined']);
});

test('a name that looks like a counted one takes no place of another', () => {
  const odd = [...all('a#2', 'x'), ...all('a', '1', '2')];
  expect(changes(odd, odd)).toEqual([]);
  expect(changes(odd, [...all('a#2', 'x'), ...all('a', '1', '3')])).toHaveLength(1);
});

const MANY = 40_000;

test('many parts of one name, and many arguments that refer to others, are compared in no time', () => {
  const many = Array.from({ length: MANY }, (_, index) => String(index));
  expect(changes(all('a', ...many), all('a', ...many))).toEqual([]);
  const said = many.map((number) => ({
    option: '-device',
    properties: [...all('driver', 'x'), ...all('id', `d${number}`), ...all('drive', `e${number}`)],
  }));
  expect(runningSide(said, side()).groups).toHaveLength(MANY);
});
