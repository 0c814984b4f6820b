import * as fc from 'fast-check';
import { convert } from '../../src/convert';
import { qemuOf } from '../../src/qemu/qemu';

const qemu = qemuOf({ version: { major: 7, minor: 2, micro: 0 }, arch: 'x86_64' });

function argvOf(path: string, storage: 'drive' | 'blockdev'): readonly string[] {
  const written = path.replace(/[&<>'"\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
  const { argv, diagnostics } = convert(
    `<domain type='qemu'><name>g</name><memory>65536</memory><vcpu>1</vcpu><os><type arch='x86_64'>hvm</type></os>
     <devices><disk type='file'><source file='${written}'/><target dev='vda' bus='virtio'/></disk></devices></domain>`,
    { qemu, storage },
  );
  if (argv === undefined) throw new Error(JSON.stringify(diagnostics));
  return argv;
}

const valueOf = (argv: readonly string[], option: string) => argv[argv.indexOf(option) + 1] ?? '';

/** As QEMU reads it (util/keyval.c): a single comma ends a value, two are one. */
function readKeyval(text: string): ReadonlyMap<string, string> {
  const parts = text.match(/(?:[^,]|,,)+/g) ?? [];
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('=');
      return [part.slice(0, end), part.slice(end + 1).replaceAll(',,', ',')];
    }),
  );
}

/** QEMU block.c path_has_protocol. */
const hasProtocol = (name: string) => /^[^:/]*:/.test(name);

const piece = fc.constantFrom(
  ',',
  ':',
  '=',
  '"',
  "'",
  ' ',
  '\n',
  '/',
  '\\',
  'nbd:',
  'json:{',
  'é',
  'a',
  '%',
  '$',
);
const anyPath = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `${pieces.join('')}x`);

test('any file name reaches QEMU unchanged, and is never taken for a protocol', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      const drive = readKeyval(valueOf(argvOf(path, 'drive'), '-drive'));
      const plain = drive.get('file');
      expect(plain ?? drive.get('file.filename')).toBe(path);
      if (plain === undefined) expect(drive.get('file.driver')).toBe('file');
      else expect(hasProtocol(plain)).toBe(false);
      expect(drive.get('id')).toBe('drive-virtio-disk0');
      const node = JSON.parse(valueOf(argvOf(path, 'blockdev'), '-blockdev')) as Record<string, unknown>;
      expect(node['filename']).toBe(path);
    }),
  );
});
