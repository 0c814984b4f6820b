import { convert, type ConvertOptions } from '../../../../src/convert';

const notes = (devices: string, options: ConvertOptions = {}) =>
  convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>\n${devices}</devices></domain>`,
    { qemuVersion: '10.0', ...options },
  )
    .diagnostics.filter(({ code }) => code === 'left-to-host')
    .map(({ at, message }) => `${at?.line}: ${message.replace(/: libvirt.*/, '')}`);
const card = (inner: string, attributes = '') =>
  `<interface type='bridge' ${attributes}><source bridge='br0'/><model type='virtio'/>${inner}</interface>`;
const disk = (seclabel: string) =>
  `<disk type='file'><source file='/a'>${seclabel}</source><target dev='vda' bus='virtio'/></disk>`;

test.each([
  [card("<target dev='lan0'/>"), ['2: <target dev=>']],
  [card("<target dev='vnet0'/>"), []],
  [card('', "trustGuestRxFilters='yes'"), ['2: <interface trustGuestRxFilters=>']],
  [card('', "trustGuestRxFilters='no'"), []],
  [card('').replace('bridge=', 'portgroup="a" bridge='), ['2: <source portgroup=>']],
  [
    "<interface type='hostdev'><mac address='52:54:00:00:00:01'/><source><address type='pci' bus='5' slot='0' function='1'/></source></interface>",
    ['2: <mac address=>'],
  ],
  [card("<mac address='52:54:00:00:00:01'/>"), []],
  [
    "<interface type='network'><source network='lan'/><model type='virtio'/><bandwidth><inbound average='1000' floor='200'/></bandwidth></interface>",
    ['2: <bandwidth>'],
  ],
  [card("<backend tap='/dev/net/tun' vhost='/dev/vhost-net'/>"), []],
  [card("<backend tap='/dev/tap7' vhost='/dev/vhost7'/>"), ['2: <backend tap=>, <backend vhost=>']],
  [card('').replace("'br0'", "'br0' macTableManager='libvirt'"), ['2: <source macTableManager=>']],
  [card('').replace("'br0'", "'br0' macTableManager='kernel'"), []],
])('of a network card, only what is not so by itself: %s', (devices, expected) => {
  expect(notes(devices)).toEqual(expected);
  expect(notes(devices, { profile: 'libvirt' })).toEqual([]);
});

test('processors that libvirt has placed by what the host is busy with', () => {
  const placed = (placement: string) =>
    convert(
      `<domain type='kvm'><name>a</name><memory>65536</memory><vcpu placement='${placement}'>2</vcpu><os><type arch='x86_64' machine='q35'>hvm</type></os></domain>`,
    ).diagnostics.map(({ message }) => message);
  expect(placed('auto')).toEqual([expect.stringContaining('<vcpu placement=>')]);
  expect(placed('static')).toEqual([]);
});

test('the label of one file, as that of the guest', () => {
  expect(notes(disk("<seclabel model='selinux' relabel='yes'><label>a:b:c:s0</label></seclabel>"))).toEqual([
    '2: <seclabel>',
  ]);
  expect(notes(disk("<seclabel model='selinux' relabel='no'/>"))).toEqual([]);
});
