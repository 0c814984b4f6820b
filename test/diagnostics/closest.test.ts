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

/** The same distance by its definition, to the end. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const same = Number(a.at(-1) !== b.at(-1));
  const exchanged = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    distance(x, b) + 1,
    distance(a, y) + 1,
    distance(x, y) + same,
    exchanged ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  );
}

test('what is far is given up early, and nothing else', () => {
  const word = fc.stringMatching(/^[abc]{1,6}$/);
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 4 }), (wanted, known) => {
      const most = Math.max(1, Math.floor(wanted.length / 3));
      const [nearest] = known
        .map((name) => ({ name, mistakes: distance(wanted, name) }))
        .filter(({ mistakes }) => mistakes <= most)
        .sort((a, b) => a.mistakes - b.mistakes);
      expect(closest(wanted, known)).toBe(nearest?.name);
    }),
  );
});
