import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { answersFrom, type InitOptions } from '../../../src/cli/init/options';
import { guestXml } from '../../../src/cli/init/guest-xml';
import { nameFromFile, readMemory } from '../../../src/cli/init/answers';
import { convert } from '../../../src';
import { parse } from '../../../src/parser';
import { command } from '../command';

const IDENTITY = { uuid: '6d3f3f0e-0d0c-4b52-8f0f-6c4b3c1f1a01', mac: '52:54:00:12:34:56' };

const xmlOf = (options: InitOptions) => guestXml(answersFrom(options, undefined), IDENTITY);

const LUN = '/dev/disk/by-id/wwn-0x5000c500a1b2c3d4';

/** Host facts for what a guest asks of its host: firmware, here. */
const HOST = { schema: 1 as const };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['standalone', 'libvirt'] as const)('what it writes converts, profile %s', (profile) => {
  test.each<[string, InitOptions, RegExp]>([
    ['nothing asked for', {}, /-m size=2097152k/],
    ['memory and CPUs', { memory: '1.5G', vcpus: '7' }, /-m size=1572864k[^]*-smp 7/],
    ['pc with a CD-ROM', { machine: 'pc', cdrom: 'x.iso' }, /ide-cd/],
    ['q35 with a CD-ROM', { cdrom: 'x.iso' }, /ide-cd[^]*bootindex"?[:=]2/],
    ['two images', { disk: ['a.qcow2', 'b.raw'] }, /a\.qcow2[^]*b\.raw/],
    ['a volume', { disk: ['/dev/vg0/db1'] }, /\/dev\/vg0\/db1/],
    ['LUNs, on which it boots', { lun: [LUN, `${LUN}-2`] }, /scsi-block[^]*bootindex"?[:=]1[^]*scsi-block/],
    ['a bridge', { bridge: 'br0' }, profile === 'standalone' ? /-netdev bridge,br=br0/ : /-netdev/],
    ['no network', { network: 'none' }, /^(?![^]*-netdev)/],
    ['TCG', { accel: 'tcg' }, /-accel tcg/],
    ['another architecture', { arch: 'aarch64' }, /virtio-gpu-pci/],
    ['UEFI', { firmware: 'uefi' }, /-machine/],
    ['everything', { lun: [LUN], disk: ['a.vmdk'], cdrom: 'x.iso', bridge: 'br0', machine: 'pc' }, /ide-cd/],
  ])('%s', (_what, options, expected) => {
    // Firmware is the host's: without one, and the ACPI that needs it beside PCs, the rest of the guest is looked at.
    const written = xmlOf(options).replace(" firmware='efi'", '');
    const xml = options.arch === undefined ? written : written.replace('<acpi/>', '');
    const { argv, diagnostics } = convert(xml, { profile, host: HOST });
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(argv?.join(' ')).toMatch(expected);
  });
});

test.each([
  ['a.qcow2', true],
  ['a.raw', true],
  ['/dev/vg0/a', true],
  ['a.vmdk', false],
])('%s gives room back: %s', (image, expected) => {
  expect(xmlOf({ disk: [image] }).includes("discard='unmap'")).toBe(expected);
});

test('what somebody names it by is in it as it was written', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      name,
      name.filter((file) => !file.includes('/')),
      (word, file) => {
        let xml: string;
        try {
          xml = xmlOf({ name: word, disk: [`/images/${file}.qcow2`] });
        } catch (problem) {
          // What no guest can be called is refused, with a reason.
          expect((problem as Error).message).toMatch(/^--(name|disk): /);
          return;
        }
        const domain = parse(xml, () => {});
        expect(domain?.name).toBe(word);
        expect(JSON.stringify(domain?.devices)).toContain(JSON.stringify(`${file}.qcow2`).slice(1, -1));
      },
    ),
  );
});

describe('what is refused', () => {
  test.each<[string, string[], string, string?]>([
    [
      'memory without a unit',
      ['--memory', '2048'],
      "--memory: '2048' is no size of memory",
      'say the unit: 2048M',
    ],
    ['memory that is a word', ['--memory', 'much'], "--memory: 'much' is no size of memory", '512M or 2G'],
    ['too little memory', ['--memory', '1M'], '--memory: 1M is not between 16M and 16T'],
    ['no CPU', ['--vcpus', '0'], "--vcpus: '0' is not a number of virtual CPUs", 'a number from 1'],
    ['a name with a slash', ['--name', 'a/b'], "--name: 'a/b' is no name for a guest"],
    ['an ISO as a disk', ['--disk', 'x.iso'], "--disk: the format of 'x.iso'", 'given with --cdrom'],
    ['an image without an end', ['--disk', 'disk'], "--disk: the format of 'disk'", '*.qcow2'],
    ['a LUN without its folder', ['--lun', 'sdb'], "--lun: 'sdb' is no device node", 'domxml2qemu host'],
    ['a bridge that is a path', ['--bridge', '/br0'], "--bridge: '/br0' is no name of a bridge"],
    [
      'a machine of another architecture',
      ['--machine', 'virt'],
      '--machine virt is no machine of',
      'q35, pc',
    ],
    ['a BIOS on Arm', ['--arch', 'aarch64', '--firmware', 'bios'], '--arch aarch64 has no BIOS', 'uefi'],
    ['two networks', ['--bridge', 'br0', '--network', 'user'], '--bridge and --network cannot'],
  ])('%s', (_what, args, message, help = '') => {
    const file = join(folder, 'refused.xml');
    const { status, stdout, stderr } = command(['init', file, ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`domxml2qemu: ${message}`);
    expect(stderr).toContain(help);
    for (const line of stderr.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(existsSync(file)).toBe(false);
  });
});

describe('the file', () => {
  test('is written, and what comes next is said', () => {
    const file = join(folder, 'db1.xml');
    const { status, stdout, stderr } = command(['init', file, '--disk', join(folder, 'db1.qcow2')]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toContain('<name>db1</name>');
    expect(stderr).toContain(
      `  qemu-img create -f qcow2 ${join(folder, 'db1.qcow2')} 20G\n  domxml2qemu ${file}\n`,
    );
    expect(command(['--host', 'none', file]).status).toBe(0);
  });

  test('is never written over, unless that is asked for', () => {
    const file = join(folder, 'precious.xml');
    writeFileSync(file, 'precious');
    const { status, stderr } = command(['init', file]);
    expect(status).toBe(2);
    expect(stderr).toContain('--force writes over it');
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(command(['init', '--force', file]).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<domain');
  });

  test('is standard output where none is named, in a pipe without a question', () => {
    for (const args of [['init'], ['init', '-']]) {
      const { status, stdout, stderr } = command(args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/^<!--[^]*<name>guest<\/name>[^]*<\/domain>\n$/);
    }
  });

  test('in a folder that is not there', () => {
    expect(command(['init', '/nonexistent/guest.xml'])).toEqual({
      status: 3,
      stdout: '',
      stderr: 'domxml2qemu: cannot write /nonexistent/guest.xml: its folder is not there\n',
    });
  });

  test('no two guests are the same machine', () => {
    const [one, two] = [command(['init']).stdout, command(['init']).stdout];
    for (const what of [/<uuid>(.*)<\/uuid>/, /<mac address='(.*)'/])
      expect(what.exec(one)?.[1]).not.toBe(what.exec(two)?.[1]);
  });
});

test.each([
  ['2G', 2048],
  ['512M', 512],
  ['1.5GiB', 1536],
  ['1t', 1024 * 1024],
  ['64 MB', 64],
])('memory %s is %i MiB', (text, value) => {
  expect(readMemory(text)).toEqual({ value });
});

test.each([
  ['db1.xml', 'db1'],
  ['/etc/guests/web.xml', 'web'],
  ['-', 'guest'],
  [undefined, 'guest'],
  ['..', 'guest'],
])('the name of a guest in the file %s', (file, name) => {
  expect(nameFromFile(file)).toBe(name);
});
