import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

const opened = (profile: ProfileName) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>
<devices><hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5001405376e34ea7'/></hostdev></devices></domain>`,
    { qemuVersion: '10.0', profile },
  ).plan?.resources.map(({ path }) => path);

test('QEMU opens the node of vhost-scsi itself, unless it is handed over', () => {
  expect(opened('standalone')).toEqual(['/dev/vhost-scsi']);
  expect(opened('libvirt')).toEqual([]);
});
