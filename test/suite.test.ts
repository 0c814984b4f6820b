/** The suite checks itself: nothing that can be said or read goes without a case. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type * as Path from '../src/parser/path';
import { parse } from '../src/parser';
import { DEVICE_PARSERS } from '../src/parser/devices';
import { PROJECT } from './cli/command';

/** What the parser asked for, and what it found: `disk: driver/@cache`. */
const reads = { asked: new Set<string>(), found: new Set<string>() };

jest.mock('../src/parser/path', () => {
  const real = jest.requireActual<typeof Path>('../src/parser/path');
  const note = (from: { localName: string }, path: string, found: boolean) => {
    const what = `${from.localName}: ${path}`;
    reads.asked.add(what);
    if (found) reads.found.add(what);
  };
  const mocked: typeof Path = {
    ...real,
    all: (from, path) => {
      const nodes = real.all(from, path);
      note(from, path, nodes.length > 0);
      return nodes;
    },
    first: (from, path) => {
      const node = real.first(from, path);
      note(from, path, node !== undefined);
      return node;
    },
  };
  return mocked;
});

const files = (folder: string) =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(PROJECT, folder, name),
  );
const text = (file: string) => readFileSync(file, 'utf8');

test('docs/diagnostics.md says what the catalog says', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/diagnostics-doc.mjs', '--check'], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('every diagnostic code has an example', () => {
  const rows = [
    ...text(join(PROJECT, 'docs/diagnostics.md')).matchAll(/^\| `([a-z0-9-]+)` \|.*\| (.*) \|$/gm),
  ];
  expect(rows.length).toBeGreaterThan(300);
  // `internal` is for bugs: an example that raised it would be one.
  expect(rows.filter(([, , example]) => example === '').map(([, code]) => code)).toEqual(['internal']);
});

test('every file under cases/ is used by one', () => {
  const stray = files('test/cases')
    .filter((file) => /\.[a-z]+$/.test(basename(file)))
    .filter(
      (file) =>
        !namedByCommand(file) &&
        !/^(guest\.xml|case\.json|command\.txt|argv(\.standalone|\.libvirt)?\.[\d.]+\.txt|diagnostics(\.standalone|\.libvirt)?\.txt|host\.json)$/.test(
          basename(file),
        ),
    );
  expect(stray).toEqual([]);
});

/** Whether the command line of a case takes this file, or finds it as a program. */
function namedByCommand(file: string): boolean {
  const commands = join(dirname(file), 'command.txt');
  return existsSync(commands) && new RegExp(`^\\$ .*\\b${basename(file)}\\b`, 'm').test(text(commands));
}

test('every attribute that the parser can read is read by a case', () => {
  const { asked, found } = reads;
  const guests = [...files('test/cases'), ...files('examples')].filter((file) => file.endsWith('.xml'));
  for (const guest of guests) parse(text(guest), () => {});
  expect(asked.size).toBeGreaterThan(100);
  // A place steps down a path that a read goes at once: `disk: target`, `target: @dev` for `disk: target/@dev`.
  const reached = (what: string) =>
    [...found].some((other) => other.endsWith(what.replace(': ', '/')) || other.startsWith(`${what}/`));
  expect([...asked].filter((what) => !found.has(what) && !reached(what)).sort()).toEqual([]);
});

/** `disk: driver/@cache` says that <disk> holds <driver>, and <driver> an attribute 'cache'. */
function vocabulary(asked: ReadonlySet<string>): string[] {
  const words = new Map<string, { elements: Set<string>; attributes: Set<string> }>();
  for (const what of asked) {
    const [owner = '', path = ''] = what.split(': ');
    let parent = owner;
    for (const step of path.split('/')) {
      const name = step.replace(/^@/, '').replace(/^.*:/, '');
      const known = words.get(parent) ?? { elements: new Set(), attributes: new Set() };
      words.set(parent, known);
      if (/^[\w-]+$/.test(name)) (step.startsWith('@') ? known.attributes : known.elements).add(name);
      parent = name;
    }
  }
  // Read by a table, whatever their names.
  for (const name of Object.keys(DEVICE_PARSERS)) words.get('devices')?.elements.add(name);
  return [...words]
    .map(([name, { elements, attributes }]) =>
      [`${name}:`, ...[...elements].sort(), '|', ...[...attributes].sort()].join(' ').trim(),
    )
    .filter((line) => !line.endsWith(': |'))
    .sort();
}

test('the vocabulary of suggestions is what the parser asks for', () => {
  for (const guest of [...files('test/cases'), ...files('examples')].filter((file) => file.endsWith('.xml')))
    parse(text(guest), () => {});
  const lines = vocabulary(reads.asked);
  const halves: readonly [file: string, words: readonly string[]][] = [
    ['a-to-k', lines.filter((line) => line < 'l')],
    ['l-to-z', lines.filter((line) => line >= 'l')],
  ];
  for (const [name, words] of halves) {
    const file = join(PROJECT, `src/parser/vocabulary/${name}.ts`);
    const source = text(file);
    if (process.env['UPDATE'] === '1')
      writeFileSync(
        file,
        source.replace(/(= `\n)[^`]*/, (_all, start: string) => `${start}${words.join('\n')}\n`),
      );
    expect(text(file)).toContain(` = \`\n${words.join('\n')}\n\``);
  }
});
