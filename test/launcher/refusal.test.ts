import type { ExplainedArgument, ExplainedProperty, Explanation } from '../../src/explainer/explanation';
import { refusalOf } from '../../src/launcher/refusal';
import { place } from '../resolver/scsi/guest';

const WORDS = ['-device', 'virtio-rng-pci,max-bytes=10,rng=objrng0'];

/** Of one device, with these arguments. */
const explained = (...parts: readonly ExplainedArgument[]): Explanation => {
  const device = { key: 'rng0', title: 'rng0', family: 'other', subject: 'rng' } as const;
  const group = { ...device, origin: { at: place('rng') }, decisions: [], arguments: parts };
  return { program: 'qemu', decisions: [], groups: [group] };
};

function argument(index: number, words: readonly string[], properties: readonly ExplainedProperty[]) {
  return { index, words, option: words[0] ?? '', origin: { at: place('rng') }, properties, releases: [] };
}

/** Where the refusal points to, of an argument with these properties. */
function pointed(message: string, properties: readonly ExplainedProperty[]) {
  const explanation = explained(argument(0, WORDS, properties));
  return refusalOf(`qemu: ${WORDS.join(' ')}: ${message}`, [WORDS], explanation)?.at?.path;
}

const named = { name: 'rng', value: 'objrng0', at: place('rng/alias') };

test('a refusal points to the attribute whose value QEMU repeats, else to the element', () => {
  expect(pointed("Device 'objrng0' not found", [named])).toBe(place('rng/alias').path);
  expect(pointed('Device objrng0 not found', [named])).toBe(place('rng').path);
  expect(pointed("Device 'objrng1' not found", [named])).toBe(place('rng').path);
  expect(pointed("Device 'objrng0' not found", [{ name: 'rng', value: 'objrng0' }])).toBe(place('rng').path);
});

test('a global that cannot be applied is what is wrong, not the device', () => {
  const global = ['-global', 'virtio-rng-pci.nosuch=1'];
  const own = { ...argument(1, global, []), origin: { at: place('arg') } };
  const said = `qemu: ${WORDS.join(' ')}: can't apply global virtio-rng-pci.nosuch=1: Property not found`;
  expect(refusalOf(said, [WORDS, global], explained(argument(0, WORDS, [named]), own))?.at?.path).toBe(
    place('arg').path,
  );
});

test('values of a letter or two are in too many messages', () => {
  const short = { name: 'max-bytes', value: '10', at: place('rng/rate') };
  expect(pointed("expected a number, not '10'", [short, named])).toBe(place('rng').path);
});

test('the value of another argument is not what QEMU means', () => {
  const explanation = explained(
    argument(1, ['-object', 'rng-random,id=objrng0'], [{ ...named, at: place('elsewhere') }]),
    argument(0, WORDS, []),
  );
  const at = (said: string) => refusalOf(said, [WORDS], explanation)?.at?.path;
  expect(at(`qemu: ${WORDS.join(' ')}: no 'objrng0'`)).toBe(place('rng').path);
  expect(at("qemu: no 'objrng0'")).toBe(place('elsewhere').path);
});
