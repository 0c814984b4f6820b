import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOC = readFileSync(join(__dirname, '../../docs/host.md'), 'utf8');

/** Every key of the snapshot that has every field. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysIn(item)]);
}

const GIVEN = ['HASWELL', '10.0.0', 'EPYC', 'EPYC-Milan'];

test('docs/host.md describes every key of the snapshot', () => {
  const full: unknown = JSON.parse(readFileSync(join(__dirname, 'full-snapshot.json'), 'utf8'));
  // Names that the user, QEMU or the host gives.
  const keys = keysIn(full).filter((key) => !GIVEN.includes(key));
  expect([...new Set(keys)].filter((key) => !DOC.includes(`\`${key}\``))).toEqual([]);
});
