/** What `verify` prints, in the looks of a terminal. */
import { verifiedText } from '../../src/cli/verified-text';
import { colors, PLAIN } from '../../src/diagnostics/paint';
import type { Compared } from '../../src/launcher/realized';
import { expectGolden, LOOKS, widestLine, withoutColor } from './golden';

const PATH = '/var/lib/libvirt/images/a-folder-with-a-name/that-is-long/db1.qcow2';

const COMPARED: readonly Compared[] = [
  { subject: 'guest', what: 'name', planned: 'db1', realized: 'db1', state: 'equal' },
  { subject: 'cpu', what: 'model', planned: 'EPYC-Milan', realized: 'EPYC-Rome', state: 'differs' },
  { subject: 'pci.1', what: 'driver', planned: 'pcie-root-port', realized: undefined, state: 'differs' },
  { subject: 'drive-virtio-disk0', what: 'file', planned: PATH, realized: PATH, state: 'equal' },
  { subject: 'drive-virtio-disk1', what: 'file', planned: PATH, realized: `${PATH}.old`, state: 'differs' },
  { subject: 'scsi0-0-2-5', what: 'bootindex', planned: '1', realized: undefined, state: 'unknown' },
];

test.each(LOOKS)('in $columns columns, color $color', async ({ columns, color }) => {
  const paint = color === 'always' ? await colors() : PLAIN;
  const shown = verifiedText('10.0.2', COMPARED, { width: columns, paint });
  expectGolden(`verify/${columns}.${color}.txt`, shown);
  expect(withoutColor(shown)).toBe(verifiedText('10.0.2', COMPARED, { width: columns, paint: PLAIN }));
});

test('a narrow terminal: values are broken, a name that may have to be copied is not', () => {
  const some = COMPARED.filter(({ what }) => what !== 'file');
  expect(widestLine(verifiedText('10.0.2', some, { width: 60, paint: PLAIN }))).toBeLessThanOrEqual(60);
  expect(verifiedText('10.0.2', COMPARED, { width: 60, paint: PLAIN })).toContain(PATH);
});

test('all as planned; no value drives the terminal', () => {
  const [one] = COMPARED;
  const evil = { ...one!, planned: 'a\u001b[31m\u009b' };
  const shown = verifiedText('10.0.2', [evil], { width: 80, paint: PLAIN });
  expect(shown).toMatch(/\nQEMU 10\.0\.2, asked for 1 things: all as planned\.\n$/);
  // eslint-disable-next-line no-control-regex
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
