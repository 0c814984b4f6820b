import { convert } from '../../../src/convert';

const said = (model: string, address: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><controller type='scsi' model='${model}'/><disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/><address type='drive' ${address}/></disk></devices></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt' },
  ).diagnostics.map(({ severity, code }) => `${severity} ${code}`);

test('a channel libvirt refuses itself, a LUN it leaves to QEMU', () => {
  expect(said('virtio-scsi', "bus='1' unit='0'")).toEqual(['error scsi-address-range']);
  expect(said('virtio-scsi', "unit='16384'")).toEqual(['warning scsi-address-range']);
});
