import { check } from '../../../src/check';

const said = (driver: string) =>
  check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><iothreads>1</iothreads><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><controller type='scsi' model='virtio-scsi'><driver ${driver}/></controller></devices></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt' },
  ).diagnostics.flatMap(({ code }) => (code === 'iothread-without-ioeventfd' ? [code] : []));

test('only a thread wants its events', () => {
  expect(said("ioeventfd='off'")).toEqual([]);
  expect(said("ioeventfd='on' iothread='1'")).toEqual([]);
  expect(said("ioeventfd='off' iothread='1'")).toEqual(['iothread-without-ioeventfd']);
});
