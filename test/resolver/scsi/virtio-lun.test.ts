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
