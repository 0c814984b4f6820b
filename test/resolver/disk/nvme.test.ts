import { convert } from '../../../src/convert';
import { nvmeTarget } from '../../../src/resolver/target-index';

const disk = (dev: string, inside = '', device = 'disk') =>
  `<disk type='file' device='${device}'><source file='/${dev}'/><target dev='${dev}' bus='nvme'/>${inside}</disk>`;

const guest = (devices: string) =>
  `<domain type='qemu'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
  `<devices>${devices}</devices></domain>`;

/** What comes of the controllers and their namespaces, in a few words each. */
function found(devices: string, profile: 'standalone' | 'libvirt' = 'standalone') {
  const { plan, diagnostics } = convert(guest(devices), { profile, qemuVersion: '10.0' });
  const errors = diagnostics.flatMap(({ severity, code, at }) =>
    severity === 'error' ? [`${code} ${at?.path.replace('domain/devices/', '')}`] : [],
  );
  const made = (plan?.devices ?? []).flatMap((planned) => {
    if (planned.kind === 'controller' && planned.type === 'nvme') return [`${planned.id} ${planned.serial}`];
    return planned.kind === 'disk' && planned.slot.type === 'nvme'
      ? [`${planned.slot.bus} ${planned.slot.nsid}`]
      : [];
  });
  return errors.length > 0 ? errors : made;
}

test.each([
  ['nvme0n1', { controller: 0, namespace: 1 }],
  ['nvme12n256', { controller: 12, namespace: 256 }],
  ['nvme00n01p1', { controller: 0, namespace: 1 }],
  ['nvme0', undefined],
  ['nvme0n0', undefined],
  ['nvmen1', undefined],
  ['sda', undefined],
])('%s says which controller and which namespace', (name, place) => {
  expect(nvmeTarget(name)).toEqual(place);
});

test('a controller that nobody wrote has the serial of its first disk that has one', () => {
  expect(found(disk('nvme0n2') + disk('nvme0n1', '<serial>S</serial>'))).toEqual([
    'nvme0 S',
    'nvme0 2',
    'nvme0 1',
  ]);
});

test('a controller before the first that is named is made for libvirt alone, which then misses its serial', () => {
  const one = disk('nvme2n1', '<serial>S</serial>');
  expect(found(one)).toEqual(['nvme2 S', 'nvme2 1']);
  expect(found(one, 'libvirt')).toEqual(['nvme-serial disk/serial', 'nvme-serial disk/serial']);
});

test('its serial is one', () => {
  const controller = "<controller type='nvme' index='0'><serial>C</serial></controller>";
  expect(found(controller + disk('nvme0n1', '<serial>C</serial>'))).toEqual(['nvme0 C', 'nvme0 1']);
  expect(found(controller + disk('nvme0n1', '<serial>D</serial>'))).toEqual(['nvme-serial disk/serial']);
  expect(found(disk('nvme0n1'))).toEqual(['nvme-serial disk']);
});

test('serials are told apart between controllers, not between namespaces of one', () => {
  const codes = (devices: string) =>
    convert(guest(devices), { qemuVersion: '10.0' }).diagnostics.map(({ code }) => code);
  const serial = '<serial>S</serial>';
  expect(codes(disk('nvme0n1', serial) + disk('nvme0n2', serial))).toEqual([]);
  expect(codes(disk('nvme0n1', serial) + disk('nvme1n1', serial))).toEqual(['disk-identity-twice']);
});

test('another name than one of NVMe is a namespace of the first controller', () => {
  expect(found(disk('sdc', '<serial>S</serial>'))).toEqual(['nvme0 S', 'nvme0 3']);
});

const SCSI = `<disk type='file'><source file='/s'/><target dev='sda' bus='scsi'/><serial>T</serial><address type='drive' controller='1' unit='0'/></disk>`;

test('a disk on another bus gives a controller of NVMe neither a serial nor a need', () => {
  const named = "<controller type='nvme' index='1'/>";
  expect(found(disk('nvme0n1', '<serial>S</serial>') + SCSI)).toEqual(['nvme0 S', 'nvme0 1']);
  expect(found(named + disk('nvme1n1') + SCSI)).toContain('nvme-serial controller');
  const serial = "<controller type='nvme' index='1'><serial>C</serial></controller>";
  expect(found(serial + disk('nvme1n1') + SCSI)).toEqual(['nvme1 C', 'nvme1 1']);
});

test.each([
  [1, true],
  [2, false],
  [2048, false],
  [2049, true],
])('%d queues with that of the administrator', (queues, refused) => {
  const controller = `<controller type='nvme' index='0'><driver queues='${queues}'/><serial>C</serial></controller>`;
  const all = disk('nvme0n1');
  expect(found(controller + all).some((word) => word.startsWith('nvme-queues'))).toBe(refused);
  expect(found(controller + all, 'libvirt')).toEqual(['nvme0 C', 'nvme0 1']);
});
