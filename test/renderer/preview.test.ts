/** `run --dry-run` in the looks of a terminal. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/check';
import { convert } from '../../src/convert';
import { colors, PLAIN } from '../../src/diagnostics/paint';
import type { HostFacts } from '../../src/host/facts';
import { preview } from '../../src/renderer/preview';
import { PROJECT } from '../cli/command';
import { expectGolden, LOOKS, withoutColor } from '../cli/golden';

const text = (name: string) => readFileSync(join(PROJECT, 'examples/dry-run', name), 'utf8');
const host = JSON.parse(text('host.json')) as HostFacts;

function previewed(xml: string, view: Parameters<typeof preview>[3]): string {
  const { plan, options = [] } = convert(xml, { qemuVersion: '10.0', host });
  const command = { environment: [], program: plan!.program, options };
  return preview(plan!, command, check(xml, { qemuVersion: '10.0', host }).diagnostics, view);
}

test.each(LOOKS)('in $columns columns, color $color', async ({ columns, color }) => {
  const paint = color === 'always' ? await colors() : PLAIN;
  const shown = previewed(text('guest.xml'), { width: columns, paint });
  expectGolden(`dry-run/${columns}.${color}.txt`, shown);
  expect(withoutColor(shown)).toBe(previewed(text('guest.xml'), { width: columns, paint: PLAIN }));
});

test('prose is broken to the width, what can be copied is not', () => {
  const lines = previewed(text('guest.xml'), { width: 80, paint: PLAIN }).split('\n');
  const long = lines.filter((line) => line.length > 80);
  expect(long.filter((line) => !/^ +(-|qemu|\/)|\/dev\//.test(line))).toEqual([]);
  expect(long.some((line) => line.startsWith('    -device '))).toBe(true);
});

test('no value drives the terminal; the command alone carries it as it is', () => {
  const xml = text('guest.xml').replace('images/backup1', 'images/a&#x9b;31mb');
  const paths = previewed(xml, { width: 80, paint: PLAIN }).split('Host paths\n')[1];
  expect(paths).toContain('/images/a\ufffd31mb');
  // eslint-disable-next-line no-control-regex
  expect(paths).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
