import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

const host: HostFacts = {
  schema: 1,
  scsi: [scsiDevice({ type: 0, block: { path: '/dev/sdq', links: ['/dev/disk/by-path/ip-lun-3'] } })],
  pools: [
    {
      ...{ name: 'san', type: 'scsi', active: true, target: '/dev/disk/by-path' },
      volumes: [{ name: 'unit:0:0:3', type: 'block', path: '/dev/disk/by-path/ip-lun-3' }],
    },
  ],
};

test('a LUN that is named as a volume is looked up by the path of the volume', () => {
  const { plan } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='volume' device='lun'><source pool='san' volume='unit:0:0:3'/><target dev='sda' bus='scsi'/></disk></devices></domain>`,
    { qemuVersion: '10.0', host },
  );
  expect(plan?.decisions.find(({ value }) => value === 'scsi-block')?.fact).toContain('/dev/sdq');
});
