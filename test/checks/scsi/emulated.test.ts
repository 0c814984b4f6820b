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

const said = (format: string) =>
  check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='block'><driver name='qemu' type='${format}'/><source dev='/dev/sdb'/><target dev='sda' bus='scsi'/></disk></devices></domain>`,
    { qemuVersion: '10.0', host },
  ).diagnostics.flatMap(({ code }) => (code === 'disk-block-size' ? [code] : []));

test("the blocks of the host's disk are those of what lies on it as it is", () => {
  expect(said('raw')).toEqual(['disk-block-size']);
  expect(said('qcow2')).toEqual([]);
});
