import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../src/convert';
import { sectionWords } from '../../src/cli/section-words';
import { selected } from '../../src/cli/selection';
import { SECTIONS, sectionOf } from '../../src/model/plan/section';
import { command, PROJECT } from './command';

const GUEST = 'examples/cloud-image/guest.xml';
const run = (...args: string[]) => command(['--host', 'none', '--qemu-version', '10.0', ...args, GUEST]);
const explain = (...args: string[]) =>
  command(['explain', '--host', 'none', '--qemu-version', '10.0', ...args, GUEST]);

const conversion = convert(readFileSync(join(PROJECT, GUEST), 'utf8'), { qemuVersion: '10.0' });

test('the sections of a command, one by one, are the command', () => {
  const pieces = SECTIONS.flatMap((section) => selected(conversion, { only: [section] }).options ?? []);
  const words = (options: readonly (readonly string[])[]) => options.map((option) => option.join(' ')).sort();
  expect(words(pieces)).toEqual(words(conversion.options ?? []));
});

test('what is left out is what is not picked, in the same order', () => {
  const only = selected(conversion, { only: ['disks', 'net'] });
  const without = selected(conversion, { without: ['disks', 'net'] });
  expect(without.argv?.[0]).toBe('qemu-system-x86_64');
  expect(only.argv?.[0]).toBe('-drive');
  expect([...(only.options ?? []), ...(without.options ?? [])].sort()).toEqual(
    [...(conversion.options ?? [])].sort(),
  );
  expect(only.sections).toEqual(['disks', 'net']);
  expect(without.sections).toEqual(
    SECTIONS.filter((name) => conversion.subjects?.some((subject) => sectionOf(subject) === name)).filter(
      (name) => name !== 'disks' && name !== 'net',
    ),
  );
});

test('nothing asked for: the conversion as it is', () => {
  expect(selected(conversion, {})).toBe(conversion);
});

test('a device goes with the objects behind it, and without the program', () => {
  expect(run('--only', 'disks,net')).toEqual({
    status: 0,
    stderr: '',
    stdout: `-drive file=/var/lib/libvirt/images/cloud.qcow2,format=qcow2,if=none,id=drive-virtio-disk0,cache=none,discard=unmap \\
-device virtio-blk-pci,bus=pci.4,addr=0x0,drive=drive-virtio-disk0,id=virtio-disk0,bootindex=1,write-cache=on \\
-drive file=/var/lib/libvirt/images/cloud-seed.iso,format=raw,if=none,id=drive-sata0-0-0,readonly=on \\
-device ide-cd,bus=ide.0,drive=drive-sata0-0-0,id=sata0-0-0 \\
-netdev user,id=hostnet0 \\
-device virtio-net-pci,netdev=hostnet0,id=net0,mac=52:54:00:12:34:56,bus=pci.1,addr=0x0
`,
  });
});

test('one kind of device by its element, and a section without a part of it', () => {
  expect(run('--only', 'channel', '-o', 'oneline').stdout).toBe(
    '-chardev socket,id=charchannel0,path=/run/guests/cloud.agent,server=on,wait=off -device virtserialport,bus=virtio-serial0.0,nr=1,chardev=charchannel0,id=channel0,name=org.qemu.guest_agent.0\n',
  );
  expect(run('--only', 'serial', '--without', 'channel', '-o', 'oneline').stdout).not.toContain(
    'virtserialport',
  );
});

test('without display the rest is a command', () => {
  const { stdout } = run('--without', 'display', '--without', 'audio');
  expect(stdout).toMatch(/^qemu-system-x86_64 \\\n {2}-name /);
  expect(stdout).not.toMatch(/-vnc|-spice|vga|gpu/i);
});

test('every form', () => {
  const words = run('--only', 'net', '-o', 'nul').stdout.slice(0, -1).split('\0');
  expect(words[0]).toBe('-netdev');
  const json = JSON.parse(run('--only', 'net', '-o', 'json').stdout) as object;
  expect(json).toMatchObject({ argv: words, sections: ['net'] });
  expect(run('--only', 'net', '-o', 'script')).toMatchObject({ status: 2, stdout: '' });
  expect(run('--without', 'net', '-o', 'script').stdout).not.toContain('-netdev');
});

test('a guest that has nothing of it', () => {
  expect(run('--only', 'tpm')).toEqual({
    status: 0,
    stdout: '',
    stderr: `${GUEST}: the guest has nothing of that\n`,
  });
});

test('the preview shows what was asked for', () => {
  const { status, stdout } = command(['run', '-n', '--host', 'none', '--only', 'net', GUEST]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Command\n {2}-netdev /);
});

test('a batch has it as arrays', () => {
  const ask = (options: object) =>
    JSON.parse(
      command(['batch'], { input: JSON.stringify({ file: GUEST, options: { host: 'none', ...options } }) })
        .stdout,
    ) as object;
  const { argv } = JSON.parse(run('--only', 'net', '-o', 'json').stdout) as { argv: string[] };
  expect(ask({ only: ['net'] })).toMatchObject({ ok: true, argv, sections: ['net'] });
  expect(ask({ only: ['nets'] })).toMatchObject({ ok: false, error: { code: 'batch-request' } });
  expect(ask({ without: 'net' })).toMatchObject({ ok: false, error: { code: 'batch-request' } });
  expect(ask({})).not.toHaveProperty('sections');
});

test('words, in lists and in turn', () => {
  expect(sectionWords('disks, net,')).toEqual(['disks', 'net']);
  expect(sectionWords('video', ['disks'])).toEqual(['disks', 'video']);
});

test('devices, kinds, parts, options and patterns are named as for an explanation', () => {
  const options = (...only: string[]) => selected(conversion, { only }).options ?? [];
  const explained = (...only: string[]) =>
    (
      JSON.parse(explain('--only', only.join(), '-o', 'json').stdout) as {
        groups: { arguments: { words: string[] }[] }[];
      }
    ).groups.flatMap((group) => group.arguments.map(({ words }) => words.join(' ')));
  for (const name of ['disks', 'disk', 'storage', 'accelerator', 'net*'])
    expect(explained(name).sort()).toEqual(
      options(name)
        .map((words) => words.join(' '))
        .sort(),
    );
  expect(options('-name').map(([option]) => option)).toEqual(['-name']);
});

test('a word that names nothing: the one that was meant, by both commands', () => {
  for (const ask of [run, explain]) {
    const { status, stderr } = ask('--only', 'dsiks');
    expect(status).toBe(2);
    expect(stderr).toBe(
      "domxml2qemu: nothing of this guest is called 'dsiks'\n  help: did you mean 'disks'?\n",
    );
    const other = ask('--only', 'quantum').stderr;
    expect(other).toMatch(/help: it has: name, [^]*, too\n$/);
    expect(ask('--only', ',')).toMatchObject({ status: 2 });
  }
});

test('the documentation lists the sections', () => {
  const text = readFileSync(join(PROJECT, 'docs/json.md'), 'utf8').replaceAll('\n', ' ');
  expect(text).toContain(`Sections are ${SECTIONS.map((name) => `\`${name}\``).join(', ')}.`);
});
