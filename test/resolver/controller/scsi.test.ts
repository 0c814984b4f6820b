import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

/** The error codes for a guest with this controller and a disk on it. */
function codes(
  controller: string,
  place = "target='0' unit='2'",
  profile: ProfileName = 'libvirt',
): string[] {
  const disk = `<disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/><address type='drive' ${place}/></disk>`;
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><iothreads>2</iothreads><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${controller}${disk}</devices></domain>`;
  return convert(xml, { profile, qemuVersion: '10.0.0' })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

const virtio = (iothreads: string, queues = '') =>
  `<controller type='scsi' model='virtio-scsi'><driver ${queues}><iothreads>${iothreads}</iothreads></driver></controller>`;
const thread = (id: number, ...queues: readonly number[]) =>
  `<iothread id='${id}'>${queues.map((queue) => `<queue id='${queue}'/>`).join('')}</iothread>`;

test.each([
  ['one thread', virtio(thread(1))],
  ['all queues of two threads', virtio(thread(1, 0) + thread(2, 1), "queues='2'")],
])('%s is a mapping', (_what, controller) => {
  expect(codes(controller)).toEqual([]);
});

test.each([
  ['one thread twice', virtio(thread(1) + thread(1))],
  ['queues that are not counted', virtio(thread(1, 0))],
  ['a queue of nobody', virtio(thread(1, 0) + thread(2, 1), "queues='3'")],
  ['queues of one thread alone', virtio(thread(1, 0) + thread(2), "queues='1'")],
])('%s is none', (_what, controller) => {
  expect(codes(controller)).toEqual(['iothread-invalid']);
});

test('libvirt looks at the targets of lsilogic alone', () => {
  const on = (model: string) => codes(`<controller type='scsi' model='${model}'/>`, "target='1' unit='2'");
  expect(on('lsilogic')).toEqual(['scsi-address-range']);
  expect(on('am53c974')).toEqual([]);
});

test.each([
  ['a thread of its own', "<driver iothread='1' ioeventfd='off'/>"],
  ['several', "<driver ioeventfd='off'><iothreads><iothread id='1'/><iothread id='2'/></iothreads></driver>"],
])('an adapter with %s is woken by an eventfd', (_what, driver) => {
  expect(
    codes(`<controller type='scsi' model='virtio-scsi'>${driver}</controller>`, undefined, 'standalone'),
  ).toEqual(['iothread-without-ioeventfd']);
});

/** The errors of a guest with this controller and no disk, each with its place below the controller. */
function said(controller: string, profile: ProfileName = 'standalone', qemuVersion = '10.0', rest = '') {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><iothreads>2</iothreads><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${controller}${rest}</devices></domain>`;
  return convert(xml, { profile, qemuVersion }).diagnostics.map(
    ({ code, at }) => `${code} ${at?.path.replace(/^domain\/devices\/controller(\[\d\])?\/?/, '') ?? ''}`,
  );
}

const hba = (model: string, inside = '') =>
  `<controller type='scsi' index='0' model='${model}'>${inside}</controller>`;

test('an HBA that this QEMU does not have is refused; libvirt lets QEMU say so of one', () => {
  expect(said(hba('ibmvscsi'))).toEqual(['scsi-model-missing @model']);
  expect(said(hba('ibmvscsi'), 'libvirt')).not.toContain('scsi-model-missing @model');
  expect(said(hba('dc390'), 'standalone', '0.15')).toContain('scsi-model-missing @model');
  expect(said(hba('dc390'))).toEqual([]);
  expect(said(hba('ncr53c90'))).toEqual(['scsi-model-on-board @model']);
});

test('an HBA that is a PCI device has a PCI address', () => {
  const ccw = "<address type='ccw' cssid='0xfe' ssid='0x0' devno='0x1'/>";
  expect(said(hba('lsilogic', ccw))).toContain('address-invalid address/@type');
  expect(said(hba('lsilogic', ccw), 'libvirt')).not.toContain('address-invalid address/@type');
  expect(said(hba('lsilogic', "<address type='pci' slot='9'/>"))).toEqual([]);
});

test('what only virtio-scsi has is refused of others, where it stands; libvirt leaves out what all of virtio has', () => {
  expect(said(hba('lsilogic', "<driver iommu='on'/>"))).toEqual(['virtio-scsi-only driver/@iommu']);
  expect(said(hba('lsilogic', "<driver iommu='on'/>"), 'libvirt')).toEqual([
    'virtio-option-unused driver/@iommu',
  ]);
  const threads = "<driver><iothreads><iothread id='1'/></iothreads></driver>";
  expect(said(hba('lsilogic', threads))).toEqual(['virtio-scsi-only driver/iothreads']);
});

test('a thread of its queues is one of the guest, and its slot one that has events', () => {
  const threads = (id: number) => `<driver><iothreads><iothread id='${id}'/></iothreads></driver>`;
  expect(said(hba('virtio-scsi', threads(3)))).toEqual(['iothread-undefined driver/iothreads']);
  expect(said(hba('virtio-scsi', threads(2)))).toEqual([]);
  const at = (address: string) => said(hba('virtio-scsi', `<driver iothread='1'/>${address}`));
  expect(at("<address type='pci' slot='9'/>")).toEqual([]);
  expect(at("<address type='virtio-mmio'/>")).toContain('iothread-address driver/@iothread');
});
