import { convert } from '../../../src/convert';

const iommu = (devices: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><vcpu>288</vcpu><os><type arch='x86_64' machine='q35'>hvm</type></os>
<features><acpi/></features><devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0' },
  ).argv?.filter((word) => word.startsWith('intel-iommu'));

test("a large guest's own IOMMU remaps interrupts too, and stays what it is", () => {
  expect(iommu('')).toEqual(['intel-iommu,id=iommu0,intremap=on,eim=on']);
  expect(iommu("<iommu model='intel'><driver caching_mode='on'/></iommu>")).toEqual([
    'intel-iommu,id=iommu0,intremap=on,caching-mode=on,eim=on',
  ]);
});

test("AMD's IOMMU reaches as many processors by a word of its own", () => {
  const short = (driver: string) =>
    convert(
      `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><vcpu>288</vcpu><os><type arch='x86_64' machine='q35'>hvm</type></os>
<features><acpi/><ioapic driver='qemu'/></features><devices><iommu model='amd'><driver intremap='on' ${driver}/></iommu></devices></domain>`,
      { qemuVersion: '10.1' },
    ).diagnostics.filter(({ severity }) => severity === 'error').length;
  expect(short('')).toBe(1);
  expect(short("xtsup='off'")).toBe(1);
  expect(short("xtsup='on'")).toBe(0);
});
