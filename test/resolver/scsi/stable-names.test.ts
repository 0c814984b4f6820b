/** One host before and after a boot that changed its numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';
import { scsiDeviceByNode } from '../../../src/host/scsi';
import { sourceElement } from '../../../src/host/source-element';
import { stableSourceOf } from '../../../src/host/stable-source';

const boots = ['boot-one', 'boot-two'].map((name) => {
  const path = join(__dirname, '../../host/trees', name, 'snapshot.json');
  return { ...(JSON.parse(readFileSync(path, 'utf8')) as HostFacts), kvm: undefined };
});
const [one, two] = boots as [HostFacts, HostFacts];

function converted(source: string, host: HostFacts) {
  const guest = `<domain type='qemu'><name>moved</name><memory unit='MiB'>512</memory>
    <os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
    <hostdev mode='subsystem' type='scsi'>${source}</hostdev></devices></domain>`;
  return convert(guest, { host, qemuVersion: '7.2' });
}

const disks = one.scsi!.filter(({ block }) => block !== undefined);

test('there are disks to compare', () => {
  expect(disks.length).toBeGreaterThan(1);
});

test.each(disks.map((device) => [device.block!.path, device] as const))(
  'the disk that was %s has one argv by its stable name',
  (_, device) => {
    const source = sourceElement(stableSourceOf(one, device)!);
    const [before, after] = boots.map((host) => converted(source, host));
    expect(before!.argv).toBeDefined();
    expect(after!.argv).toEqual(before!.argv);
    expect(after!.diagnostics.map(({ code }) => code)).not.toContain('scsi-source-unstable');
  },
);

test('by number it is another device or none, and each boot says so', () => {
  const numbers = disks.map(
    ({ hctl: { host, channel, target, lun } }) =>
      `<source><address type='scsi' host='${host}' bus='${channel}' target='${target}' lun='${lun}'/></source>`,
  );
  for (const source of numbers) {
    const codes = converted(source, two).diagnostics.map(({ code }) => code);
    expect(codes.some((code) => code === 'scsi-source-unstable' || code === 'scsi-device-not-found')).toBe(
      true,
    );
  }
  const moved = disks.filter(({ block, wwid }) => {
    const now = scsiDeviceByNode(two, block!.path);
    return typeof now !== 'object' || now.wwid !== wwid;
  });
  expect(moved.length).toBeGreaterThan(0);
});

test('a multipath map by the number of its node, with the name that stays', () => {
  const fc = JSON.parse(
    readFileSync(join(__dirname, '../../host/trees/fibre-channel/snapshot.json'), 'utf8'),
  ) as HostFacts;
  const helps = (name: string) =>
    converted(`<source name='${name}'/>`, fc).diagnostics.flatMap(({ code, help }) =>
      code === 'scsi-source-unstable' ? [help] : [],
    );
  expect(helps('dm-0')).toEqual([expect.stringContaining("<source name='/dev/mapper/mpatha'/>")]);
  expect(helps('/dev/mapper/mpatha')).toEqual([]);
});

test('a path of a multipath map is told of once: the map is what to use', () => {
  const path = join(__dirname, '../../../examples/multipath/host.json');
  const host = JSON.parse(readFileSync(path, 'utf8')) as HostFacts;
  const told = (dev: string) => {
    const guest = `<domain type='qemu'><name>a</name><memory unit='MiB'>512</memory>
    <os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
    <disk type='block' device='lun'><source dev='${dev}'/><target dev='sda' bus='scsi'/></disk></devices></domain>`;
    const { diagnostics } = convert(guest, { host, qemuVersion: '10.0' });
    return diagnostics.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
  };
  expect(told('/dev/sdc')).toEqual(['host-multipath-path']);
  expect(told('/dev/sdz')).toEqual(['scsi-source-unstable']);
});
