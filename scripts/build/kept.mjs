// Whether dist/ is still what a build made of the files at hand.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** All that a build reads, the guests that it converts included. */
const INPUT = [
  'build.mjs',
  'scripts/build',
  'src',
  'examples',
  'test/cases/guests',
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
];

const NOTE = join(PROJECT, 'node_modules/.cache/domxml2qemu/built');

/** Notes that the files of dist/ are made of these inputs, by this Node. */
export function noteBuilt() {
  mkdirSync(dirname(NOTE), { recursive: true });
  // A new file: checkouts may share the one that is there.
  writeFileSync(`${NOTE}.${process.pid}`, state());
  renameSync(`${NOTE}.${process.pid}`, NOTE);
}

/** Whether neither the inputs nor dist/ changed since, to the byte. */
export function isBuilt() {
  try {
    return readFileSync(NOTE, 'utf8') === state();
  } catch {
    return false;
  }
}

function state() {
  const hash = createHash('sha256').update(JSON.stringify([process.versions, process.arch]));
  // What tsc adds to it is no part of a build.
  const output = filesOf('dist').filter((file) => !file.startsWith(join('dist', 'types')));
  for (const file of [...INPUT.flatMap(filesOf), ...output]) {
    const text = readFileSync(join(PROJECT, file));
    hash.update(`${file} ${text.length}\n`).update(text);
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(PROJECT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(PROJECT, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
