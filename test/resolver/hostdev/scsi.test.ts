import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';
import type { ProfileName } from '../../../src/model/profile';
import { scsiDevice } from '../../host/scsi-device';

test('an iSCSI LUN without a port is asked for at that of iSCSI, by libvirt at 0', () => {
  const portal = (profile: ProfileName) =>
    convert(
      `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><hostdev mode='subsystem' type='scsi'><source protocol='iscsi' name='iqn.2024-01.org.example:shelf/2'><host name='san.example.org'/></source></hostdev></devices></domain>`,
      { qemuVersion: '10.0', profile },
    )
      .argv?.map((word) => /san\.example\.org:\d+/.exec(word)?.[0])
      .filter((found) => found !== undefined);
  expect(portal('standalone')).toEqual(['san.example.org:3260']);
  expect(portal('libvirt')).toEqual(['san.example.org:0']);
});

test('libvirt tells the boot loader of any LUN of the host, however it is named', () => {
  const host: HostFacts = {
    schema: 1,
    scsi: [scsiDevice({ sg: { path: '/dev/sg0', links: [] }, block: { path: '/dev/sda', links: [] } })],
  };
  const { argv } = convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='s390x' machine='s390-ccw-virtio'>hvm</type></os><cpu><model>z14</model></cpu>
<devices><hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source><boot order='1' loadparm='2'/></hostdev></devices></domain>`,
    { qemuVersion: '10.0', arch: 's390x', profile: 'libvirt', host },
  );
  expect(argv?.find((word) => word.includes('scsi-generic'))).toContain('"loadparm":"2"');
});
