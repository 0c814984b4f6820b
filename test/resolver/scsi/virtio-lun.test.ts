import { convert } from '../../../src/convert';

const busOf = (devices: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices>${devices}<disk type='block' device='lun'><source dev='/dev/sdb'/><target dev='vda' bus='virtio'/></disk></devices></domain>`,
    { qemuVersion: '10.0', virtioLun: 'scsi' },
  )
    .argv?.map((word) => /^scsi-block,bus=(scsi\d+)/.exec(word)?.[1])
    .filter((bus) => bus !== undefined);

test('LUNs of virtio-blk go behind every SCSI controller that there is', () => {
  expect(busOf('')).toEqual(['scsi0']);
  expect(busOf("<controller type='scsi' index='3' model='virtio-scsi'/>")).toEqual(['scsi4']);
  expect(busOf("<controller type='virtio-serial' index='3'/>")).toEqual(['scsi0']);
});

test('LUNs with other queues or threads have a controller of their own', () => {
  const lun = (dev: string, driver: string) =>
    `<disk type='block' device='lun'><driver name='qemu' ${driver}/><source dev='/dev/disk/by-id/wwn-${dev}'/><target dev='${dev}' bus='virtio'/></disk>`;
  const { argv = [] } = convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><iothreads>2</iothreads><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${[
      lun('vda', "iothread='1' queues='2'"),
      lun('vdb', "iothread='2' queues='4'"),
      lun('vdc', "iothread='1' queues='2'"),
    ].join('')}</devices></domain>`,
    { qemuVersion: '10.0', virtioLun: 'scsi' },
  );
  const shown = (pattern: RegExp) => argv.flatMap((word) => pattern.exec(word)?.[0] ?? []);
  expect(shown(/iothread=iothread\d,id=scsi\d,num_queues=\d/)).toEqual([
    'iothread=iothread1,id=scsi0,num_queues=2',
    'iothread=iothread2,id=scsi1,num_queues=4',
  ]);
  expect(shown(/^scsi-block,bus=scsi\d\.0,channel=0,scsi-id=0,lun=\d/).sort()).toEqual([
    'scsi-block,bus=scsi0.0,channel=0,scsi-id=0,lun=0',
    'scsi-block,bus=scsi0.0,channel=0,scsi-id=0,lun=1',
    'scsi-block,bus=scsi1.0,channel=0,scsi-id=0,lun=0',
  ]);
});
