import { convert, type ConvertOptions } from '../../../src/convert';

/** What is said of IOMMUs that cannot be, in QEMU 11.1. */
function said(
  devices: string,
  machine: 'virt' | 'q35',
  options: ConvertOptions = {},
  type = 'kvm',
): string[] {
  const arch = machine === 'virt' ? 'aarch64' : 'x86_64';
  const { diagnostics } = convert(
    `<domain type='${type}'><name>a</name><memory unit='MiB'>64</memory><os><type arch='${arch}' machine='${machine}'>hvm</type></os>
<features><acpi/></features><devices>${devices}<memballoon model='none'/></devices></domain>`,
    { qemuVersion: '11.1', ...options },
  );
  return diagnostics.flatMap(({ code, message }) => (code.startsWith('iommu') ? [message] : []));
}

const smmu = (driver: string) => `<iommu model='smmuv3'><driver pciBus='0' ${driver}/></iommu>`;
const LIBVIRT: ConvertOptions = { profile: 'libvirt' };

test.each([
  ['40', 1],
  ['44', 0],
  ['48', 0],
  ['52', 1],
])('addresses of %s bits behind the SMMU of the host', (oas, count) => {
  const messages = said(smmu(`accel='on' oas='${oas}'`), 'virt');
  expect(messages.filter((one) => one.includes('bits'))).toHaveLength(count);
  // libvirt leaves it to QEMU.
  expect(said(smmu(`accel='on' oas='${oas}'`), 'virt', LIBVIRT)).toEqual([]);
});

test("QEMU uses the host's SMMU with KVM alone, which libvirt leaves to it", () => {
  const problem = "QEMU uses the host's SMMU with KVM alone";
  expect(said(smmu("accel='on'"), 'virt', {}, 'qemu')).toContain(problem);
  expect(said(smmu("accel='on'"), 'virt', LIBVIRT, 'qemu')).not.toContain(problem);
  expect(said(smmu("accel='on'"), 'virt')).toEqual([]);
});

test('the SMMU of a bus stands before a root complex that has no other; libvirt looks whether it is there', () => {
  const port = "<controller type='pci' index='1' model='pcie-root-port'/>";
  const before = (bus: number) => `<iommu model='smmuv3'><driver pciBus='${bus}'/></iommu>`;
  expect(said(port + before(1), 'virt')).toContain('PCI controller 1 is no root complex');
  expect(said(port + before(1), 'virt', LIBVIRT)).toEqual([]);
  expect(said(before(0) + before(0), 'virt')).toContain('PCI controller 0 has an IOMMU already');
  expect(said(before(0) + before(0), 'virt', LIBVIRT)).toEqual([]);
  expect(said(before(9), 'virt', LIBVIRT)).toEqual(['the guest has no PCI controller 9']);
});

test('two IOMMUs are two SMMUs of a bus each, or one too many', () => {
  const bus = "<iommu model='smmuv3'><driver pciBus='0'/></iommu>";
  expect(said(`${bus}<iommu model='smmuv3'/>`, 'virt')).toHaveLength(1);
  expect(said(`<iommu model='smmuv3'/>${bus}`, 'virt')).toHaveLength(1);
  expect(said(bus, 'virt')).toEqual([]);
});

test.each([
  [31, 1],
  [32, 0],
  [64, 0],
  [65, 1],
])('addresses of %d bits behind a virtio IOMMU', (bits, count) => {
  const iommu = `<iommu model='virtio'><driver aw_bits='${bits}'/></iommu>`;
  expect(said(iommu, 'q35').filter((one) => one.includes('32 to 64 bits'))).toHaveLength(count);
});
