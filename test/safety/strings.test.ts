/** Every string of a guest that reaches the command line comes through whole, or is refused: section 7 of the design. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { convert, type ConvertOptions } from '../../src/convert';
import { oneline } from '../../src/renderer/shell';

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;');

/** A guest with the text in one place of many; `%` stands for it. */
const PLACES: Readonly<Record<string, string>> = {
  'disk file': `<disk type="file" device="disk"><source file="/images/%"/><target dev="vda" bus="virtio"/></disk>`,
  'block device': `<disk type="block" device="disk"><source dev="/dev/%"/><target dev="sda" bus="scsi"/></disk>`,
  'iSCSI initiator': `<disk type="network" device="disk"><source protocol="iscsi" name="iqn.2026-01.x:t/1"><host name="h"/><initiator><iqn name="%"/></initiator></source><target dev="sda" bus="scsi"/></disk>`,
  'NBD export': `<disk type="network" device="disk"><source protocol="nbd" name="%"><host name="h"/></source><target dev="vda" bus="virtio"/></disk>`,
  'log file': `<serial type="file"><source path="/log/%"/></serial>`,
  'channel socket': `<channel type="unix"><source mode="bind" path="/run/%"/><target type="virtio" name="agent"/></channel>`,
  'rng device': `<rng model="virtio"><backend model="random">/dev/%</backend></rng>`,
};

const guest = (
  devices: string,
  cmdline = '',
) => `<domain type="qemu"><name>g</name><memory unit="MiB">64</memory>
<os><type arch="x86_64" machine="pc">hvm</type><kernel>/k</kernel><cmdline>${cmdline}</cmdline></os><devices>${devices}</devices></domain>`;

const hostile = fc.oneof(
  fc.constantFrom(
    ',',
    ',,',
    ',readonly=on',
    'a,b=c',
    "'",
    '"',
    '\\',
    '\n',
    'x\ny',
    '%',
    '$(id)',
    '`id`',
    '=',
    ':',
    '..',
    '{',
    '{"a":1}',
    'é',
    '😀',
    ' ',
    '#',
    'json:{}',
    'a;b',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text)),
);

/** What keyval or JSON would make of an argument: commas undone, escapes undone. */
function readings(argument: string): string[] {
  const unescaped = argument.replaceAll(',,', ',');
  try {
    return [argument, unescaped, ...leaves(JSON.parse(argument))];
  } catch {
    return [argument, unescaped];
  }
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

const WAYS: readonly ConvertOptions[] = [
  { profile: 'standalone' },
  { profile: 'standalone', storage: 'blockdev' },
  { profile: 'libvirt' },
  { profile: 'libvirt', qemuVersion: '4.1' },
];

/** libvirt opens these itself and hands over descriptors: no path to see. */
const DESCRIPTORS = new Set(['log file', 'channel socket']);

describe.each(WAYS)('%j', (options) => {
  const places = Object.entries(PLACES).filter(
    ([place]) => options.profile !== 'libvirt' || !DESCRIPTORS.has(place),
  );
  test.each(places)('%s', (_place, element) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { argv, diagnostics } = convert(guest(element.replace('%', () => escape(text))), {
          qemuVersion: '10.0',
          ...options,
        });
        if (argv === undefined)
          expect(diagnostics.some(({ severity, code }) => severity === 'error' && code !== 'internal')).toBe(
            true,
          );
        else expect(argv.flatMap(readings).some((reading) => reading.includes(text.trim()))).toBe(true);
        // Whatever it holds, it opens no option of its own.
        expect(argv?.filter((word) => word === '-readonly' || word === 'readonly=on')).toEqual(
          argv === undefined ? undefined : [],
        );
      }),
      { numRuns: 40 },
    );
  });
});

test('a kernel command line is one word to the shell, whatever it holds', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { plan, options } = convert(guest('', escape(`a${text}b`)), { qemuVersion: '10.0' });
      const shell = oneline({ environment: [], program: plan!.program, options: options! });
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${shell}`], { encoding: 'utf8' });
      expect(stdout.split('\0')).toContain(`a${text}b`);
    }),
    { numRuns: 25 },
  );
});
