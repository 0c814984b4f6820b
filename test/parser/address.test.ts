import { parseAddress } from '../../src/parser/address';
import { read } from './read';

const address = (attributes: string) => read(`<disk><address ${attributes}/></disk>`, parseAddress);

test.each([
  ["type='pci'", { type: 'pci', domain: 0, bus: 0, slot: 0, function: 0, given: false }],
  [
    "type='pci' domain='0x0000' bus='0x02' slot='0x1f' function='0x7' multifunction='on'",
    { domain: 0, bus: 2, slot: 31, function: 7, multifunction: true, given: true },
  ],
  ["type='drive' controller='1' bus='2' target='3' unit='4'", { controller: 1, bus: 2, target: 3, unit: 4 }],
  ["type='drive'", { controller: 0, bus: 0, target: 0, unit: 0 }],
  ["type='pci' bus='010' slot='0x10' function='07'", { bus: 8, slot: 16, function: 7 }],
  ["type='drive' controller='010' unit='+2'", { controller: 10, unit: 2 }],
  ["type='usb' bus='1' port='1.2.3'", { bus: 1, port: '1.2.3' }],
  ["type='usb' bus='0' port='01.10'", { bus: 0, port: '1.10' }],
  ["type='virtio-serial' controller='0' bus='0' port='5'", { controller: 0, bus: 0, port: 5 }],
  ["type='ccw' cssid='0xfe' ssid='0x0' devno='0x0001'", { cssid: 0xfe, ssid: 0, devno: 1 }],
  ["type='isa' iobase='0x3f8' irq='0x4'", { iobase: 0x3f8, irq: 4 }],
  ["type='spapr-vio' reg='2000'", { reg: 0x2000 }],
  ["type='ccid' controller='1' slot='2'", { controller: 1, slot: 2 }],
  ["type='dimm' slot='1' base='0x100000000'", { slot: 1, base: 0x1_0000_0000 }],
  ["type='virtio-mmio'", { type: 'virtio-mmio' }],
  ["type='unassigned'", { type: 'unassigned' }],
])('reads <address %s>', (attributes, expected) => {
  const { value, said } = address(attributes);
  expect(said).toEqual([]);
  expect(value).toMatchObject(expected);
});

test.each([
  ["type='pci' slot='0x20'", 'value-invalid disk/address/@slot'],
  ["type='pci' function='8'", 'value-invalid disk/address/@function'],
  ["type='usb' bus='0' port='1.2.3.4.5'", 'value-invalid disk/address/@port'],
  ["type='pci' slot='09'", 'value-invalid disk/address/@slot'],
  ["type='drive' bus='0x00'", 'value-invalid disk/address/@bus'],
  ["type='usb' bus='0x0' port='1'", 'value-invalid disk/address/@bus'],
  ["type='virtio-serial' port='0x1'", 'value-invalid disk/address/@port'],
  ["type='usb' bus='0' port='1..2'", 'value-invalid disk/address/@port'],
  ["type='isa' irq='0x10'", 'value-invalid disk/address/@irq'],
  ["type='spapr-vio' reg='zz'", 'value-invalid disk/address/@reg'],
  ["type='ccw' cssid='0xfe'", 'address-invalid disk/address'],
  ["type='drive' target='-1'", 'value-invalid disk/address/@target'],
  ["type='nowhere'", 'value-invalid disk/address/@type'],
  ["unit='1'", 'value-missing disk/address'],
])('refuses <address %s>', (attributes, code) => {
  expect(address(attributes).said[0]).toContain(code);
});

test('zPCI ids are read, and nothing else of the element is left unread', () => {
  const { value, said } = read(
    "<disk><address type='pci' domain='0x0001'><zpci uid='0xffff' fid='0x7'/></address></disk>",
    parseAddress,
  );
  expect(value).toMatchObject({ domain: 1, given: true, zpci: { uid: 0xffff, fid: 7 } });
  expect(said).toEqual([]);
});

test('a device without <address> has none', () => {
  expect(read('<disk/>', parseAddress).value).toBeUndefined();
});
