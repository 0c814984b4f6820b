import { convert } from '../../../src/convert';

/** The secrets and the errors of a guest with one disk of Ceph's that is encrypted like this. */
function encrypted(encryption: string, format = 'raw'): { secrets: string[]; codes: string[] } {
  const secret = "<secret type='passphrase' usage='k'/>";
  const source = `<source protocol='rbd' name='pool/a'><encryption ${encryption}>${secret}</encryption></source>`;
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='network'><driver name='qemu' type='${format}'/>${source}<target dev='vda' bus='virtio'/></disk></devices></domain>`;
  const { argv = [], diagnostics } = convert(xml, { profile: 'libvirt', qemuVersion: '10.0.0' });
  return {
    secrets: argv.flatMap((word) => /"id":"(libvirt-1-[a-z0-9-]+)"/.exec(word)?.[1] ?? []),
    codes: diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : [])),
  };
}

test.each(['luks', 'luks2', 'luks-any'])('the storage node decrypts %s by librbd', (format) => {
  expect(encrypted(`format='${format}' engine='librbd'`)).toEqual({
    secrets: ['libvirt-1-storage-encryption-secret0'],
    codes: [],
  });
});

test('a format above it stands for the image', () => {
  expect(encrypted("format='luks2' engine='librbd'", 'qcow2').secrets).toEqual([
    'libvirt-1-format-encryption-secret0',
  ]);
});

test("the format node decrypts LUKS by QEMU's own engine", () => {
  const secrets = ['libvirt-1-format-encryption-secret0'];
  expect(encrypted("format='luks' engine='qemu'")).toEqual({ secrets, codes: [] });
  expect(encrypted("format='luks'")).toEqual({ secrets, codes: [] });
});

test.each(['luks2', 'luks-any'])("QEMU's own engine does not know %s", (format) => {
  expect(encrypted(`format='${format}' engine='qemu'`).codes).toEqual(['storage-encryption-unsupported']);
  expect(encrypted(`format='${format}'`).codes).toEqual(['storage-encryption-unsupported']);
});

test('libvirt asks for the type of the secret', () => {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='file'><source file='/a'><encryption format='luks'><secret usage='k'/></encryption></source><target dev='vda' bus='virtio'/></disk></devices></domain>`;
  const { diagnostics } = convert(xml, { profile: 'libvirt', qemuVersion: '10.0.0' });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'storage-encryption-unsupported',
  ]);
});
