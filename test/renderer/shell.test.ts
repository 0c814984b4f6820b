import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { shellWord } from '../../src/model/shell-word';
import { nul, oneline, pretty } from '../../src/renderer/shell';

/** What a POSIX shell makes of a line: its words. */
function shellWords(line: string): string[] {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.slice(0, -1).split('\0');
}

/** What a process argument can be: anything but NUL. */
const word = fc.string({ unit: 'grapheme', minLength: 0 }).filter((text) => !text.includes('\0'));
const nasty = fc.constantFrom(
  '',
  "'",
  "''",
  '\n',
  '$(id)',
  '`id`',
  '~',
  '*',
  '!x',
  '#',
  '\\',
  'a b',
  '"',
  '=ls',
  '-n',
  ';',
  '&',
  'é',
);

test('a shell reads back every word', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(word, nasty), { minLength: 1, maxLength: 30 }), (words) => {
      expect(shellWords(words.map(shellWord).join(' '))).toEqual(words);
    }),
    { numRuns: 60 },
  );
});

test('plain words stay as they are', () => {
  expect(shellWord('virtio-scsi-pci,id=scsi0,bus=pci.0,addr=0x2')).toBe(
    'virtio-scsi-pci,id=scsi0,bus=pci.0,addr=0x2',
  );
});

const COMMAND = {
  environment: [{ name: 'LD_PRELOAD', value: "it's" }],
  program: '/opt/my qemu',
  options: [['-S'], ['-append', 'a b\nc']],
};

test('pretty, one line and NUL say the same', () => {
  const words = ['env', "LD_PRELOAD=it's", '/opt/my qemu', '-S', '-append', 'a b\nc'];
  expect(shellWords(pretty(COMMAND))).toEqual(words);
  expect(shellWords(oneline(COMMAND))).toEqual(words);
  expect(nul(COMMAND).split('\0')).toEqual([...words, '']);
  expect(pretty(COMMAND)).toBe(
    "env 'LD_PRELOAD=it'\\''s' \\\n  '/opt/my qemu' \\\n  -S \\\n  -append 'a b\nc'\n",
  );
});

test('a control character that a terminal obeys is made by printf where the command runs', () => {
  expect(shellWord('a\u009b2Jb')).toBe(`'a'"$(printf '\\302\\233')"'2Jb'`);
  expect(shellWords(shellWord("\u0085it's\u0090\u009b'"))).toEqual(["\u0085it's\u0090\u009b'"]);
});

test('what turns the direction of a terminal is made where the command is run', () => {
  const text = 'disk\u202egpj.\u2066img\u200b';
  expect(shellWord(text)).toMatch(/^[\x20-\x7e]+$/);
  expect(shellWords(shellWord(text))).toEqual([text]);
});

describe('a program whose path has what env(1) takes for a variable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'a=b-'));
  const program = join(folder, 'qemu');
  writeFileSync(program, '#!/bin/sh\necho "$FOO: $*"\n', { mode: 0o755 });
  afterAll(() => rmSync(folder, { recursive: true }));

  const command = { environment: [{ name: 'FOO', value: '1' }], program, options: [['-S'], ['-m', '2 G']] };
  const said = (script: string, input = '') =>
    spawnSync('sh', ['-c', script], { input, encoding: 'utf8' }).stdout;

  test.each([pretty, oneline])('is run by the shell that runs the text', (written) => {
    expect(said(written(command))).toBe('1: -S -m 2 G\n');
  });

  test.each([
    ['with a variable', command.environment, '1: -S -m 2 G\n'],
    ['without one', [], ': -S -m 2 G\n'],
  ])('is run by xargs: %s', (_what, environment, expected) => {
    expect(said('xargs -0 env', nul({ ...command, environment }))).toBe(expected);
  });
});
