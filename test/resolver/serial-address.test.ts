import { convert } from '../../src/convert';
import type { ProfileName } from '../../src/model/profile';

/** The -device of each port, or the codes of what is wrong. */
function ports(devices: string, profile: ProfileName = 'libvirt', [arch, machine] = ['x86_64', 'q35']) {
  const { argv = [], diagnostics } = convert(
    `<domain type='qemu'><name>ports</name><memory unit='MiB'>512</memory><os><type arch='${arch}' machine='${machine}'>hvm</type></os>` +
      `<devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0', arch, profile },
  );
  const errors = diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  return errors.length > 0
    ? errors
    : argv.filter((word) => /serial0|parallel0|spapr-vty/.test(word)).slice(1);
}

test.each(["type='pci' slot='4'", "type='usb'", "type='spapr-vio'"])(
  'libvirt does not ask the address what a port is: %s',
  (address) => {
    expect(ports(`<serial type='pty'><address ${address}/></serial>`)).toEqual(['serial-target']);
    expect(ports(`<console type='pty'><address ${address}/></console>`)).toEqual(['serial-target']);
  },
);

test.each([
  ["type='usb' bus='0' port='1'", 'usb-serial,chardev=charserial0,id=serial0,bus=usb.0,port=1'],
  ["type='pci' bus='0' slot='4'", 'pci-serial,chardev=charserial0,id=serial0,bus=pcie.0,addr=0x4'],
  ["type='isa' iobase='0x3f8'", 'isa-serial,chardev=charserial0,id=serial0,index=0,iobase=0x3f8'],
])('without libvirt the address says it: %s', (address, expected) => {
  const [device] = ports(`<serial type='pty'><address ${address}/></serial>`, 'standalone');
  expect(device).toBe(expected);
});

test.each([
  ['', { iobase: 0 }],
  ["irq='4'", { iobase: 0, irq: 4 }],
  ["iobase='0x3f8' irq='0'", { iobase: 0x3f8 }],
])('an ISA address with %s', (attributes, place) => {
  const serial = `<serial type='pty'><address type='isa' ${attributes}/></serial>`;
  const [device = ''] = ports(serial);
  expect(JSON.parse(device)).toEqual({
    driver: 'isa-serial',
    chardev: 'charserial0',
    id: 'serial0',
    index: 0,
    ...place,
  });
});

test('libvirt leaves the place of a parallel port to QEMU', () => {
  const bare = '{"driver":"isa-parallel","chardev":"charparallel0","id":"parallel0"}';
  for (const address of ["type='isa' iobase='0x378'", "type='pci' slot='5'"])
    expect(ports(`<parallel type='pty'><address ${address}/></parallel>`)).toEqual([bare]);
  expect(ports("<parallel type='pty'><address type='isa' irq='5'/></parallel>", 'standalone')).toEqual([
    'isa-parallel,chardev=charparallel0,id=parallel0,irq=0x5',
  ]);
});

test('on pSeries a port of the machine is on its virtual bus, whatever address is written', () => {
  const pseries: [string, string] = ['ppc64', 'pseries'];
  expect(ports("<serial type='pty'><address type='isa'/></serial>", 'libvirt', pseries)).toEqual([
    '{"driver":"spapr-vty","chardev":"charserial0","id":"serial0","reg":805306368}',
  ]);
});

test.each([
  ['pci-serial', "type='isa'"],
  ['usb-serial', "type='pci'"],
])('a port on %s has no address of another bus', (target, address) => {
  const serial = `<serial type='pty'><target type='${target}'/><address ${address}/></serial>`;
  expect(ports(serial, 'standalone')).toEqual(['serial-target']);
});

test('libvirt counts no parallel ports; QEMU has three', () => {
  const four = "<parallel type='pty'/>".repeat(4);
  expect(ports(four)).toHaveLength(1);
  expect(ports(four, 'standalone')).toEqual(['ports-many']);
});
