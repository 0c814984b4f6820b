/** What `host` prints, in the looks of a terminal; test/host/trees has the tables of other hosts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostTable } from '../../src/cli/host-table';
import { colors, PLAIN } from '../../src/diagnostics/paint';
import type { HostFacts } from '../../src/host/facts';
import { command, PROJECT } from './command';
import { expectGolden, LOOKS, withoutColor } from './golden';

const SNAPSHOT = join(PROJECT, 'test/host/trees/fibre-channel/snapshot.json');
const facts = JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as HostFacts;

test.each(LOOKS)('in $columns columns, color $color', async ({ columns, color }) => {
  const shown = hostTable(facts, columns, color === 'always' ? await colors() : PLAIN);
  expectGolden(`host/${columns}.${color}.txt`, shown);
  expect(withoutColor(shown)).toBe(hostTable(facts, columns));
});

test('color only where it is asked for, or on a terminal', () => {
  const host = (...args: string[]) => command(['host', '--host', SNAPSHOT, ...args]).stdout;
  expect(host()).toBe(host('--color', 'never'));
  expect(host('--color', 'always')).not.toBe(host());
  expect(withoutColor(host('--color', 'always'))).toBe(host());
});
