import { check } from '../../../src/check';
import type { HostFacts } from '../../../src/host/facts';

const host: HostFacts = {
  schema: 1,
  block: [
    {
      path: '/dev/sdb',
      dev: '8:16',
      kind: 'disk',
      size: 1_048_576,
      readOnly: false,
      slaves: [],
      holders: [],
      mounts: [],
      swap: false,
      links: [],
      logicalBlockSize: 4096,
    },
  ],
};

const help = (bus: string, format = 'raw', node = '/dev/sdb') => {
  const renamed = { ...host, block: host.block!.map((block) => ({ ...block, path: node })) };
  return check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='block'><driver name='qemu' type='${format}'/><source dev='${node}'/><target dev='sda' bus='${bus}'/></disk></devices></domain>`,
    { qemuVersion: '10.0', host: renamed },
  ).diagnostics.flatMap((one) => (one.code === 'disk-block-size' ? [one.help] : []));
};

test("the blocks of the host's disk are those of what lies on it as it is", () => {
  expect(help('scsi')).toEqual([expect.stringMatching(/^add <blockio logical_block_size='4096'/)]);
  expect(help('scsi', 'qcow2')).toEqual([]);
});

test('where all blocks are of 512 bytes, another bus is advised', () => {
  expect(help('sata')).toEqual([expect.stringMatching(/^use bus='scsi' or 'virtio', with <blockio/)]);
});

test('QEMU asks the host for those of a DASD', () => {
  expect(help('scsi', 'raw', '/dev/dasdb')).toEqual([]);
});
