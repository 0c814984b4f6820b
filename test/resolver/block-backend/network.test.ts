import { convert, type ConvertOptions } from '../../../src/convert';

/** What is wrong with a disk of this source. */
function errors(source: string, options: ConvertOptions = {}): string[] {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='network'>${source}<target dev='vda' bus='virtio'/></disk></devices></domain>`;
  return convert(xml, { qemuVersion: '10.0.0', ...options })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${at?.path.split('/source')[1] ?? ''}`);
}

const source = (protocol: string, name = " name='pool/a'", host = '') =>
  `<source protocol='${protocol}'${name}><host name='h'${host}/></source>`;

const PROTOCOLS = ['rbd', 'gluster', 'iscsi', 'http', 'https', 'ftp', 'ftps', 'nfs', 'ssh'];

test.each(PROTOCOLS)('%s needs the name of an image', (protocol) => {
  expect(errors(source(protocol, ''))).toEqual(['value-missing ']);
});

test("an NBD server's export may have no name", () => {
  expect(errors(source('nbd', ''))).toEqual([]);
});

test('nfs has no port', () => {
  expect(errors(source('nfs', undefined, " port='2049'"))).toEqual(['storage-source-invalid /host/@port']);
  expect(errors(source('nfs'))).toEqual([]);
});

test('QEMU had tftp before 2.8', () => {
  expect(errors(source('tftp'))).toEqual(['storage-protocol-unsupported /@protocol']);
  expect(errors(source('tftp'), { qemuVersion: '2.8.0' })).toEqual([
    'storage-protocol-unsupported /@protocol',
  ]);
  expect(errors(source('tftp'), { qemuVersion: '2.7.0' })).toEqual([]);
  // libvirt wrote it as long as it wrote URLs
  expect(errors(source('tftp'), { qemuVersion: '4.1.0', profile: 'libvirt' })).toEqual([]);
  expect(errors(source('tftp'), { qemuVersion: '4.2.0', profile: 'libvirt' })).toEqual([
    'storage-protocol-unsupported /@protocol',
  ]);
});
