import { convert, type ConvertOptions } from '../../../src/convert';

function guest(source: string): string {
  return `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='network'>${source}<target dev='vda' bus='virtio'/></disk></devices></domain>`;
}

/** What is wrong with a disk of this source. */
function errors(source: string, options: ConvertOptions = {}): string[] {
  return convert(guest(source), { qemuVersion: '10.0.0', ...options })
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

test("a LUN of iSCSI is a number of QEMU's", () => {
  const lun = (number: string) => errors(source('iscsi', ` name='iqn.2001-04.com.example:t/${number}'`));
  expect(lun('4294967295')).toEqual([]);
  expect(lun('4294967296')).toEqual(['storage-source-invalid /@name']);
  expect(lun('one')).toEqual(['storage-source-invalid /@name']);
});

test('only some servers listen on a socket of this host', () => {
  const local = (protocol: string) =>
    errors(`<source protocol='${protocol}' name='p/a'><host transport='unix' socket='/run/s'/></source>`);
  expect(PROTOCOLS.filter((protocol) => local(protocol).length === 0)).toEqual(['gluster']);
  expect(local('nbd')).toEqual([]);
  expect(local('http')).toEqual(['storage-source-invalid /host/@transport']);
});

const login = (protocol: string, type = '') =>
  `<source protocol='${protocol}' name='iqn.x/1'><host name='h' port='3260'/><auth username='u'><secret ${type} usage='a'/></auth></source>`;

test.each(['nbd', 'gluster', 'nfs'])('nobody logs in to %s', (protocol) => {
  expect(errors(login(protocol, "type='iscsi'"), { profile: 'libvirt' })).toEqual([
    'storage-source-invalid /auth',
  ]);
});

test('libvirt asks for the type of a secret', () => {
  const secrets = { a: '/keys/a' };
  expect(errors(login('iscsi'), { profile: 'libvirt' })).toEqual(['storage-source-invalid /auth/secret']);
  expect(errors(login('iscsi'), { secret: secrets })).toEqual([]);
  expect(errors(login('iscsi', "type='iscsi'"), { profile: 'libvirt' })).toEqual([]);
});

test('libvirt knows no port of the monitors of Ceph', () => {
  const rbd = (profile: ConvertOptions['profile']) =>
    convert(guest(source('rbd')), { profile, qemuVersion: '10.0.0', storage: 'blockdev' }).argv?.join(' ');
  expect(rbd('libvirt')).toContain('"server":[{"host":"h","port":"0"}]');
  expect(rbd('standalone')).toContain('6789');
});

test('ssh sources with keys share one agent, which alone is taken back', () => {
  const disk = (letter: string) =>
    `<disk type='network'><source protocol='ssh' name='/${letter}'><host name='h'/><identity username='u' keyfile='/${letter}.key'/></source><target dev='vd${letter}' bus='virtio'/></disk>`;
  const { plan } = convert(guest('').replace(/<disk.*disk>/, disk('a') + disk('b')), { qemuVersion: '10.0' });
  expect(plan?.hostSteps.map(({ commands, undo }) => [commands.at(-1), undo !== undefined])).toEqual([
    ['[ -n "${SSH_AGENT_PID-}" ]', true],
    ['ssh-add -- /a.key', false],
    ['ssh-add -- /b.key', false],
  ]);
});

test('a login of ssh without a key: libvirt refuses it, a user has an agent', () => {
  const codes = (profile: 'standalone' | 'libvirt', identity: string) =>
    convert(
      `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<disk type='network'><source protocol='ssh' name='/a'><host name='h'/><identity ${identity}/></source><target dev='vda' bus='virtio'/></disk></devices></domain>`,
      { qemuVersion: '10.0', profile },
    ).diagnostics.map(({ code }) => code);
  expect(codes('libvirt', "username='u'")).toContain('storage-source-invalid');
  expect(codes('libvirt', "username='u' agentsock='/a'")).not.toContain('storage-source-invalid');
  expect(codes('standalone', "username='u'")).not.toContain('storage-source-invalid');
});

test("the name in a server's certificate is libvirt's to write without TLS too", () => {
  const named = source('nbd', " name='a' tlsHostname='b.example'");
  const argv = (profile: 'libvirt' | 'standalone') =>
    (convert(guest(named), { qemuVersion: '10.0.0', profile }).argv ?? []).join(' ');
  expect(argv('libvirt')).toContain('"export":"a","tls-hostname":"b.example","node-name"');
  expect(argv('libvirt')).not.toContain('tls-creds');
  expect(argv('standalone')).not.toContain('b.example');
  expect(errors(named, { profile: 'libvirt', qemuVersion: '6.2.0' })).toEqual(['qemu-lacks /@tlsHostname']);
});
