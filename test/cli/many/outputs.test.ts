import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairs, SUFFIXES } from '../../../src/cli/many/outputs';
import { PROJECT } from '../command';

const outputs = (
  files: readonly string[],
  form: 'pretty' | 'oneline' | 'json' | 'nul' | 'script' = 'pretty',
) => pairs(files, 'out', form).map(({ output }) => output);

test.each<['pretty' | 'oneline' | 'json' | 'nul' | 'script', string]>([
  ['pretty', 'db1.args'],
  ['oneline', 'db1.args'],
  ['json', 'db1.json'],
  ['nul', 'db1.nul'],
  ['script', 'db1.sh'],
])('named after the guest and the form: %s', (form, name) => {
  expect(outputs(['guests/db1.xml'], form)).toEqual([join('out', name)]);
});

test.each([
  ['../../etc/passwd', 'passwd.args'],
  ['/', '.args'],
  ['..', '...args'],
  ['../..xml', '..args'],
  ['.xml', '.args'],
  ['DB1.XML', 'DB1.args'],
  ['db1.xml.bak', 'db1.xml.bak.args'],
])('nothing leaves the folder: %s', (file, name) => {
  expect(outputs([file])).toEqual([`out/${name}`]);
});

test('two guests of one name are named before anything is written', () => {
  expect(() => outputs(['a/db1.xml', 'c.xml', 'b/db1.xml'])).toThrow(
    'a/db1.xml and b/db1.xml would both become out/db1.args',
  );
});

test('no guest is overwritten by the command of another', () => {
  expect(() => pairs(['x.xml', 'x.args'], '.', 'pretty')).toThrow(
    'the command of x.xml would overwrite x.args, which is to be converted too',
  );
});

test('standard input has no name', () => {
  expect(() => outputs(['-'])).toThrow('standard input has no name');
});

test('docs/pipelines.md has the ending of every form', () => {
  const text = readFileSync(join(PROJECT, 'docs/pipelines.md'), 'utf8');
  for (const suffix of Object.values(SUFFIXES)) expect(text).toContain(`\`db1${suffix}\``);
});
