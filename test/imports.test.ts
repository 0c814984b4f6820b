/** No file needs, by whatever way, a file that needs it: types and lazy imports count too. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PROJECT } from './cli/command';

const SRC = join(PROJECT, 'src');
const IMPORT = /(?:\bfrom\s+|\bimport\()'(\.[^']*)'/g;

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, path = '']) => {
    const target = join(dirname(file), path);
    return [`${target}.ts`, join(target, 'index.ts')]
      .filter((candidate) => existsSync(candidate))
      .slice(0, 1);
  });
}

/** The files of a way that comes back to where it began; undefined: there is none from here. */
function circle(
  file: string,
  way: readonly string[],
  done: Set<string>,
  imports: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (done.has(file)) return undefined;
  for (const next of imports.get(file) ?? []) {
    const found = circle(next, [...way, file], done, imports);
    if (found !== undefined) return found;
  }
  done.add(file);
  return undefined;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SRC, name));

test('imports lead in no circle', () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  expect([...imports.values()].flat().length).toBeGreaterThan(1_000);
  const done = new Set<string>();
  for (const file of files)
    expect(circle(file, [], done, imports)?.map((one) => relative(SRC, one)) ?? []).toEqual([]);
});

test('a circle would be found', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(circle('a', [], new Set(), imports)).toEqual(['b', 'd', 'b']);
});

/** `- `host/` (model, diagnostics): ...` of docs/architecture.md: a folder -> those that it may import. */
function allowed(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(PROJECT, 'docs', 'architecture.md'), 'utf8');
  const rows = [...text.matchAll(/^- `(\w+)\/` \(([^)]*)\)/gm)];
  return new Map(rows.map(([, folder = '', words = '']) => [folder, words.match(/\w+/g) ?? []]));
}

test('each folder imports what docs/architecture.md lets it import', () => {
  const rows = allowed();
  const folderOf = (file: string) => relative(SRC, file).split('/').slice(0, -1)[0] ?? 'src';
  const folders = [...new Set(files.map(folderOf))].filter((folder) => folder !== 'src');
  expect([...rows.keys()].sort()).toEqual(folders.sort());
  const foreign = files.flatMap((file) => {
    const own = folderOf(file);
    const mayImport = [own, ...(rows.get(own) ?? [])];
    if (own === 'src' || mayImport.includes('everything')) return [];
    const targets = importsOf(file).map(folderOf);
    return targets.filter((to) => !mayImport.includes(to)).map((to) => `${relative(SRC, file)}: ${to}`);
  });
  expect(foreign).toEqual([]);
});

interface Override {
  readonly files: readonly string[];
  readonly rules: {
    readonly 'no-restricted-imports'?: [string, { patterns: readonly { regex: string; message: string }[] }];
  };
}

/** A folder below src, as `host/probe` -> whether ESLint lets a file in it import a path. */
function linted(): ReadonlyMap<string, (path: string) => boolean> {
  const text = readFileSync(join(PROJECT, '.eslintrc.json'), 'utf8');
  const { overrides } = JSON.parse(text) as { overrides: readonly Override[] };
  return new Map(
    overrides.flatMap(({ files: [files = ''], rules: { 'no-restricted-imports': rule } }) => {
      const folder = /^src\/(.+)\/\*\*\/\*\.ts$/.exec(files)?.[1];
      if (rule === undefined || folder === undefined) return [];
      const patterns = rule[1].patterns.map(({ regex }) => new RegExp(regex));
      return [[folder, (path: string) => !patterns.some((pattern) => pattern.test(path))] as const];
    }),
  );
}

test('ESLint lets each folder import what docs/architecture.md lets it import', () => {
  const rows = allowed();
  const lint = linted();
  const limited = [...rows].filter(([, words]) => !words.includes('everything'));
  expect([...lint.keys()].sort()).toEqual(
    [...limited.map(([folder]) => folder), 'host/probe', 'qemu/probe'].sort(),
  );
  for (const [folder, passes] of lint) {
    const own = folder.split('/')[0] ?? '';
    const others = [...rows.keys()].filter((other) => other !== own);
    for (const up of ['../', '../../']) {
      const may = others.filter((other) => passes(`${up}${other}/file`));
      const listed = others.filter((other) => rows.get(own)?.includes(other));
      expect({ folder, may }).toEqual({ folder, may: listed });
    }
  }
});

test('ESLint lets files be read where docs/architecture.md says that they are', () => {
  const text = readFileSync(join(PROJECT, 'docs', 'architecture.md'), 'utf8');
  const [, where = ''] = /IO stays in ([^.]*)\./.exec(text) ?? [];
  const listed = [...where.matchAll(/`([\w/]+?)\/?\*?`/g)].map(([, folder]) => folder);
  const reading = [...linted()].filter(([, passes]) => passes('node:fs')).map(([folder]) => folder);
  // What may import everything has no rule.
  expect(['cli', ...reading].sort()).toEqual([...listed].sort());
});
