import { convert } from '../../../src/convert';

const mapping = (iothreads: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><iothreads>2</iothreads><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><controller type='scsi' model='virtio-scsi'><driver queues='2'><iothreads>${iothreads}</iothreads></driver></controller></devices></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt' },
  )
    .argv?.filter((word) => word.includes('virtio-scsi-pci'))
    .map((word) => (JSON.parse(word) as Record<string, unknown>)['iothread-vq-mapping']);

test('QEMU spreads queues over threads that name none of theirs', () => {
  expect(mapping("<iothread id='1'/><iothread id='2'/>")).toEqual([
    [{ iothread: 'iothread1' }, { iothread: 'iothread2' }],
  ]);
  const named = "<iothread id='1'><queue id='0'/></iothread><iothread id='2'><queue id='1'/></iothread>";
  expect(mapping(named)).toEqual([
    [
      { iothread: 'iothread1', vqs: [0] },
      { iothread: 'iothread2', vqs: [1] },
    ],
  ]);
});
