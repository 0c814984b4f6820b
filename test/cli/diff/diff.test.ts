import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONVERSION_OPTIONS } from '../../../src/cli/conversion-options';
import { givenForSecond, secondValues } from '../../../src/cli/diff/second';
import { command } from '../command';

const GUEST = `<domain type='qemu'><name>minimal</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='pc'>hvm</type></os></domain>`;

let folder: string;
let guest: string;
let other: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
  guest = join(folder, 'guest.xml');
  other = join(folder, 'other.xml');
  writeFileSync(guest, GUEST);
  writeFileSync(other, GUEST.replace('>64<', '>128<'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const diff = (...args: string[]) => command(['diff', '--host', 'none', ...args]);

test('the same: 0, and a line that says so', () => {
  const { status, stdout, stderr } = diff(guest, guest);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.split('\n').at(-2)).toBe('no differences');
});

test('a difference: 1, with what the guest notices counted', () => {
  const { status, stdout, stderr } = diff(guest, other);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('~ guest -m size: 65536k -> 131072k\n');
  expect(stdout.split('\n').at(-2)).toBe('1 difference: 1 that the guest notices');
});

test('one guest for two releases', () => {
  const { status, stdout } = diff(guest, '--qemu-version', '7.2', '--to-qemu-version', '10.0');
  expect(status).toBe(1);
  expect(stdout).toContain('guest.xml, QEMU 7.2.0\n');
  expect(stdout).toContain('pc (pc-i440fx-7.2) -> pc (pc-i440fx-10.0)');
});

test('one guest, another accelerator and another profile', () => {
  expect(diff(guest, '--to-accel', 'kvm').stdout).toContain('~ guest -accel accel: tcg -> kvm');
  expect(diff(guest, '--to-profile', 'libvirt').stdout).toContain('none that the guest notices');
});

test('standard input is one of the two', () => {
  const { status } = command(['diff', '--host', 'none', '-', guest], { input: GUEST });
  expect(status).toBe(0);
  expect(diff('-', '-').status).toBe(2);
});

test('a command line in a file: as printed, and as /proc has it', () => {
  const printed = join(folder, 'printed');
  for (const form of ['pretty', 'oneline', 'nul', 'script']) {
    writeFileSync(printed, command(['--host', 'none', '-o', form, guest]).stdout);
    expect(diff(guest, '--cmdline', printed)).toMatchObject({ status: 0, stderr: '' });
    expect(diff(other, '--cmdline', printed).status).toBe(1);
  }
});

test('a script that starts companions and does host steps is read for its QEMU', () => {
  const text = GUEST.replace(
    '</domain>',
    "<devices><tpm model='tpm-tis'><backend type='emulator' version='2.0'/></tpm></devices></domain>",
  );
  const [tpm, printed] = [join(folder, 'tpm.xml'), join(folder, 'tpm.sh')];
  writeFileSync(tpm, text);
  writeFileSync(printed, command(['--host', 'none', '-o', 'script', tpm]).stdout);
  expect(readFileSync(printed, 'utf8')).toContain('swtpm socket');
  expect(diff(tpm, '--cmdline', printed)).toMatchObject({ status: 0, stderr: '' });
});

test('JSON', () => {
  const { status, stdout } = diff('-o', 'json', guest, other);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    from: { name: guest, qemu: '11.1.0' },
    to: { name: other, qemu: '11.1.0' },
    same: false,
    noticed: 1,
    differences: [
      {
        title: 'memory',
        key: 'memory',
        fromLine: 1,
        toLine: 1,
        change: 'changed',
        option: '-m',
        property: 'size',
        from: '65536k',
        to: '131072k',
        guest: true,
      },
    ],
  });
});

test.each<[what: string, args: string[], status: number, says: string]>([
  ['nothing to compare with', ['GUEST'], 2, 'there is nothing to compare with'],
  ['two second sides', ['GUEST', 'OTHER', '--pid', '1'], 2, 'one second side is enough'],
  ['a process that is no number', ['GUEST', '--pid', 'x'], 2, "'x' is not the number of a process"],
  ['no such process', ['GUEST', '--pid', '999999999'], 3, 'there is no such process'],
  ['a process that is no QEMU', ['GUEST', '--pid', String(process.pid)], 3, 'which is no QEMU'],
  ['no such file', ['GUEST', '/nonexistent.xml'], 3, 'there is no such file'],
  ['a command line that is a program', ['GUEST', '--cmdline', '/bin/true'], 3, '/bin/true is no text'],
  ['no such command line', ['GUEST', '--cmdline', '/nonexistent'], 3, 'there is no such file'],
  ['a guest that is none', ['GUEST', '/etc/hostname'], 3, 'cannot be compared: it does not convert'],
])('%s', (_what, args, status, says) => {
  const found = diff(...args.map((word) => (word === 'GUEST' ? guest : word === 'OTHER' ? other : word)));
  expect({ status: found.status, stdout: found.stdout }).toEqual({ status, stdout: '' });
  expect(found.stderr).toContain(says);
});

test('every option of a conversion has a twin for the second side', () => {
  const { stdout } = command(['diff', '--help']);
  for (const { name, flags } of CONVERSION_OPTIONS) {
    // Both sides, or neither.
    if (name === 'redact') continue;
    const long = /--([a-z-]+)/.exec(flags)?.[1] ?? '';
    expect(stdout).toContain(`--to-${long}`);
    const twin = `to${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    expect(givenForSecond({ [twin]: 'value' })).toEqual({ [name]: 'value' });
  }
});

test('a QEMU that is asked for the second side has a version of its own', () => {
  expect(secondValues({ qemuVersion: '7.2', profile: 'libvirt' }, { qemu: '/opt/qemu' })).toEqual({
    profile: 'libvirt',
    qemu: '/opt/qemu',
  });
  expect(secondValues({ qemuVersion: '7.2' }, { arch: 'aarch64' })).toEqual({
    qemuVersion: '7.2',
    arch: 'aarch64',
  });
});
