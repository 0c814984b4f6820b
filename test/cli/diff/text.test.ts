/** goldens/ hold what a person reads; UPDATE=1 rewrites them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffText } from '../../../src/cli/diff/text';
import { colors, PLAIN } from '../../../src/diagnostics/paint';
import { differences } from '../../../src/differ';
import { converted } from '../../differ/sides';

const guest = (name: string, qemuVersion: string) => {
  const { side } = converted(readFileSync(join(__dirname, `${name}.xml`), 'utf8'), { qemuVersion })!;
  return { name: `${name}.xml`, qemu: qemuVersion, side };
};
const sides = [guest('before', '7.2'), guest('after', '10.0')] as const;
const found = differences(sides[0].side, sides[1].side);

function golden(name: string, text: string): void {
  const file = join(__dirname, 'goldens', name);
  if (process.env['UPDATE'] === '1') writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}

test.each([80, 140])('%i columns', async (width) => {
  const plain = diffText(sides, found, { width, paint: PLAIN });
  golden(`${width}.txt`, plain);
  const color = diffText(sides, found, { width, paint: await colors() });
  golden(`${width}.color.txt`, color);
  // eslint-disable-next-line no-control-regex
  expect(color.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('no value drives the terminal', () => {
  const text = diffText(sides, [{ ...found[0]!, to: 'a\u001b[31mb\u009b' }], { width: 80, paint: PLAIN });
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

describe('a device without an address before others', () => {
  const q35 = (cards: number) => {
    const xml = `<domain type='qemu'><name>q</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
${`<interface type='user'><model type='virtio'/></interface>`.repeat(cards)}
<disk type='file' device='disk'><source file='/a.img'/><target dev='vda' bus='virtio'/></disk>
<rng model='virtio'><backend model='random'/></rng></devices></domain>`;
    return { name: 'q.xml', side: converted(xml, { qemuVersion: '10.0' })!.side };
  };
  const pair = [q35(1), q35(2)] as const;
  const shifted = differences(pair[0].side, pair[1].side);

  test('what only moved is one paragraph, as wide as the terminal', () => {
    const text = diffText(pair, shifted, { width: 60, paint: PLAIN });
    expect(text).toContain(`4 devices only move (--verbose: one by one)
  ~ guest -device bus
      usb pci.2 -> pci.3, vda pci.3 -> pci.4,
        balloon0 pci.4 -> pci.5, rng0 pci.5 -> pci.6
`);
    expect(text).toContain('+ guest network card net1');
    expect(text).toMatch(/\n6 differences: 6 that the guest notices\n$/);
  });

  test('ports that move in more than one property are counted once', () => {
    const port = { ...shifted[0]!, key: 'pci.1', from: '1', to: '2' };
    const text = diffText(
      pair,
      ['pci.1', 'pci.2', 'pci.3'].flatMap((key) => [
        { ...port, key, property: 'port' },
        { ...port, key, property: 'addr' },
      ]),
      { width: 80, paint: PLAIN },
    );
    expect(text).toContain(`3 devices only move (--verbose: one by one)
  ~ guest -device port
      pci.1 1 -> 2, pci.2 1 -> 2, pci.3 1 -> 2
  ~ guest -device addr
      pci.1 1 -> 2, pci.2 1 -> 2, pci.3 1 -> 2
    an <address> keeps`);
  });

  test('--verbose shows each by itself, and so does a device that has more than a new place', () => {
    const verbose = diffText(pair, shifted, { width: 60, paint: PLAIN, verbose: true });
    expect(verbose).not.toContain('only move');
    expect(verbose.match(/~ guest -device bus: pci/g)).toHaveLength(4);
    const model = { ...shifted[0]!, property: 'driver', from: 'a', to: 'b' };
    const text = diffText(pair, [...shifted, model], { width: 60, paint: PLAIN });
    expect(text).toContain('3 devices only move');
    expect(text).toContain('  ~ guest -device bus: pci.2 -> pci.3\n');
  });
});
