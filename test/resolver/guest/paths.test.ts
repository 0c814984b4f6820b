import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';
import { isOfOneRun } from '../../../src/resolver/guest/paths';

test.each([
  ['channel', '/var/lib/libvirt/qemu/channel/target/domain-7-web1/org.qemu.guest_agent.0'],
  ['channel', '/run/libvirt/qemu/channel/7-web1/org.qemu.guest_agent.0'],
  ['channel', '/run/user/1000/libvirt/qemu/run/channel/3-boxes/org.qemu.guest_agent.0'],
  ['channel', '/home/a/.config/libvirt/qemu/channel/target/domain-3-boxes/org.qemu.guest_agent.0'],
  ['channel', '/var/run/kubevirt-private/libvirt/qemu/channel/target/domain-1-ns_vm/org.qemu.guest_agent.0'],
  ['graphics', '/var/lib/libvirt/qemu/domain-7-web1/vnc.sock'],
  ['graphics', '/home/a/.config/libvirt/qemu/lib/domain-3-boxes/spice.sock'],
  ['dbus', 'unix:path=/run/libvirt/qemu/dbus/7-web1-dbus.sock'],
  ['dbus', 'unix:path=/run/user/1000/libvirt/qemu/run/dbus/3-boxes-dbus.sock'],
] as const)('%s %s is gone with the run', (kind, path) => {
  expect(isOfOneRun(path, kind)).toBe(true);
});

test.each([
  // oVirt's engine and CloudStack's agent name their own
  ['channel', '/var/lib/libvirt/qemu/channels/3d2c7a1b.org.qemu.guest_agent.0'],
  ['channel', '/var/lib/libvirt/qemu/i-2-47-VM.org.qemu.guest_agent.0'],
  ['channel', 'libvirt/qemu/channel/7-web1/org.qemu.guest_agent.0'],
  ['graphics', '/var/run/kubevirt-private/7b0e8a2c/virt-vnc'],
  ['graphics', '/var/lib/libvirt/qemu/web1-vnc.sock'],
  ['dbus', 'unix:path=/run/user/1000/bus'],
] as const)('%s %s is who wrote it to keep', (kind, path) => {
  expect(isOfOneRun(path, kind)).toBe(false);
});

/** The words behind an option, of a guest with one screen. */
function screen(graphics: string, option: string, profile: ProfileName) {
  const { argv = [] } = convert(
    `<domain type='kvm' id='7'><name>web1</name><memory>65536</memory><os><type arch='x86_64'>hvm</type></os>` +
      `<devices>${graphics}</devices></domain>`,
    { qemuVersion: '10.0', profile },
  );
  return argv[argv.indexOf(option) + 1];
}

const folder = '/var/lib/libvirt/qemu/domain-7-web1';
const spice = `<graphics type='spice'><listen type='socket' socket='${folder}/spice.sock'/></graphics>`;
const vnc = `<graphics type='vnc' socket='${folder}/vnc.sock'><listen type='socket' socket='${folder}/vnc.sock'/></graphics>`;
const dbus = "<graphics type='dbus' address='unix:path=/run/libvirt/qemu/dbus/7-web1-dbus.sock'/>";

test('the screen of a guest that ran is where that of one that did not would be', () => {
  expect(screen(vnc, '-vnc', 'standalone')).toBe('vnc=unix:web1-vnc.sock');
  expect(screen(spice, '-spice', 'standalone')).toContain('addr=web1-spice.sock');
  expect(screen(dbus, '-display', 'standalone')).toBe('dbus');
});

test('libvirt has those folders', () => {
  expect(screen(spice, '-spice', 'libvirt')).toContain(`addr=${folder}/spice.sock`);
  expect(screen(dbus, '-display', 'libvirt')).toContain('/run/libvirt/qemu/dbus/7-web1-dbus.sock');
});
