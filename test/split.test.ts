import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { PROJECT } from './cli/command';

/** Whatever has no `idle` in its body was executed. */
function parted(text: string): { usual: string; seldom: string } {
  const script = `
    import { readFileSync } from 'node:fs';
    import { split } from ${JSON.stringify(join(PROJECT, 'scripts/build/split.mjs'))};
    const text = readFileSync(0, 'utf8');
    const isIdle = (end) => text.slice(text.lastIndexOf('\\n', end - 1), end).includes('/* idle */');
    console.log(JSON.stringify(split(text, isIdle)));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    input: text,
    encoding: 'utf8',
  });
  return JSON.parse(said) as { usual: string; seldom: string };
}

/** What both of them export together, and how often the second was loaded. */
function run(text: string): { answer: unknown; loads: number; usual: string; seldom: string } {
  const { usual, seldom } = parted(text);
  let loads = 0;
  const execute = (code: string, require: unknown, shared?: unknown): unknown => {
    const module = { exports: {} as unknown };
    runInNewContext(code, { module, require, __shared: shared });
    return module.exports;
  };
  const loadSeldom = (shared: object) => {
    loads++;
    return execute(seldom, undefined, shared);
  };
  const exported = execute(usual, () => ({ loadSeldom })) as () => unknown;
  return { answer: exported(), loads, usual, seldom };
}

test('a function that nothing called is elsewhere, and works from there', () => {
  const { answer, loads, usual, seldom } = run(`
var OF_ONE = [1, 2], OTHER;
var OF_BOTH = { a: 3 };
var OF_IDLE = new Map([["x", OF_BOTH]]);
function usedByBoth() { return OF_ONE.length; }
function idle(key) { /* idle */ return __helper(key) + usedByBoth(); }
var __helper = (key) => { /* idle */ return OF_IDLE.get(key).a; };
module.exports = () => { return [idle("x"), idle("x"), OF_BOTH.a, typeof __helper]; };`);
  expect(answer).toEqual([5, 5, 3, 'function']);
  expect(loads).toBe(1);
  expect(usual).not.toMatch(/OF_IDLE|OF_BOTH\.a;/);
  expect(seldom).toMatch(/OF_IDLE = new Map/);
  expect(seldom).toMatch(/const \{[^}]*\bOF_BOTH\b[^}]*\} = __shared/);
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
  expect(seldom).not.toContain('function idle');
});

test('a local variable of the same name changes nothing', () => {
  const { answer, seldom } = run(`
var text = "outer";
function idle() { /* idle */ return text; }
module.exports = () => { let text = ""; text += "inner"; return [idle(), text]; };`);
  expect(answer).toEqual(['outer', 'inner']);
  expect(seldom).toContain('function idle');
});

test.each([
  ['makes something by a call', 'var VALUE = make();'],
  ['is a class', 'var VALUE = class { }; '],
])('a value stays that %s', (_what, value) => {
  const { usual } = run(`
function make() { return 1; }
${value}
function idle() { /* idle */ return VALUE; }
module.exports = () => { return typeof idle(); };`);
  expect(usual).toContain('VALUE =');
});
