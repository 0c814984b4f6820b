import { probeScsiUse } from '../../src/host/probe';
import { DescribedHost } from './described';

const host = new DescribedHost('scsi-use');

test('a host of which nothing can be read', () => {
  expect(probeScsiUse({ root: host.root })).toEqual({ sg: false, rawio: false, opened: [] });
});

test('the sg driver, the capability, the key of multipath and the targets of the kernel', () => {
  host.put('sys/class/scsi_generic/sg0/dev', '21:0');
  host.put('proc/self/status', 'Name:\tnode\nCapEff:\t0000000000020000\n');
  host.put('etc/multipath.conf', 'defaults {\n}\n');
  host.put('etc/multipath/conf.d/cluster.conf', 'defaults {\n  reservation_key 0x1234\n}\n');
  host.put('sys/kernel/config/target/vhost/naa.5001405F2E4A3C1D/tpgt_1/enable');
  host.put('sys/kernel/config/target/vhost/discovery_auth/x');
  expect(probeScsiUse({ root: host.root })).toEqual({
    sg: true,
    rawio: true,
    reservationKey: true,
    vhostTargets: ['naa.5001405f2e4a3c1d'],
    opened: [],
  });
});

test('a key in a comment is none; other capabilities are not this one', () => {
  host.put('etc/multipath.conf', '# reservation_key 0x1234\n');
  host.put('proc/self/status', 'CapEff:\t000001fffffdffff\n');
  expect(probeScsiUse({ root: host.root })).toMatchObject({ rawio: false, reservationKey: false });
});

test('device nodes that QEMUs hold, once each; of no other program', () => {
  host.runs(12, 'qemu-system-x86', ['/dev/null', '/dev/sg3', '/dev/sg3', 'socket:[17]', '/srv/a.qcow2']);
  host.runs(13, 'qemu-img', ['/dev/sda']);
  host.runs(14, 'smartd', ['/dev/sdb']);
  expect(probeScsiUse({ root: host.root })?.opened).toEqual([
    { path: '/dev/null', pid: 12, command: 'qemu-system-x86' },
    { path: '/dev/sg3', pid: 12, command: 'qemu-system-x86' },
  ]);
});

test('a QEMU into which nobody may look makes all of it unknown', () => {
  host.runs(12, 'qemu-system-x86', ['/dev/sg3']);
  host.put('proc/15/comm', 'qemu-kvm\n');
  expect(probeScsiUse({ root: host.root })).not.toHaveProperty('opened', expect.anything());
});
