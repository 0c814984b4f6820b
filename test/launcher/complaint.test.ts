import { complaintOf } from '../../src/launcher/complaint';

const OPTIONS = [
  ['-name', 'guest=a'],
  ['-S'],
  ['-device', 'scsi-block,bus=scsi0.0,drive=d'],
  ['-device', '{"driver":"virtio-scsi-pci","id":"scsi0"}'],
  ['-set', 'device.a.b=c', '-device', 'nosuch'],
];

test('the option that QEMU names, and its message', () => {
  const said = 'qemu-system-x86_64: -device scsi-block,bus=scsi0.0,drive=d: Could not open it\n';
  expect(complaintOf(said, OPTIONS)).toEqual({
    message: 'Could not open it',
    more: [],
    argument: { words: OPTIONS[2], index: 2 },
  });
});

test('a JSON option, after a warning, with hints below', () => {
  const said = `qemu-system-x86_64: -device scsi-block,bus=scsi0.0,drive=d: warning: slow
/usr/bin/qemu: -device {"driver":"virtio-scsi-pci","id":"scsi0"}: Bus 'pci.9' not found
A bus must have one of
  these names
`;
  expect(complaintOf(said, OPTIONS)).toEqual({
    message: "Bus 'pci.9' not found",
    more: ['A bus must have one of', '  these names'],
    argument: { words: OPTIONS[3], index: 3 },
  });
});

test('an option among the words of <qemu:commandline>', () => {
  const said = "qemu-system-x86_64: -device nosuch: 'nosuch' is not a valid device model name";
  expect(complaintOf(said, OPTIONS)).toMatchObject({ argument: { words: ['-device', 'nosuch'], index: 4 } });
});

test('no option is named', () => {
  const said =
    'Could not access KVM kernel module: No such file or directory\nqemu-system-x86_64: failed to initialize kvm: No such file or directory\n';
  expect(complaintOf(said, OPTIONS)).toEqual({
    message: 'failed to initialize kvm: No such file or directory',
    more: ['Could not access KVM kernel module: No such file or directory'],
    argument: undefined,
  });
});

test('another program speaks, or none', () => {
  expect(complaintOf('setpriv: cannot\n', OPTIONS)).toEqual({ message: 'setpriv: cannot', more: [] });
  expect(complaintOf('', OPTIONS)).toBeUndefined();
  expect(complaintOf('qemu-system-x86_64: -S: warning: only this\n', OPTIONS)?.argument).toBeUndefined();
});
