/** The suite checks itself: nothing that can be said or read goes without a case. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as path from '../src/parser/path';
import { PROJECT } from './cli/command';

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

test('every diagnostic code is raised by a test', () => {
  const codes = [...text(join(PROJECT, 'docs/diagnostics.md')).matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(
    ([, code]) => code ?? '',
  );
  expect(codes.length).toBeGreaterThan(10);
  const raised = files('test')
    .filter((file) => /diagnostics\.txt$|\.test\.ts$|command\.txt$/.test(file))
    .map(text)
    .join('\n');
  const silent = codes.filter((code) => !raised.includes(`[${code}]`) && !raised.includes(`'${code}'`));
  // `internal` is for bugs: a test that raised one would be a test of the bug.
  expect(silent.filter((code) => code !== 'internal')).toEqual([]);
});

test('every file under cases/ is used by one', () => {
  const stray = files('test/cases')
    .filter((file) => /\.[a-z]+$/.test(basename(file)))
    .filter(
      (file) =>
        !/^(guest\.xml|case\.json|argv\.[\d.]+\.txt|diagnostics\.txt|host\.json)$/.test(basename(file)),
    );
  expect(stray).toEqual([]);
});

test('every attribute that the parser can read is read by a case', async () => {
  const asked = new Set<string>();
  const found = new Set<string>();
  const { compile } = path;
  const spy = jest.spyOn(path, 'compile').mockImplementation((read) => (from) => {
    const nodes = compile(read)(from);
    const what = `${from.localName}: ${read}`;
    asked.add(what);
    if (nodes.length > 0) found.add(what);
    return nodes;
  });
  const { parse } = await import('../src/parser');
  const guests = [...files('test/cases'), ...files('examples')].filter((file) => file.endsWith('.xml'));
  for (const guest of guests) parse(text(guest), () => {});
  spy.mockRestore();
  expect([...asked].filter((what) => !found.has(what)).sort()).toEqual([]);
});
