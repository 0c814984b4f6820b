import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, MINIMAL } from './command';

const folder = mkdtempSync(join(tmpdir(), 'usage-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each<[string, string]>([
  ['-n guest.xml', "(It is an option of 'run'.)"],
  ['check -n guest.xml', "(It is an option of 'run'.)"],
  ['run -j 2 guest.xml', "(It is an option of 'convert', 'batch'.)"],
  ['--dry-run guest.xml', "(It is an option of 'run'.)"],
  ['-n.xml', '(If it is a file, write ./-n.xml)'],
  ['check -v guest.xml --out x', '(Did you mean --output?)'],
  ['--out commands guest.xml', '(Did you mean --output or --out-dir?)'],
  ['--outptu json guest.xml', '(Did you mean --output?)'],
  ['--vers', "(Did you mean 'domxml2qemu --version'?)"],
  ['--versoin', "(Did you mean 'domxml2qemu --version'?)"],
])('%s', (words, hint) => {
  const { status, stderr } = command(words.split(' '), { cwd: folder });
  expect(status).toBe(2);
  expect(stderr).toContain(`'\n${hint}\n(see 'domxml2qemu `);
});

test.each(['-x', '-Q', 'check -Z', '--nonesuch-at-all'])('of %s nothing is guessed', (words) => {
  const { stderr } = command(words.split(' '), { cwd: folder });
  expect(stderr).toMatch(/^error: unknown option '\S+'\n\(see 'domxml2qemu \w+ --help'\)\n$/);
});

test('a file that is there may be meant, whatever it is called', () => {
  writeFileSync(join(folder, '-guest'), MINIMAL);
  const { stderr } = command(['-guest'], { cwd: folder });
  expect(stderr).toContain('(If it is a file, write ./-guest)');
  expect(command(['./-guest'], { cwd: folder }).status).toBe(0);
});

test('what init says comes next works for a file that looks like an option', () => {
  const { stderr } = command(['init', '--', '-x.xml'], { cwd: folder });
  expect(stderr).toContain('\n  domxml2qemu ./-x.xml\n  domxml2qemu run --dry-run ./-x.xml\n');
  const missing = command(['--', '-y.xml'], { cwd: folder });
  expect(missing.stderr).toContain('./-x.xml');
});
