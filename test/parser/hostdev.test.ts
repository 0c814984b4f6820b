import { parseHostdev } from '../../src/parser/hostdev';
import { read } from './read';

const source = (xml: string) => {
  const { value, said } = read(xml, parseHostdev);
  return { source: value?.source, said };
};

test('a LUN by adapter and address, with more bits than a number holds', () => {
  const { value, said } = read(
    `<hostdev mode='subsystem' type='scsi' managed='no' sgio='filtered' rawio='yes'>
       <source><adapter name='scsi_host2'/><address bus='0' target='1' unit='18446744073709551615'/></source>
       <readonly/><shareable/>
       <address type='drive' controller='0' bus='0' target='0' unit='3'/>
     </hostdev>`,
    parseHostdev,
  );
  expect(said).toEqual([]);
  expect(value).toMatchObject({
    kind: 'hostdev',
    managed: false,
    sgio: 'filtered',
    rawio: true,
    readonly: true,
    shareable: true,
    source: { type: 'scsi-host', adapter: 'scsi_host2', bus: 0, target: 1, unit: '18446744073709551615' },
    address: { type: 'drive', unit: 3 },
  });
});

test('a LUN that is none', () => {
  const { said } = read(
    `<hostdev type='scsi'><source protocol='adapter'><adapter name='scsi_host2'/>
       <address bus='0' target='0' unit='18446744073709551616'/></source></hostdev>`,
    parseHostdev,
  );
  expect(said).toEqual(['value-invalid hostdev/source/address/@unit']);
});

test('an adapter without an address', () => {
  const { said } = read(
    `<hostdev type='scsi'><source><adapter name='scsi_host2'/></source></hostdev>`,
    parseHostdev,
  );
  expect(said).toHaveLength(3);
});

test('an iSCSI LUN with its portal, initiator and secret', () => {
  const { source: lun, said } = source(
    `<hostdev mode='subsystem' type='scsi'>
       <source protocol='iscsi' name='iqn.2013-07.com.example:iscsi-pool/1'>
         <host name='example.org' port='3260'/>
         <auth username='myuser'><secret type='iscsi' usage='libvirtiscsi'/></auth>
         <initiator><iqn name='iqn.2020-07.com.example:test'/></initiator>
       </source>
     </hostdev>`,
  );
  expect(said).toEqual([]);
  expect(lun).toMatchObject({
    type: 'scsi-iscsi',
    network: {
      protocol: 'iscsi',
      name: 'iqn.2013-07.com.example:iscsi-pool/1',
      hosts: [{ name: 'example.org', port: 3260 }],
      auth: { username: 'myuser' },
      initiator: 'iqn.2020-07.com.example:test',
    },
  });
});

test('a vhost-scsi target', () => {
  const { value, said } = read(
    `<hostdev mode='subsystem' type='scsi_host' model='virtio-transitional'>
       <source protocol='vhost' wwpn='naa.5123456789abcde0'/></hostdev>`,
    parseHostdev,
  );
  expect(said).toEqual([]);
  expect(value).toMatchObject({
    model: 'virtio-transitional',
    source: { type: 'vhost-scsi', wwpn: 'naa.5123456789abcde0' },
  });
});

test('a name that is no WWPN', () => {
  expect(
    source(`<hostdev type='scsi_host'><source protocol='vhost' wwpn='5123456789abcde0'/></hostdev>`).said,
  ).toEqual(['value-invalid hostdev/source/@wwpn']);
});

test('a PCI function', () => {
  const { value, said } = read(
    `<hostdev mode='subsystem' type='pci' managed='yes' display='on' ramfb='on'>
       <driver name='vfio' model='vfio-pci-igb'/>
       <source>
         <address domain='0x0021' bus='222' slot='31' function='1'/></source>
       <teaming type='transient' persistent='ua-backup0'/>
       <rom bar='on' file='/etc/fake/bootrom.bin' enabled='yes'/>
     </hostdev>`,
    parseHostdev,
  );
  expect(said).toEqual([]);
  expect(value).toMatchObject({
    rom: { bar: true, file: '/etc/fake/bootrom.bin', enabled: true },
    source: {
      type: 'pci',
      driver: 'vfio',
      driverModel: 'vfio-pci-igb',
      display: true,
      ramfb: true,
      teaming: { type: 'transient', persistent: 'ua-backup0' },
      address: { domain: 0x21, bus: 222, slot: 31, function: 1 },
    },
  });
});

test('a USB device by both names', () => {
  const { source: usb, said } = source(
    `<hostdev mode='subsystem' type='usb'>
       <source startupPolicy='optional' guestReset='off'>
         <vendor id='0x1234'/><product id='0xbeef'/><address bus='14' device='6'/></source></hostdev>`,
  );
  expect(said).toEqual([]);
  expect(usb).toMatchObject({
    type: 'usb',
    vendor: 0x1234,
    product: 0xbeef,
    bus: 14,
    device: 6,
    startupPolicy: 'optional',
    guestReset: 'off',
  });
});

test.each([
  [
    `<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source/></hostdev>`,
    ['value-missing hostdev/source'],
  ],
  [`<hostdev mode='subsystem' type='floppy'><source/></hostdev>`, ['hostdev-type-unknown hostdev/@type']],
  [
    `<hostdev mode='capabilities' type='storage'><source><block>/dev/sdf1</block></source></hostdev>`,
    ['hostdev-container-only hostdev'],
  ],
  [`<hostdev type='scsi'/>`, ['value-missing hostdev']],
  [`<hostdev type='pci'><source/></hostdev>`, ['value-missing hostdev/source']],
])('%s is not read', (xml, expected) => {
  expect(read(xml, parseHostdev)).toEqual({ value: undefined, said: expected });
});

test('a target of vhost-scsi is neither read-only nor shared, and what says so is left for the warning', () => {
  const { value } = read(
    "<hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5001405376e34ea7'/><readonly/><shareable/></hostdev>",
    parseHostdev,
  );
  expect(value).toMatchObject({ readonly: false, shareable: false });
});
