import { convert } from '../../../src/convert';

/** The argument that opens the only disk, and the errors. */
function opened(disk: string): { drive: string | undefined; codes: string[] } {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${disk}</devices></domain>`;
  const { argv = [], diagnostics } = convert(xml, { qemuVersion: '10.0.0' });
  return {
    drive: argv[argv.indexOf('-drive') + 1],
    codes: diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : [])),
  };
}

const disk = (format: string, type: 'file' | 'dir', inner = '') =>
  `<disk type='${type}'><driver name='qemu' type='${format}'/><source ${type}='/srv/a'/><target dev='vda' bus='virtio'/><readonly/>${inner}</disk>`;

test("QEMU's parallels driver reads images of ploop", () => {
  expect(opened(disk('ploop', 'file'))).toEqual({
    drive: 'file=/srv/a,format=parallels,if=none,id=drive-virtio-disk0,readonly=on',
    codes: [],
  });
});

test('only a folder is made a FAT file system', () => {
  expect(opened(disk('fat', 'dir')).codes).toEqual([]);
  expect(opened(disk('fat', 'file')).codes).toEqual(['storage-source-invalid']);
});
