import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { convert } from '../../src/convert';

const PIECES = join(__dirname, 'pieces.mjs');

function guests(count: number, seed: number, arch: string): readonly { readonly xml: string }[] {
  const script = `import(${JSON.stringify(PIECES)}).then(({ ofPieces }) =>
    process.stdout.write(JSON.stringify(ofPieces(${count}, ${seed}, ${JSON.stringify(arch)}))))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as {
    readonly xml: string;
  }[];
}

test('one seed makes the same guests, another others', () => {
  expect(guests(20, 1, 'x86_64')).toEqual(guests(20, 1, 'x86_64'));
  expect(guests(20, 1, 'x86_64')).not.toEqual(guests(20, 2, 'x86_64'));
});

test.each([
  ['x86_64', 40],
  ['aarch64', 5],
  ['ppc64', 5],
])('of 200 guests of %s at least %i convert', (arch, fewest) => {
  const converted = guests(200, 1, arch).filter(
    ({ xml }) => convert(xml, { qemuVersion: '10.0', profile: 'libvirt' }).argv !== undefined,
  );
  expect(converted.length).toBeGreaterThanOrEqual(fewest);
});
