import { convert } from '../../../src/convert';

const guest = (devices: string) =>
  `<domain type='kvm'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`;
const lun = (rawio: string, bus = 'scsi') =>
  `<disk type='block' device='lun' rawio='${rawio}'><source dev='/dev/disk/by-id/wwn-0x5000c500a1b2c3d4'/><target dev='${bus === 'scsi' ? 'sda' : 'vda'}' bus='${bus}'/></disk>`;
const hostdev =
  "<hostdev mode='subsystem' type='scsi' rawio='yes'><source><adapter name='scsi_host2'/><address bus='0' target='1' unit='0'/></source></hostdev>";
const steps = (devices: string, qemuVersion = '10.0') =>
  convert(guest(devices), { qemuVersion }).plan!.hostSteps.map(({ what, prefix }) => [what, prefix?.[0]]);
const GRANTED = [[expect.stringContaining('CAP_SYS_RAWIO'), 'setpriv']];

test('QEMU is started with the capability for LUNs whose raw commands are wanted', () => {
  expect(steps(lun('yes'))).toEqual(GRANTED);
  expect(steps(hostdev)).toEqual(GRANTED);
  expect(steps(lun('yes', 'virtio'), '8.2')).toEqual(GRANTED);
  expect(steps(lun('no'))).toEqual([]);
});

test('once for all of them', () => {
  expect(steps(lun('yes') + hostdev)).toEqual(GRANTED);
});
