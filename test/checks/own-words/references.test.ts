import { check } from '../../../src/check';

/** The devices whose names come from their order among others, of those that a guest sets a property of. */
function shifting(devices: string, aliases: readonly string[]): string[] {
  const args = aliases.flatMap((alias) => ['-set', `device.${alias}.x=y`]);
  const own = args.map((value) => `<qemu:arg value='${value}'/>`).join('');
  const { diagnostics } = check(
    `<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${devices}</devices><qemu:commandline>${own}</qemu:commandline></domain>`,
    { qemuVersion: '10.0' },
  );
  const told = diagnostics.filter(({ code }) => code === 'own-alias-shifts' || code === 'own-id-unknown');
  return told.map(
    ({ code, message }) => `${code === 'own-id-unknown' ? '?' : ''}${/'([^']+)'/.exec(message)?.[1]}`,
  );
}

const DEVICES = `<interface type='user'/><serial type='null'/><input type='tablet' bus='usb'/><sound model='ac97'/>
<video><model type='vga'/></video><watchdog model='i6300esb'/><graphics type='vnc'/>
<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng><panic model='isa'/>`;

test('devices that are numbered in their order move when another is added', () => {
  const names = ['net0', 'serial0', 'input0', 'sound0', 'video0', 'watchdog0', 'rng0'];
  expect(shifting(DEVICES, names)).toEqual(names);
});

test('what has its name of an index, a place or being alone stays', () => {
  const disk = `<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk><disk type='file'><source file='/b'/><target dev='sda' bus='scsi'/></disk>`;
  expect(shifting(disk, ['virtio-disk0', 'scsi0', 'scsi0-0-0', 'balloon0', 'usb'])).toEqual([]);
});

test('a name of the user moves with nothing, and one that nothing has is told', () => {
  const named = "<interface type='user'><alias name='ua-lan'/></interface>";
  expect(shifting(named, ['ua-lan', 'ua-wan', 'net0'])).toEqual(['?ua-wan', '?net0']);
});
