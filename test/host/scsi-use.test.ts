import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { probeScsiUse } from '../../src/host/probe';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'scsi-use-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A process with descriptors. */
function runs(pid: number, command: string, opened: readonly string[]): void {
  put(`proc/${pid}/comm`, `${command}\n`);
  mkdirSync(join(root, `proc/${pid}/fd`));
  for (const [fd, path] of opened.entries()) symlinkSync(path, join(root, `proc/${pid}/fd/${fd}`));
}

test('a host of which nothing can be read', () => {
  expect(probeScsiUse({ root })).toEqual({ sg: false, rawio: false, opened: [] });
});

test('the sg driver, the capability, the key of multipath and the targets of the kernel', () => {
  put('sys/class/scsi_generic/sg0/dev', '21:0');
  put('proc/self/status', 'Name:\tnode\nCapEff:\t0000000000020000\n');
  put('etc/multipath.conf', 'defaults {\n}\n');
  put('etc/multipath/conf.d/cluster.conf', 'defaults {\n  reservation_key 0x1234\n}\n');
  put('sys/kernel/config/target/vhost/naa.5001405F2E4A3C1D/tpgt_1/enable');
  put('sys/kernel/config/target/vhost/discovery_auth/x');
  expect(probeScsiUse({ root })).toEqual({
    sg: true,
    rawio: true,
    reservationKey: true,
    vhostTargets: ['naa.5001405f2e4a3c1d'],
    opened: [],
  });
});

test('a key in a comment is none; other capabilities are not this one', () => {
  put('etc/multipath.conf', '# reservation_key 0x1234\n');
  put('proc/self/status', 'CapEff:\t000001fffffdffff\n');
  expect(probeScsiUse({ root })).toMatchObject({ rawio: false, reservationKey: false });
});

test('device nodes that QEMUs hold, once each; of no other program', () => {
  runs(12, 'qemu-system-x86', ['/dev/null', '/dev/sg3', '/dev/sg3', 'socket:[17]', '/srv/a.qcow2']);
  runs(13, 'qemu-img', ['/dev/sda']);
  runs(14, 'smartd', ['/dev/sdb']);
  expect(probeScsiUse({ root })?.opened).toEqual([
    { path: '/dev/null', pid: 12, command: 'qemu-system-x86' },
    { path: '/dev/sg3', pid: 12, command: 'qemu-system-x86' },
  ]);
});

test('a QEMU into which nobody may look makes all of it unknown', () => {
  runs(12, 'qemu-system-x86', ['/dev/sg3']);
  put('proc/15/comm', 'qemu-kvm\n');
  expect(probeScsiUse({ root })).not.toHaveProperty('opened', expect.anything());
});
