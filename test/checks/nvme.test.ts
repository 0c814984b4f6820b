import { check } from '../../src/check';
import { convert } from '../../src/convert';
import type { BlockDevice, HostFacts } from '../../src/host/facts';

const guest = (managed: 'yes' | 'no') => `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<disk type='nvme' device='disk'><driver name='qemu' type='raw'/>
 <source type='pci' managed='${managed}' namespace='1'><address domain='0x0000' bus='0x04' slot='0x00' function='0x0'/></source>
 <target dev='vda' bus='virtio'/></disk></devices></domain>`;

const disk = (mounts: readonly string[]): BlockDevice => ({
  path: '/dev/nvme0n1',
  links: ['/dev/disk/by-path/pci-0000:04:00.0-nvme-1'],
  kind: 'nvme',
  dev: '259:0',
  size: 1,
  readOnly: false,
  slaves: [],
  holders: [],
  mounts,
  swap: false,
});

const host = (driver: string | undefined, mounts: readonly string[] = []): HostFacts => ({
  schema: 1,
  block: [disk(mounts)],
  pci: [{ address: '0000:04:00.0', class: '010802', vendor: '144d', device: 'a808', driver, iommuGroup: 14 }],
});

const said = (facts: HostFacts, managed: 'yes' | 'no' = 'no') =>
  check(guest(managed), { host: facts }).diagnostics.filter(({ code }) => /^pci-|in-use/.test(code));

test('the driver that QEMU takes it from', () => {
  expect(said(host('vfio-pci'))).toEqual([]);
  expect(said(host('nvme'))).toMatchObject([
    { code: 'pci-not-vfio', at: { line: 4 }, message: expect.stringContaining('driver nvme') as string },
  ]);
  expect(said(host(undefined))).toMatchObject([{ code: 'pci-not-vfio' }]);
  expect(said({ schema: 1, pci: [] })).toMatchObject([{ code: 'pci-absent' }]);
});

test('one that the host uses is not to be taken from it, least of all by itself', () => {
  expect(said(host('nvme', ['/']), 'yes')).toMatchObject([
    {
      code: 'host-device-in-use',
      message: expect.stringContaining('/dev/nvme0n1 (0000:04:00.0)') as string,
      notes: [{ message: 'mounted on /' }],
    },
  ]);
});

test("managed='yes' binds it as a step of the host, and gives it back", () => {
  const steps = (managed: 'yes' | 'no') => convert(guest(managed)).plan?.hostSteps;
  expect(steps('no')).toEqual([]);
  expect(steps('yes')).toMatchObject([{ what: 'PCI device 0000:04:00.0 must be bound to vfio-pci' }]);
  expect(said(host('nvme'), 'yes')).toEqual([]);
});
