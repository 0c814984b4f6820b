/** The questions, on a terminal: script(1) gives the program one. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, PROJECT } from '../command';
import { installed, missing } from '../../qemu/qemus';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'questions-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `init db1.xml` on a terminal of 80 columns, and what somebody types there. */
function answer(typed: string): { status: number | null; screen: string } {
  const program = `stty cols 80; exec "${process.execPath}" "${PROJECT}/bin/domxml2qemu.js" init db1.xml`;
  // Nobody types before the first question: Control-C would end another process.
  const person = '(sleep 2; cat; sleep 1) | script -qec "$0" /dev/null';
  const { status, stdout } = spawnSync('sh', ['-c', person, program], {
    cwd: folder,
    encoding: 'utf8',
    input: typed,
    env: { PATH: process.env['PATH'], TERM: 'xterm' },
    timeout: 60_000,
  });
  return { status, screen: stdout.replaceAll('\r', '') };
}

const file = () => join(folder, 'db1.xml');

describe('the questions of init', () => {
  if (!installed('script')) {
    missing('the questions of init', 'script (Debian: bsdutils)');
    return;
  }

  test('Enter takes every default', () => {
    const { status, screen } = answer('\n'.repeat(7));
    expect(status).toBe(0);
    expect(screen).toContain('Name [db1]: ');
    expect(screen).toContain('is written. What comes next:');
    const xml = readFileSync(file(), 'utf8');
    for (const part of ['<name>db1</name>', `>2048</memory>`, 'db1.qcow2', "<interface type='user'>"])
      expect(xml).toContain(part);
    expect(xml).not.toContain('cdrom');
  });

  test('an answer that will not do is asked for again, with the reason', () => {
    const typed = ['web', '2048', '4G', 'four', '4', 'web.raw', 'x.iso', 'sdb', '', 'br0', ''].join('\n');
    const { status, screen } = answer(typed);
    expect(status).toBe(0);
    expect(screen).toContain("'2048' is no size of memory: say the unit: 2048M");
    expect(screen).toContain("'four' is not a number of virtual CPUs");
    expect(screen).toContain("'sdb' is no device node");
    const xml = readFileSync(file(), 'utf8');
    for (const part of ['<name>web</name>', '>4096<', '<vcpu>4<', 'web.raw', 'x.iso', "bridge='br0'"])
      expect(xml).toContain(part);
    expect(command(['--host', 'none', file()])).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    ['Control-C', 'web\n\u0003', 130],
    ['Control-D, the end of the input', 'web\n\u0004', 2],
  ])('%s in the middle writes nothing', (_what, typed, expected) => {
    const { status, screen } = answer(typed);
    expect(status).toBe(expected);
    expect(existsSync(file())).toBe(false);
    expect(screen).not.toMatch(/^\s+at /m);
  });
});
