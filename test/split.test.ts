import { runInNewContext } from 'node:vm';

const { split } = jest.requireActual<{
  split: (
    text: string,
    isIdle: (end: number) => boolean,
  ) => { usual: (starts: readonly number[]) => string; seldom: readonly string[] };
}>('../scripts/build/split.mjs');

/** The bundle, and the texts of its groups. Whatever has no `idle` in its body was executed. */
function parted(text: string): { usual: string; seldom: readonly string[] } {
  const isIdle = (end: number) => text.slice(text.lastIndexOf('\n', end - 1), end).includes('/* idle */');
  const { usual, seldom } = split(text, isIdle);
  // A group starts at its number, for what loads it here.
  return { seldom, usual: usual([...seldom.keys(), seldom.length]) };
}

/** What all of them export together, and which groups were loaded in the end, and at the start. */
function run(text: string) {
  const { usual, seldom } = parted(text);
  const loads: number[] = [];
  const loadSeldom = (group: number): unknown => {
    loads.push(group);
    return runInNewContext(`(function (require, __dirname, __shared, __seldom) {${seldom[group] ?? ''}})`);
  };
  const module = { exports: undefined as unknown };
  runInNewContext(usual, { module, require: () => ({ loadSeldom }), __dirname: '' });
  const atStart = loads.length;
  return { answer: (module.exports as () => unknown)(), loads, atStart, usual, seldom };
}

test('a function that nothing called is elsewhere, and works from there', () => {
  const { answer, loads, usual, seldom } = run(`
// src/one.ts
var OF_ONE = [1, 2], OTHER;
var OF_BOTH = { a: 3 };
var OF_IDLE = new Map([["x", OF_BOTH]]);
function usedByBoth() { return OF_ONE.length; }
function idle(key) { /* idle */ return __helper(key) + usedByBoth(); }
var __helper = (key) => { /* idle */ return OF_IDLE.get(key).a; };
module.exports = () => { return [idle("x"), idle("x"), OF_BOTH.a, typeof __helper]; };`);
  expect(answer).toEqual([5, 5, 3, 'function']);
  expect(loads).toEqual([0]);
  expect(usual).not.toMatch(/OF_IDLE\.get/);
  expect(seldom[0]).toMatch(/OF_IDLE\.get/);
  expect(seldom[0]).toMatch(/const OF_IDLE = __shared\(/);
});

const OF_FILES = `
// src/one.ts
function one(number) { /* idle */ return number < 1 ? "none" : two(number) + TABLE.length; }
// src/two.ts
var TABLE = ["a", unmentioned];
function unmentioned() { /* idle */ return one(0); }
function two(number) { /* idle */ return TABLE[1]() + number; }
// src/three.ts
function three(given) { /* idle */ return { three: given }; }
function number() { /* idle */ return 7; }
class Kept { get three() { return number(); } }
var ALL = { one, three };
`;

test('a file is loaded when one of its functions is called, and no sooner', () => {
  const { answer, loads, atStart, seldom } = run(`${OF_FILES}
module.exports = () => { return [ALL.one(0), [1].map(three)[0].three, new Kept().three]; };`);
  expect(answer).toEqual(['none', 1, 7]);
  expect(atStart).toBe(0);
  expect(loads.map((group) => seldom[group]?.match(/^function \w+/m)?.[0])).toEqual([
    'function one',
    'function three',
  ]);
});

test('files call each other, and have tables of each other', () => {
  const { answer, loads } = run(`${OF_FILES}
module.exports = () => { return [one(5), [].map(three)]; };`);
  expect(answer).toEqual(['none52', []]);
  expect(new Set(loads).size).toBe(loads.length);
});

test.each([
  ['a variable that changes', 'var count = 0;', 'count++;', 'return count;'],
  ['one that is given by parts', 'var count = 0;', '[count] = [1];', 'return count;'],
  ['one without a value at first', 'var count;', 'count = 1;', 'return count;'],
])('%s has one place, and what uses it', (_what, variable, changes, returns) => {
  const { answer, seldom } = run(`
${variable}
function idle() { /* idle */ ${returns} }
module.exports = () => { ${changes} return idle(); };`);
  expect(answer).toBe(1);
  expect(seldom.join()).not.toContain('function idle');
});

test('a local variable of the same name changes nothing', () => {
  const { answer, seldom } = run(`
var text = "outer";
function idle() { /* idle */ return text; }
module.exports = () => { let text = ""; text += "inner"; return [idle(), text]; };`);
  expect(answer).toEqual(['outer', 'inner']);
  expect(seldom.join()).toContain('function idle');
});
