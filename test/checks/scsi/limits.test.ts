import { check } from '../../../src/check';
import type { HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

const host = {
  schema: 1,
  scsi: [scsiDevice({ block: { path: '/dev/sda', links: [] } })],
  block: [
    {
      ...{ path: '/dev/sda', links: [], kind: 'disk', hctl: '0:0:0:0', mounts: [], holders: [], slaves: [] },
      ...{ swap: false, readOnly: false, maxSectorsKb: 512 },
    },
  ],
} as unknown as HostFacts;

const WINDOWS =
  "<metadata><libosinfo:libosinfo xmlns:libosinfo='http://libosinfo.org/xmlns/libvirt/domain/1.0'><libosinfo:os id='http://microsoft.com/win/10'/></libosinfo:libosinfo></metadata>";

function help(model: string, qemuVersion: string, more = ''): string | undefined {
  const { diagnostics } = check(
    `<domain type='qemu'><name>a</name>${more}<memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><controller type='scsi' index='0' model='${model}'/>
<disk type='block' device='lun'><source dev='/dev/sda'/><target dev='sda' bus='scsi'/></disk></devices></domain>`,
    { qemuVersion, host },
  );
  return diagnostics.find(({ code }) => code === 'lun-transfer-limit')?.help;
}

test('max_sectors is advised where there is one: other controllers are to be virtio-scsi first', () => {
  expect(help('virtio-scsi', '6.0')).toContain("add <driver max_sectors='1024'/> to its virtio-scsi");
  expect(help('lsisas1078', '6.0')).toContain("use <driver max_sectors='1024'/> on a virtio-scsi");
});

test('the driver of Windows that does not ask is that of virtio-scsi', () => {
  expect(help('virtio-scsi', '10.0', WINDOWS)).toContain('max_sectors');
  expect(help('lsisas1078', '10.0', WINDOWS)).toBeUndefined();
});
