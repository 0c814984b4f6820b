import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder, overwriteWhole, writeWhole } from '../../../src/cli/many/write';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an earlier file is replaced, and nothing else is left', () => {
  const path = join(folder, 'a.args');
  writeWhole(path, 'one\n', 0o666);
  writeWhole(path, 'two\n', 0o666);
  expect(readFileSync(path, 'utf8')).toBe('two\n');
  expect(readdirSync(folder)).toEqual(['a.args']);
});

test('a script can be run', () => {
  const path = join(folder, 'a.sh');
  writeWhole(path, '#!/bin/sh\n', 0o777);
  expect(statSync(path).mode & 0o700).toBe(0o700);
});

test('a link is replaced, not followed', () => {
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'mine');
  const path = join(folder, 'a.args');
  symlinkSync(victim, path);
  writeWhole(path, 'yours', 0o666);
  expect(readFileSync(victim, 'utf8')).toBe('mine');
  expect(lstatSync(path).isSymbolicLink()).toBe(false);
});

test('a file that is written over is so where its link leads, and stays for whom it was', () => {
  const guest = join(folder, 'guest.xml');
  writeFileSync(guest, 'before');
  chmodSync(guest, 0o664);
  const { ino } = statSync(guest);
  const link = join(folder, 'link.xml');
  symlinkSync('guest.xml', link);
  overwriteWhole(link, 'after');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(guest, 'utf8')).toBe('after');
  expect(statSync(guest).mode & 0o777).toBe(0o664);
  // another file took its place: nobody reads half of it
  expect(statSync(guest).ino).not.toBe(ino);
  expect(readdirSync(folder).sort()).toEqual(['guest.xml', 'link.xml']);
});

test('what cannot be written says why, and leaves nothing behind', () => {
  const path = join(folder, 'a.args');
  mkdirSync(path);
  expect(() => writeWhole(path, 'x', 0o666)).toThrow(`cannot write ${path}: it is a directory`);
  expect(readdirSync(folder)).toEqual(['a.args']);
  expect(() => writeWhole(join(folder, 'none', 'a'), 'x', 0o666)).toThrow('there is no such file');
});

test('a folder is made with those above it; a file is none', () => {
  makeFolder(join(folder, 'a', 'b'));
  makeFolder(join(folder, 'a', 'b'));
  expect(statSync(join(folder, 'a', 'b')).isDirectory()).toBe(true);
  writeFileSync(join(folder, 'f'), '');
  expect(() => makeFolder(join(folder, 'f'))).toThrow(`cannot make the folder ${join(folder, 'f')}: `);
});

test('a folder that is none is told of, not what could not be cleaned up in it', () => {
  expect(() => writeWhole('/dev/null/a', 'x', 0o600)).toThrow(
    'cannot write /dev/null/a: a part of its path is not a directory',
  );
});
