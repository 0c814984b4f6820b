import { same } from '../../../src/launcher/realized/same';

test.each([
  ['loadparm', '2', '2       '],
  ['loadparm', 'prom', 'PROM    '],
  ['cap-hpt-max-page-size', '64k', 65536],
  ['x', '16M', 16777216],
  ['addr', '0x1.0x2', '01.2'],
  ['bus', 'pci.1', '/machine/peripheral/pci.1/pci.1'],
  ['bus', 'nvme0', '/machine/unattached/device[22]/nvme-bus.0'],
  ['value', true, true],
  ['value', '0x10', 16],
])('%s: %p is what QEMU shows as %p', (what, planned, realized) => {
  expect(same(what, planned, realized)).toBe(true);
});

test.each([
  ['loadparm', '2', '3       '],
  ['name', '2', '2       '],
  ['cap-hpt-max-page-size', '64k', 4096],
  ['name', 'k', 1024],
  ['bus', 'pci.1', '/machine/peripheral/pci.2/pci.2'],
])('%s: %p is not %p', (what, planned, realized) => {
  expect(same(what, planned, realized)).toBe(false);
});
