import { convert } from '../../../src/convert';

/** The ids and boot indexes of the disks, in the order of the command line. */
function disks(...targets: readonly string[]): string[] {
  const devices = targets.map(
    (target) =>
      `<disk type='file'><source file='/a'/><target dev='${target.replace(' ', "' bus='")}'/></disk>`,
  );
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${devices.join('')}</devices></domain>`;
  const { argv = [] } = convert(xml, { qemuVersion: '8.2.0' });
  return argv.flatMap((word) => {
    const id = /^(?:ide|scsi|virtio)-(?:hd|blk).*,id=([^,]+)/.exec(word)?.[1];
    return id === undefined ? [] : [id + (/,bootindex=\d+/.exec(word)?.[0] ?? '')];
  });
}

test('disks of one bus come by name, buses as they appear; the first one boots', () => {
  expect(disks('vdb virtio', 'hdc ide', 'vda virtio', 'hda ide')).toEqual([
    'virtio-disk0,bootindex=1',
    'virtio-disk1',
    'ide0-0-0',
    'ide0-1-0',
  ]);
});

test('disks that name no bus come by name among themselves', () => {
  expect(disks('vdb', 'vdc virtio', 'hda', 'vda')).toEqual([
    'ide0-0-0,bootindex=1',
    'virtio-disk0',
    'virtio-disk1',
    'virtio-disk2',
  ]);
});

test('IDE has two units on each of two buses', () => {
  expect(disks('hda', 'hdb', 'hdc', 'hdd')).toEqual([
    'ide0-0-0,bootindex=1',
    'ide0-0-1',
    'ide0-1-0',
    'ide0-1-1',
  ]);
});
