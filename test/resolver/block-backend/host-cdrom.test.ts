import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';

const host = (kind: 'rom' | 'disk', path: string, link: string): HostFacts => ({
  schema: 1,
  block: [
    {
      path,
      dev: '11:0',
      kind,
      size: 1_048_576,
      readOnly: kind === 'rom',
      slaves: [],
      holders: [],
      mounts: [],
      swap: false,
      links: [link],
    },
  ],
});

const driver = (path: string, facts: HostFacts) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='block' device='cdrom'><source dev='${path}'/><target dev='sda' bus='sata'/></disk></devices></domain>`,
    { qemuVersion: '10.0', storage: 'blockdev', host: facts },
  )
    .argv?.filter((word) => word.includes(path))
    .map((word) => (JSON.parse(word) as { driver: string }).driver);

test('a drive of the host is known by what it is, and by its name where it is not known', () => {
  expect(driver('/dev/films', host('rom', '/dev/sr0', '/dev/films'))).toEqual(['host_cdrom']);
  expect(driver('/dev/cdrom', host('disk', '/dev/vda', '/dev/cdrom'))).toEqual(['host_device']);
  expect(driver('/dev/cdrom', { schema: 1 })).toEqual(['host_cdrom']);
  expect(driver('/dev/films', { schema: 1 })).toEqual(['host_device']);
});
