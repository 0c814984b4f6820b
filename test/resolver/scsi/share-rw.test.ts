import { convert } from '../../../src/convert';

function shared(qemuVersion: string, device: string) {
  const { argv = [], diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${device}</devices></domain>`,
    { qemuVersion },
  );
  return {
    says: argv.some((word) => word.includes('share-rw=on')),
    leftOut: diagnostics.flatMap(({ code, message }) => (code === 'qemu-leaves-out' ? [message] : [])),
  };
}

const DISK =
  "<disk type='block' device='lun'><source dev='/dev/disk/by-id/wwn-0x5'/><target dev='sda' bus='scsi'/><shareable/></disk>";
const HOSTDEV =
  "<hostdev mode='subsystem' type='scsi'><source protocol='iscsi' name='iqn.2024-01.org.example:shelf/2'><host name='san.example.org'/></source><shareable/></hostdev>";

test.each([
  ['scsi-block', DISK],
  ['scsi-generic', HOSTDEV],
])('what %s cannot share is said where images are locked', (driver, device) => {
  const leftOut = [expect.stringContaining(`share-rw of ${driver}`)];
  expect(shared('2.9.0', device)).toEqual({ says: false, leftOut: [] });
  expect(shared('2.11.0', device)).toEqual({ says: false, leftOut });
  expect(shared('2.12.0', device)).toEqual({ says: true, leftOut: [] });
  const reads = device.replace('<shareable/>', '<shareable/><readonly/>');
  expect(shared('2.11.0', reads)).toEqual({ says: false, leftOut: [] });
});
