import { convert } from '../../src/convert';

/** What is unread of a source of that protocol. */
function unread(protocol: string, inner: string, attributes = ''): string[] {
  const name = protocol === 'iscsi' ? 'iqn.2024-01.org.example/1' : 'pool/image';
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='network'><source protocol='${protocol}' name='${name}'${attributes}><host name='h'/>${inner}</source><target dev='vda' bus='virtio'/></disk></devices></domain>`;
  const { diagnostics } = convert(xml, { qemuVersion: '10.0.0' });
  return diagnostics.filter(({ code }) => code.startsWith('unread-')).map(({ message }) => message);
}

test.each([
  ['rbd', "<snapshot name='s'/>"],
  ['rbd', "<config file='/c'/>"],
  ['iscsi', "<initiator><iqn name='iqn.2024-01.org.example:me'/></initiator>"],
  ['http', "<readahead size='65536'/>"],
  ['ftps', "<timeout seconds='5'/>"],
  ['https', "<ssl verify='no'/>"],
  ['nbd', "<reconnect delay='10'/>"],
  ['ssh', "<knownHosts path='/k'/>"],
  ['ssh', "<identity username='u' keyfile='/k'/>"],
  ['nfs', "<identity user='+1000' group='+1000'/>"],
])('%s has %s, and what does not have it says so', (protocol, inner) => {
  expect(unread(protocol, inner)).toEqual([]);
  const elsewhere = unread('gluster', inner);
  expect(elsewhere.length).toBeGreaterThan(0);
  for (const message of elsewhere) expect(message).toMatch(/is not understood here/);
});

test.each(['query', 'tls', 'tlsHostname'])("an attribute '%s' that says nothing to gluster", (name) => {
  const value = name === 'tls' ? 'yes' : 'x';
  expect(unread('gluster', '', ` ${name}='${value}'`)).toEqual([expect.stringContaining(`'${name}'`)]);
});

test('whose rights are granted is not who logs in', () => {
  expect(unread('nfs', "<identity username='u'/>")).toHaveLength(1);
  expect(unread('ssh', "<identity user='+1000'/>")).toHaveLength(1);
});
