import { convert, type ConvertOptions } from '../../../src/convert';

const SHARED = "<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>";

const codes = (backing: string, type: 'kvm' | 'qemu', options: ConvertOptions) =>
  convert(
    `<domain type='${type}'><name>a</name><memory unit='MiB'>256</memory>${backing}<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<video><driver name='vhostuser'/><model type='virtio'/></video></devices></domain>`,
    options,
  )
    .diagnostics.map(({ code }) => code)
    .filter((code) => code === 'qemu-lacks' || code === 'shared-memory-needed');

test('a process that draws must reach the memory of the guest', () => {
  expect(codes('', 'kvm', { qemuVersion: '10.0' })).toEqual(['shared-memory-needed']);
  expect(codes('', 'kvm', { qemuVersion: '10.0', profile: 'libvirt' })).toEqual([]);
  expect(codes(SHARED, 'kvm', { qemuVersion: '10.0' })).toEqual([]);
});

test('before 8.0 QEMU has it under KVM alone', () => {
  expect(codes(SHARED, 'qemu', { qemuVersion: '7.2' })).toEqual(['qemu-lacks']);
  expect(codes(SHARED, 'kvm', { qemuVersion: '7.2', accel: 'tcg' })).toEqual(['qemu-lacks']);
  expect(codes(SHARED, 'kvm', { qemuVersion: '7.2' })).toEqual([]);
  expect(codes(SHARED, 'qemu', { qemuVersion: '8.2' })).toEqual([]);
});

test('the process that draws is started with what the XML asks of it, and not where libvirt hands its socket over', () => {
  const started = (accel3d: string, options: ConvertOptions) => {
    const { plan, argv = [] } = convert(
      `<domain type='kvm'><name>a</name><memory unit='MiB'>256</memory>${SHARED}<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<video><driver name='vhostuser'/><model type='virtio'><acceleration accel3d='${accel3d}'/></model></video></devices></domain>`,
      { qemuVersion: '10.0', ...options },
    );
    return [
      ...(plan?.companions.map((one) => one.argv.join(' ')) ?? []),
      ...argv.filter((word) => word.startsWith('socket,id=chr-vu')),
    ];
  };
  const socket = 'video0-vhost-user-gpu.sock';
  const backend = `socket,id=chr-vu-video0,path=${socket}`;
  expect(started('no', {})).toEqual([`vhost-user-gpu --socket-path=${socket}`, backend]);
  expect(started('yes', {})).toEqual([`vhost-user-gpu --socket-path=${socket} --virgl`, backend]);
  expect(started('no', { profile: 'libvirt' })).toEqual(['socket,id=chr-vu-video0,fd=3']);
});
