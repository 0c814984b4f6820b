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
