/** What the README shows is what comes out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../src/cli/program';
import { command, PROJECT } from './cli/command';

const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');

/** Lines that are shown, without where they are cut. */
function shown(start: string): string[] {
  const block = readme.slice(readme.indexOf(start)).split('\n\n')[0] ?? '';
  return block
    .split('\n')
    .map((line) => line.replace(/^ {4}/, '').replace(/\.\.\.$/, ''))
    .filter((line) => line.trim() !== '' && !line.startsWith('$ '));
}

test.each([
  ['    qemu-system-x86_64', ['examples/scsi-lun/guest.xml']],
  [
    '    $ domxml2qemu explain',
    ['explain', '--only', 'sda', '--host', 'examples/scsi-lun/host.json', 'examples/scsi-lun/guest.xml'],
  ],
])('%s', (start, args) => {
  const lines = shown(start);
  expect(lines.length).toBeGreaterThan(5);
  expect(readme.replaceAll('...', '')).toContain(args.join(' '));
  const { stdout } = command(args);
  expect(lines.filter((line) => !stdout.includes(line))).toEqual([]);
});

const listed = [...readme.matchAll(/^- `(.*?domxml2qemu.*?)`:/gm)].map(([, line = '']) => line);

test('every command is in the list', () => {
  const names = program(async () => {}).commands.map((one) => one.name());
  const named = listed.map((line) => /domxml2qemu (\w+)\b(?![.\w])/.exec(line)?.[1]);
  expect(names.filter((name) => name !== 'convert' && !named.includes(name))).toEqual([]);
});

test.each(listed)('%s has options that there are', (line) => {
  const words = line
    .replace(/^.*domxml2qemu |[)|<>].*$/g, '')
    .trim()
    .split(' ');
  const root = program(async () => {});
  const [first] = words;
  const named = root.commands.find((one) => one.name() === first);
  const { options } = named ?? root.commands.find((one) => one.name() === 'convert')!;
  const known = options.flatMap(({ short, long }) => [short, long]);
  expect(words.filter((word) => word.startsWith('-') && word !== '-' && !known.includes(word))).toEqual([]);
});
