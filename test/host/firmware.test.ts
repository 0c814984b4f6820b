import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { probeFirmware } from '../../src/host/probe';
import { readFirmwareDescriptor } from '../../src/host/firmware';

const flash = {
  'interface-types': ['uefi'],
  mapping: {
    device: 'flash',
    executable: { filename: '/fw/CODE.fd', format: 'raw' },
    'nvram-template': { filename: '/fw/VARS.fd', format: 'raw' },
  },
  targets: [{ architecture: 'x86_64', machines: ['pc-q35-*'] }],
  features: ['acpi-s3'],
};

test('flash without a mode is split', () => {
  expect(readFirmwareDescriptor('/d.json', JSON.stringify(flash))).toEqual({
    path: '/d.json',
    interfaces: ['uefi'],
    device: 'flash',
    mode: 'split',
    executable: { filename: '/fw/CODE.fd', format: 'raw' },
    nvramTemplate: { filename: '/fw/VARS.fd', format: 'raw' },
    targets: [{ arch: 'x86_64', machines: ['pc-q35-*'] }],
    features: ['acpi-s3'],
  });
});

test('a ROM has its file in the mapping itself', () => {
  const rom = { ...flash, mapping: { device: 'memory', filename: '/fw/bios.bin' } };
  expect(readFirmwareDescriptor('/d.json', JSON.stringify(rom))).toMatchObject({
    device: 'memory',
    executable: { filename: '/fw/bios.bin', format: 'raw' },
  });
});

test.each([
  ['an empty file', ''],
  ['no JSON', '{'],
  ['a list', '[]'],
  ['null', 'null'],
  ['an unknown device', JSON.stringify({ ...flash, mapping: { device: 'igvm', filename: '/fw/x' } })],
  ['no file', JSON.stringify({ ...flash, mapping: { device: 'flash' } })],
  ['a relative path', JSON.stringify({ ...flash, mapping: { device: 'memory', filename: 'bios.bin' } })],
])('%s is no descriptor', (_what, text) => {
  expect(readFirmwareDescriptor('/d.json', text)).toBeUndefined();
});

describe('the folders of descriptors', () => {
  let root = '';
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'firmware-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('the administrator replaces, masks and adds; names give the order', () => {
    for (const name of ['20', '30', '40', '50'])
      put(`usr/share/qemu/firmware/${name}.json`, JSON.stringify(flash));
    put('usr/share/qemu/firmware/README', JSON.stringify(flash));
    put('etc/qemu/firmware/30.json', '');
    put('etc/qemu/firmware/40.json', JSON.stringify(flash));
    put('etc/qemu/firmware/10.json', JSON.stringify(flash));
    expect(probeFirmware({ root })?.map(({ path }) => path)).toEqual([
      '/etc/qemu/firmware/10.json',
      '/usr/share/qemu/firmware/20.json',
      '/etc/qemu/firmware/40.json',
      '/usr/share/qemu/firmware/50.json',
    ]);
  });

  test('without any, nothing is known', () => {
    expect(probeFirmware({ root })).toBeUndefined();
  });
});

test('of firmware in memory, where its variables start from', () => {
  const described = (template: unknown) =>
    readFirmwareDescriptor(
      '/a.json',
      JSON.stringify({
        'interface-types': ['uefi'],
        mapping: { device: 'memory', filename: '/fw/ROM.fd', 'uefi-vars': { template } },
      }),
    )?.varstoreTemplate;
  expect(described('/fw/vars.json')).toBe('/fw/vars.json');
  expect(described('vars.json')).toBeUndefined();
  expect(described(1)).toBeUndefined();
});
