/** docs/checks.md is what the checks are: each of its codes exists, and a case raises it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from '../case';
import { PROJECT } from '../cli/command';

const text = (file: string) => readFileSync(join(PROJECT, file), 'utf8');
const rows = [...text('docs/checks.md').matchAll(/^\| (\d+) +\| .* \| +([^|]*) +\|$/gm)].map(
  ([row, number, codes = '']) => ({
    row,
    number: Number(number),
    codes: [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code ?? ''),
  }),
);
const cases = readdirSync(CASES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(diagnostics(\.[a-z]+)?|command)\.txt$/.test(file))
  .map((file) => readFileSync(join(CASES, file), 'utf8'))
  .join('\n');

test('all 46, in order, each with a code', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 46 }, (_, index) => index + 1));
  expect(rows.filter(({ codes }) => codes.length === 0)).toEqual([]);
});

const images = text('docs/checks.md').split('## Images')[1] ?? '';
const imageCodes = [...images.matchAll(/`([a-z]+-[a-z-]+)`/g)].map(([, code]) => code ?? '');

test('all that the catalog has of the headers of images', () => {
  const known = text('src/diagnostics/catalog/image-checks.ts').matchAll(
    /'((?:image|backing|base)-[a-z-]+)'/g,
  );
  const codes = [...new Set([...known].map(([, code]) => code))];
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => !imageCodes.includes(code ?? ''))).toEqual([]);
});

test('each code is one of the catalog, and raised by a case', () => {
  const codes = new Set([
    ...rows.flatMap((row) => row.codes),
    ...imageCodes.filter((code) => code !== 'qemu-img'),
  ]);
  const known = text('docs/diagnostics.md');
  expect([...codes].filter((code) => !known.includes(`| \`${code}\` |`))).toEqual([]);
  expect([...codes].filter((code) => !cases.includes(`[${code}]: `))).toEqual([]);
});
