/** The files that the texts for developers name are there: a file that moves takes its name along. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './cli/command';

const FOLDERS = ['src', 'test', 'scripts', 'docs', 'examples', 'man', '.ci'];
const there = FOLDERS.flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name}`,
  ),
);

/** Paths in a text, below the root or below src: `parser/tree.ts`, `src/checks/scsi/`, `host/probe*`; not what a build makes. */
function pathsIn(text: string): string[] {
  const words = [...text.matchAll(/`([\w.*-]+(?:\/[\w.*-]+)*\/?)`/g)].map(([, word = '']) => word);
  return words.filter((word) => /\/|\.ts$|\.mjs$/.test(word) && !word.startsWith('dist/'));
}

function isThere(path: string): boolean {
  const pattern = path.replace(/\/$/, '').replaceAll('.', '\\.').replaceAll('*', '[^/]*');
  const whole = new RegExp(`(^|/)${pattern}$`);
  return [...FOLDERS, ...there].some((name) => whole.test(name));
}

test.each(['CONTRIBUTING.md', 'docs/architecture.md'])('%s names files that there are', (file) => {
  const paths = pathsIn(readFileSync(join(PROJECT, file), 'utf8'));
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});

test('a file that is not there would be found', () => {
  expect(pathsIn('`src/a.ts`, `b/c/`, `d.ts`, `HOST_SIDE`, `dist/e.js` and `npm test`')).toEqual([
    'src/a.ts',
    'b/c/',
    'd.ts',
  ]);
  expect(isThere('parser/tree.ts')).toBe(true);
  expect(isThere('qemu/probe*')).toBe(true);
  expect(isThere('parser/trees.ts')).toBe(false);
});
