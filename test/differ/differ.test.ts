import { differences, type Difference } from '../../src/differ';
import { parseArguments } from '../../src/differ/parse';
import { runningSide } from '../../src/differ/running-side';
import type { ConvertOptions } from '../../src/convert';
import { caseFolders, guestOf, optionsOf, profilesOf, readCase } from '../case';
import { converted } from './sides';

const GUEST = `<domain type='qemu'>
  <name>one</name>
  <memory unit='MiB'>512</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    <controller type='scsi' index='0' model='virtio-scsi'><address type='pci' bus='0' slot='5'/></controller>
    <disk type='block' device='lun'>
      <source dev='/dev/disk/by-id/wwn-0x5000c500a1b2c3d4'/>
      <target dev='sda' bus='scsi'/>
      <address type='drive' controller='0' bus='0' target='2' unit='5'/>
    </disk>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2' cache='none'/>
      <source file='/srv/a.qcow2'/>
      <target dev='vda' bus='virtio'/>
      <address type='pci' bus='0' slot='6'/>
    </disk>
    <interface type='user'>
      <mac address='52:54:00:aa:00:01'/>
      <model type='e1000'/>
      <address type='pci' bus='0' slot='7'/>
    </interface>
  </devices>
</domain>
`;

const side = (xml: string, options: ConvertOptions = {}) =>
  converted(xml, { qemuVersion: '10.0', ...options })!.side;

function diff(xml: string, options: ConvertOptions = {}, first: ConvertOptions = {}): Difference[] {
  return differences(side(GUEST, first), side(xml, options));
}

const brief = ({ title, change, option, property, from, to, guest }: Difference) =>
  [
    title,
    change,
    [option, property].filter(Boolean).join(' '),
    from ?? '',
    to ?? '',
    guest ? 'guest' : 'host',
  ].join('|');

describe('every case', () => {
  const all = caseFolders().flatMap((folder) =>
    profilesOf(readCase(folder)).flatMap(({ given }) =>
      given.qemu.slice(-1).flatMap((version) => {
        const one = converted(guestOf(folder), optionsOf(folder, given, version));
        return one === undefined ? [] : [{ folder, ...one }];
      }),
    ),
  );

  test('is as itself', () => {
    expect(all.length).toBeGreaterThan(200);
    for (const { folder, side: one } of all)
      expect({ folder, found: differences(one, one) }).toEqual({ folder, found: [] });
  });

  test('is as the command line that it gives', () => {
    for (const { folder, side: one, argv } of all) {
      const found = differences(one, runningSide(parseArguments(argv.slice(1)), one)).map(brief);
      expect({ folder, found }).toEqual({ folder, found: [] });
    }
  });
});

test.each<[what: string, from: string, to: string, found: string[]]>([
  [
    'a LUN',
    "unit='5'",
    "unit='6'",
    ['disk sda|changed|-device lun|5|6|guest', 'disk sda|changed|-device id|scsi0-0-2-5|scsi0-0-2-6|host'],
  ],
  [
    'the file of an image',
    '/srv/a.qcow2',
    '/srv/b.qcow2',
    ['disk vda|changed|-drive file|/srv/a.qcow2|/srv/b.qcow2|host'],
  ],
  [
    'the LUN that is passed through',
    'c3d4',
    'c3d5',
    [
      'disk sda|changed|-drive file|/dev/disk/by-id/wwn-0x5000c500a1b2c3d4|/dev/disk/by-id/wwn-0x5000c500a1b2c3d5|guest',
    ],
  ],
  [
    'a cache mode that the guest does not see',
    "cache='none'",
    "cache='unsafe'",
    ['disk vda|changed|-drive cache|none|unsafe|host'],
  ],
  [
    'a cache mode that takes the write cache away',
    "cache='none'",
    "cache='writethrough'",
    [
      'disk vda|changed|-drive cache|none|writethrough|guest',
      'disk vda|changed|-device write-cache|on|off|guest',
    ],
  ],
  [
    'a card',
    "type='e1000'",
    "type='rtl8139'",
    ['network card net0|changed|-device driver|e1000|rtl8139|guest'],
  ],
  ['a slot', "slot='7'", "slot='8'", ['network card net0|changed|-device addr|0x7|0x8|guest']],
  ['memory', '>512<', '>1024<', ['memory|changed|-m size|524288k|1048576k|guest']],
  ['a name', '>one<', '>two<', ['name|changed|-name guest|one|two|host']],
])('%s', (_what, from, to, wanted) => {
  const found = diff(GUEST.replace(from, to)).map(brief);
  // a UUID is made of the name
  expect(found.filter((one) => !one.startsWith('uuid'))).toEqual(wanted);
});

const MORE = `<domain type='kvm'>
  <name>one</name>
  <memory unit='MiB'>512</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type>
    <loader readonly='yes' type='pflash'>/fw/CODE.fd</loader><nvram>/nvram/one.fd</nvram></os>
  <features><acpi/></features>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw'/>
      <source file='/srv/a'><slices><slice type='storage' offset='4096' size='65536'/></slices></source>
      <target dev='vda' bus='virtio'/>
    </disk>
    <filesystem type='mount' accessmode='mapped'><source dir='/x'/><target dir='y'/><readonly/></filesystem>
    <hostdev mode='subsystem' type='pci' managed='no'>
      <source><address domain='0' bus='1' slot='0' function='0'/></source>
    </hostdev>
    <hostdev mode='subsystem' type='usb' managed='no'><source><address bus='1' device='4'/></source></hostdev>
    <input type='passthrough' bus='virtio'><source evdev='/dev/input/event3'/></input>
  </devices>
  <launchSecurity type='sev'><cbitpos>47</cbitpos><reducedPhysBits>1</reducedPhysBits><policy>0x0003</policy></launchSecurity>
</domain>
`;

test.each<[what: string, from: string, to: string, found: string[]]>([
  ['firmware', 'CODE', 'OTHER', ['-drive file guest']],
  ['the store of its variables', '/one.fd', '/two.fd', ['-drive file host']],
  ['no firmware', MORE.slice(MORE.indexOf('<loader'), MORE.indexOf('</os>')), '', [' guest']],
  ['the size of a slice', "size='65536'", "size='131072'", ['-drive size guest']],
  ['where a slice is', '4096', '8192', ['-drive offset host']],
  ['a folder that is written', '<readonly/>', '', ['-fsdev readonly guest']],
  ['how a folder is seen', "'mapped'", "'passthrough'", ['-fsdev security_model guest']],
  ['another PCI device', "bus='1' slot", "bus='2' slot", ['-device host guest']],
  ['another USB device', "device='4'", "device='5'", ['-device hostdevice guest']],
  ['another input device', 'event3', 'event4', ['-device evdev guest']],
  ['an encryption', '0x0003', '0x0001', ['-object policy guest']],
])('%s: which side', (_what, from, to, wanted) => {
  const found = differences(side(MORE), side(MORE.replace(from, to)));
  expect(
    found.map((one) =>
      `${one.option ?? ''} ${one.property ?? ''} ${one.guest ? 'guest' : 'host'}`.replace(/ +/, ' '),
    ),
  ).toEqual(wanted);
});

test.each<[property: string, from: string, to: string, wanted: boolean]>([
  ['attributes', '<policy>0x0<', '<policy>0x1<', true],
  ['quote-generation-socket.path', '/run/a', '/run/b', false],
])('of a trust domain, %s', (property, from, to, wanted) => {
  const security =
    "<launchSecurity type='tdx'><policy>0x0</policy><quoteGenerationService path='/run/a'/></launchSecurity>";
  const tdx = `<domain type='kvm'><name>a</name><memory>1048576</memory>
    <os><type arch='x86_64' machine='q35'>hvm</type><loader type='rom'>/fw/TDX.fd</loader></os>
    <cpu mode='host-passthrough'/>${security}<devices/></domain>`;
  const found = differences(
    side(tdx, { qemuVersion: '10.1' }),
    side(tdx.replace(from, to), { qemuVersion: '10.1' }),
  );
  expect(found.map((one) => [one.property, one.guest])).toEqual([[property, wanted]]);
});

test('a card that comes before another takes its id, not its place: the other is found by its MAC', () => {
  const first = `<interface type='user'><mac address='52:54:00:aa:00:02'/><model type='e1000'/><address type='pci' bus='0' slot='9'/></interface>\n    <interface`;
  const found = diff(GUEST.replace('<interface', first));
  expect(found.filter(({ option }) => option !== undefined).map(brief)).toEqual([
    'network card net1|changed|-device id|net0|net1|host',
  ]);
  expect(
    found
      .filter(({ option }) => option === undefined)
      .map(({ title, change, guest }) => [title, change, guest]),
  ).toEqual([['network card net0', 'added', true]]);
});

test('a controller of another name: what hangs on it is on the same bus', () => {
  const renamed = GUEST.replace("model='virtio-scsi'>", "model='virtio-scsi'><alias name='ua-hba'/>");
  const found = diff(renamed).map(brief);
  expect(found).toContain('controller ua-hba|changed|-device id|scsi0|ua-hba|host');
  expect(found.filter((one) => one.includes('-device bus'))).toEqual([]);
});

test('a device that goes', () => {
  const without = GUEST.replace(/<disk type='file'[^]*?<\/disk>/, '');
  expect(diff(without)).toMatchObject([{ title: 'disk vda', change: 'removed', guest: true, fromLine: 12 }]);
});

test('the same machine type is another machine in another release', () => {
  const [only, ...rest] = diff(GUEST, {}, { qemuVersion: '7.2' });
  expect(rest).toEqual([]);
  expect(only).toMatchObject({
    option: '-machine',
    from: 'pc (pc-i440fx-7.2)',
    to: 'pc (pc-i440fx-10.0)',
    guest: true,
    note: 'the same board in another version: no migration between the two',
  });
});

test('two names of one machine, and the CPU that it has anyway', () => {
  const named = GUEST.replace("machine='pc'", "machine='pc-i440fx-10.0'").replace(
    '<devices>',
    "<cpu mode='custom' match='exact'><model>qemu64</model></cpu><devices>",
  );
  expect(diff(named)).toMatchObject([
    { option: '-machine', guest: false, note: 'two names of the same machine' },
  ]);
});

test('another board', () => {
  const found = diff(
    GUEST.replace("machine='pc'", "machine='q35'").replace(/<devices>[^]*<\/devices>/, '<devices/>'),
  );
  expect(found.find(({ option }) => option === '-machine')).toMatchObject({
    guest: true,
    note: 'another board',
  });
});

test('JSON or commas, drive or blockdev: what the guest has is the same', () => {
  const found = diff(GUEST, { profile: 'libvirt' }, {});
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter(({ guest }) => guest).map(brief)).toEqual([]);
});

describe('a QEMU that runs', () => {
  const guest = side(GUEST);
  const argv = converted(GUEST, { qemuVersion: '10.0' })!.argv.slice(1);
  const running = (words: readonly string[]) =>
    differences(guest, runningSide(parseArguments(words), guest)).map(brief);

  test('in another order and under other names', () => {
    const options = parseArguments(argv).length;
    expect(options).toBeGreaterThan(8);
    const words = argv.map((word) => word.replace('id=net0', 'id=nic').replace(/hostnet0/, 'lan'));
    expect(running(words)).toEqual(['network card net0|changed|-device id|net0|nic|host']);
  });

  test('with more, with less, and with a device elsewhere', () => {
    const words = argv
      .map((word) => word.replace('lun=5', 'lun=7').replace('id=scsi0-0-2-5', 'id=lun7'))
      .filter((word) => word !== '-nodefaults');
    expect(running([...words, '-device', 'virtio-rng-pci,id=rng9'])).toEqual([
      'defaults|removed|-nodefaults|||guest',
      'disk sda|changed|-device lun|5|7|guest',
      'disk sda|changed|-device id|scsi0-0-2-5|lun7|host',
      '-device virtio-rng-pci rng9|added||' + '|-device driver=virtio-rng-pci,id=rng9|guest',
    ]);
  });

  test('shows no secret', () => {
    const found = differences(
      guest,
      runningSide(
        parseArguments([
          ...argv,
          '-object',
          'secret,id=s,data=hunter2,format=raw',
          '-drive',
          'file=ssh://me:hunter2@host/x,id=y',
        ]),
        guest,
      ),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  test('the numbers of descriptors say nothing', () => {
    const tap = (fd: number) => parseArguments([...argv, '-netdev', `tap,id=t,fd=${fd}`]);
    expect(differences(runningSide(tap(3), guest), runningSide(tap(9), guest))).toEqual([]);
  });
});
