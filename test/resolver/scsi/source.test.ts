import { convert } from '../../../src/convert';
import { sourceByName } from '../../../src/resolver/scsi/source';

test.each([
  '/dev/sda1',
  '/dev/dasda',
  '/dev/bcache0',
  '/dev/disk/by-id/dm-uuid-LVM-abc',
  '/dev/disk/by-id/dm-uuid-CRYPT-LUKS2-abc-root',
  '/dev/disk/by-id/dm-uuid-part1-mpath-3600',
  '/dev/disk/by-id/md-uuid-1:2:3:4',
  '/dev/disk/by-id/md-name-host:0',
  '/dev/disk/by-id/virtio-serial0',
  '/dev/disk/by-id/mmc-SD16G_0x1',
  '/dev/disk/by-id/nvme-Samsung',
  '/dev/disk/by-id/ccw-IBM.750000000.1',
  '/dev/disk/by-path/ccw-0.0.1234',
  '/dev/disk/by-path/pci-0000:01:00.0-nvme-1',
  '/dev/disk/by-path/virtio-pci-0000:00:05.0',
  '/dev/disk/by-partuuid/abc',
  '/dev/disk/by-partlabel/root',
  '/dev/disk/by-id/wwn-0x5-part1',
])('%s is no LUN by its name', (path) => {
  expect(sourceByName(path).is).toBe('foreign');
});

test.each([
  '/dev/sda',
  '/dev/mapper/mpatha',
  '/dev/disk/by-id/dm-uuid-mpath-3600',
  '/dev/disk/by-id/wwn-0x5',
  '/dev/disk/by-id/scsi-3600',
  '/dev/disk/by-path/ccw-0.0.fc00-zfcp-0x5005:0x4010',
  '/dev/disk/by-path/pci-0000:00:1f.2-ata-1',
])('%s may be one', (path) => {
  expect(sourceByName(path)).toEqual({ named: 'block', is: 'unknown' });
});

test('a bsg node is of no use, and that of sg would be', () => {
  const codes = (bus: string) =>
    convert(
      `<domain type='qemu'><name>t</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='block' device='lun'><source dev='/dev/bsg/0:0:0:0'/><target dev='sda' bus='${bus}'/></disk></devices></domain>`,
      { qemuVersion: '7.2' },
    ).diagnostics.map(({ code }) => code);
  expect(codes('scsi')).toEqual(['scsi-node-unknown']);
  expect(codes('virtio')).toEqual(['scsi-node-unknown']);
});
