import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CAPABILITIES, type Capability } from '../../src/qemu/capabilities';
import { isCapability, rowOf } from '../../src/qemu/capabilities/lookup';
import { PROJECT } from '../cli/command';

const names = Object.keys(CAPABILITIES) as Capability[];
const NONE = ['', ' ', 'no-such', 'since', 'toString', `${names[0]} {`, `${names[0]}\n${names[1]}`];

/** What the form of the command line says of the same names. */
function built(): unknown {
  const script = `
    import { readFileSync } from 'node:fs';
    import { lookup } from ${JSON.stringify(join(PROJECT, 'scripts/build/tables.mjs'))};
    const { table, names, none } = JSON.parse(readFileSync(0, 'utf8'));
    const { isCapability, rowOf } = await import('data:text/javascript,' + encodeURIComponent(lookup(table)));
    console.log(JSON.stringify({ rows: names.map(rowOf), known: names.every(isCapability), others: none.filter(isCapability) }));`;
  const input = JSON.stringify({ table: CAPABILITIES, names, none: NONE });
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { input, encoding: 'utf8' }),
  );
}

test('both forms of the tables say the same', () => {
  const rows = names.map((name) => ({ ...rowOf(name), source: undefined }));
  const expected: unknown = JSON.parse(JSON.stringify({ rows, known: true, others: [] }));
  expect(built()).toEqual(expected);
  expect(names.every(isCapability)).toBe(true);
  expect(NONE.filter(isCapability)).toEqual([]);
});
