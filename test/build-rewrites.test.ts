import ts from 'typescript';
import { runInNewContext } from 'node:vm';

function run(text: string, given: object = {}): unknown {
  const module = { exports: undefined as unknown };
  runInNewContext(text, { module, ...given });
  return (module.exports as () => unknown)();
}

describe('tables that are made when they are asked for', () => {
  const { withLateTables } = jest.requireActual<{
    withLateTables: (
      text: string,
      isLate: (name: string) => boolean,
    ) => { text: string; ends: ReadonlyMap<string, number> };
  }>('../scripts/build/late.mjs');
  const late = (given: string) => {
    const { text, ends } = withLateTables(given, (name) => !name.startsWith('EARLY'));
    return { text, ends: [...ends] };
  };

  test('one is made once, by the first who asks', () => {
    const { text, ends } = late(`
var TABLE = made("table", { a: 1 });
var OTHER = made("other", [TABLE]);
var UNUSED = made("unused", []);
function made(name, value) { made_of.push(name); return value; }
module.exports = () => { const before = [...made_of]; return [before, OTHER[0] === TABLE, { TABLE }.TABLE.a, made_of]; };`);
    const made_of: string[] = [];
    expect(run(text, { made_of })).toEqual([[], true, 1, ['table', 'other']]);
    expect(ends.map(([name]) => name)).toEqual(['TABLE', 'OTHER', 'UNUSED']);
    for (const [name, end] of ends)
      expect(text.slice(0, end)).toMatch(new RegExp(`${name}\\(\\).*\\}$`, 's'));
  });

  test('a local variable of its name is another', () => {
    const { text } = late(`
var TABLE = [1];
module.exports = () => { const inner = (TABLE) => TABLE; return [inner(2), TABLE]; };`);
    expect(run(text)).toEqual([2, [1]]);
  });

  test('what changes, depends on when it is made, or is no table is made at the start', () => {
    const texts = [
      'var EARLY = [1];',
      'var TABLE = [1]; function change() { TABLE = []; }',
      'var count = 0; function add() { count++; } var TABLE = [count];',
      'var TABLE = [process.pid];',
      'var TABLE = require("node:os");',
      'var TABLE = () => 1;',
      'var TABLE = "word";',
    ];
    expect(texts.map((text) => late(text).ends)).toEqual(texts.map(() => []));
    expect(late('var TABLE = [1];').ends).toHaveLength(1);
    expect(late('var TABLE = /a/g;').ends).toHaveLength(1);
  });
});

describe('tables that are asked by key alone', () => {
  const { withDictionaries } = jest.requireActual<{ withDictionaries: (text: string) => string }>(
    '../scripts/build/dictionaries.mjs',
  );
  const FOUR = 'a: 1, b: 2, c: 3, d: 4';

  test('they have no prototype, and answer as before', () => {
    const text = withDictionaries(`
var BY_KEY = { ${FOUR} };
var ALL = { ...BY_KEY, e: 5 };
var LISTED = new Map(Object.entries({ ${FOUR} }));
module.exports = () => ["a", "x"].map((key) => [BY_KEY[key], key in BY_KEY, LISTED.get(key), Object.keys(ALL).length]);`);
    expect(run(text)).toEqual([
      [1, true, 1, 5],
      [undefined, false, undefined, 5],
    ]);
    expect(text.match(/__proto__: null/g)).toHaveLength(3);
  });

  test('what is asked by name, handed on, small or made anew stays what it is', () => {
    const texts = [
      `var TABLE = { ${FOUR} }; TABLE.a; TABLE[key];`,
      `var TABLE = { ${FOUR} }; use(TABLE);`,
      'var TABLE = { a: 1 }; TABLE[key];',
      `function make() { return { ${FOUR} }; }`,
    ];
    expect(texts.map(withDictionaries)).toEqual(texts);
  });
});

describe('arrays by index', () => {
  const LIBRARY = `
interface Array<T> { readonly length: number; [i: number]: T; push(item: T): void }
interface ReadonlyArray<T> { readonly length: number; readonly [i: number]: T }`;
  const build = jest.requireActual<{
    byIndex: (source: ts.SourceFile, checker: ts.TypeChecker) => string;
  }>('../scripts/build/arrays.mjs');
  const library = ts.createSourceFile('lib.d.ts', LIBRARY, ts.ScriptTarget.ES2022);
  const byIndex = (text: string) => {
    const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true);
    const host: ts.CompilerHost = {
      ...ts.createCompilerHost({}),
      getSourceFile: (name) => (name === 'a.ts' ? file : library),
    };
    const options = { target: ts.ScriptTarget.ES2022, lib: ['lib.d.ts'], types: [] };
    const program = ts.createProgram(['a.ts'], options, host);
    return ts.transpile(build.byIndex(file, program.getTypeChecker()), { target: ts.ScriptTarget.ES2022 });
  };

  test('a loop goes over what is there and what comes to it, and may end before', () => {
    const text = byIndex(`
declare const module: { exports: unknown };
module.exports = () => {
  const seen: unknown[] = [];
  const growing: number[] = [1, 2];
  outer: for (const one of growing) {
    if (one < 3) growing.push(one + 2);
    for (const [name, , third] of [['x', 0, one], ['y', 0, one]] as [string, number, number][]) {
      if (name === 'y') continue outer;
      seen.push([name, third]);
    }
  }
  const [first, second] = growing;
  return [seen, first, second, growing];
};`);
    expect(text).not.toMatch(/ of /);
    expect(run(text)).toEqual([[1, 2, 3, 4].map((one) => ['x', one]), 1, 2, [1, 2, 3, 4]]);
  });

  test('what may be no array, and what is more than names, is read as it was', () => {
    const texts = [
      'declare const xs: Map<string, number>; for (const x of xs) x;',
      "for (const x of 'text') x;",
      'declare const xs: number[] | Set<number>; for (const x of xs) x;',
      'declare const xs: any; for (const x of xs) x;',
      'declare const xs: any; const [a] = xs;',
      'declare const xs: number[]; const [a, ...rest] = xs;',
      'declare const xs: number[]; const [a = 1] = xs;',
    ];
    const without = texts.map((text) => byIndex(text).trim().replace(/\s+/g, ' '));
    expect(without).toEqual(texts.map((text) => text.replace(/declare const [^;]*; /, '')));
  });
});
