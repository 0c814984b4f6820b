import fc from 'fast-check';
import { closest } from '../../src/diagnostics/closest';

const BUSES = ['ide', 'sata', 'scsi', 'virtio', 'usb', 'fdc', 'sd'];

test.each([
  ['virtoi', 'virtio'],
  ['sacsi', 'scsi'],
  ['SCSI', 'scsi'],
  ['scis', 'scsi'],
  ['firewire', undefined],
  ['', undefined],
])('%j may be %j', (word, meant) => {
  expect(closest(word, BUSES)).toBe(meant);
});

test('a known word is itself, and one wrong letter in a long one is forgiven', () => {
  fc.assert(fc.property(fc.constantFrom(...BUSES), (word) => closest(word, BUSES) === word));
  fc.assert(
    fc.property(
      fc.nat({ max: 5 }),
      (at) => closest(`${'virtio'.slice(0, at)}_${'virtio'.slice(at + 1)}`, BUSES) === 'virtio',
    ),
  );
});
