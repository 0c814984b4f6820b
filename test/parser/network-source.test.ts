import { convert } from '../../src/convert';
import { parseNetworkSource } from '../../src/parser/network-source';
import { read } from './read';

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

test.each(['query', 'tlsHostname'])("an attribute '%s' that says nothing to gluster", (name) => {
  expect(unread('gluster', '', ` ${name}='x'`)).toEqual([expect.stringContaining(`'${name}'`)]);
});

/** What is refused of a source of that protocol. */
function refused(protocol: string, inner: string, attributes = "name='pool/image'"): string[] {
  const { said } = read(
    `<source protocol='${protocol}' ${attributes}><host name='h'/>${inner}</source>`,
    (source) => parseNetworkSource(source, { at: source.at }),
  );
  return said.filter((text) => !text.startsWith('unread'));
}

test.each([
  ['gluster', '', "name='v/i' tls='yes'", 'attribute-misplaced source/@tls'],
  ['https', '', "name=''", 'value-missing source/@name'],
  ['ssh', '<identity/>', "name='/i'", 'value-missing source/identity'],
  ['ssh', '<knownHosts/>', "name='/i'", 'value-missing source/knownHosts'],
  [
    'https',
    cookies("<cookie name='a b'>c</cookie>"),
    "name='i'",
    'value-invalid source/cookies/cookie/@name',
  ],
  ['https', cookies("<cookie name='a'/>"), "name='i'", 'value-invalid source/cookies/cookie'],
  ['https', cookies("<cookie name='a'>b;c</cookie>"), "name='i'", 'value-invalid source/cookies/cookie'],
  [
    'https',
    cookies("<cookie name='a'>b</cookie><cookie name='a'>c</cookie>"),
    "name='i'",
    'value-invalid source/cookies/cookie[2]/@name',
  ],
])('%s does not take %s with %s', (protocol, inner, attributes, code) => {
  expect(refused(protocol, inner, attributes)).toEqual([code]);
});

test('one protocol has no use for what another is told', () => {
  expect(unread('ftp', "<ssl verify='no'/>")).toHaveLength(1);
  expect(unread('ftp', cookies("<cookie name='a'>b</cookie>"))).toHaveLength(1);
  expect(unread('ftps', '', " query='a=b'")).toHaveLength(1);
  expect(refused('gluster', '', "name='v/i' tls='no'")).toEqual([]);
  expect(refused('https', cookies('<cookie name=\'a\'>"b"</cookie>'))).toEqual([]);
});

test('an NBD server has an export without a name, and 0 is no delay', () => {
  const { value } = read(
    "<source protocol='nbd' name=''><host name='h'/><reconnect delay='0'/></source>",
    (source) => parseNetworkSource(source, { at: source.at }),
  );
  expect([value?.name, value?.reconnectDelay]).toEqual([undefined, undefined]);
});

function cookies(inner: string): string {
  return `<cookies>${inner}</cookies>`;
}

test('whose rights are granted is not who logs in', () => {
  expect(unread('nfs', "<identity username='u'/>")).toHaveLength(1);
  expect(unread('ssh', "<identity user='+1000'/>")).toHaveLength(1);
});
