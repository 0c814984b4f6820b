import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

interface Setup {
  readonly version?: string;
  readonly profile?: ProfileName;
  readonly more?: string;
}

function converted(disk: string, { version = '10.0.0', profile = 'standalone', more = '' }: Setup = {}) {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory>${more}<os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${disk}</devices></domain>`;
  return convert(xml, { profile, qemuVersion: version });
}

/** The error codes for a guest with this disk. */
function codes(disk: string, setup?: Setup): string[] {
  return converted(disk, setup)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

const PREFIX: Readonly<Record<string, string>> = { ide: 'hd', fdc: 'fd', virtio: 'vd' };

function disk(bus: string, inner: string, { device = 'disk', driver = '', target = '', model = '' } = {}) {
  const name = `${PREFIX[bus] ?? 'sd'}a`;
  return `<disk type='file' device='${device}' ${model}><driver name='qemu' ${driver}/><source file='/a'/><target dev='${name}' bus='${bus}' ${target}/>${inner}</disk>`;
}

const blocks = (bus: string, attributes: string, device?: string) =>
  disk(bus, `<blockio ${attributes}/>`, { device });
const geometry = (bus: string, cyls: number, heads: number, secs: number) =>
  disk(bus, `<geometry cyls='${cyls}' heads='${heads}' secs='${secs}'/>`);
const serial = (bus: string, length: number, model = '') =>
  disk(bus, `<serial>${'x'.repeat(length)}</serial>`, { model });

test.each([
  ['blocks of 2 MiB', blocks('virtio', "physical_block_size='2097152'")],
  [
    "QEMU's own choice",
    blocks('scsi', "logical_block_size='0' physical_block_size='0' discard_granularity='0'"),
  ],
  ['large physical blocks on IDE', blocks('ide', "physical_block_size='4096' discard_granularity='512'")],
  ['discards of several blocks', blocks('usb', "discard_granularity='1024'")],
  ['the largest geometry', geometry('virtio', 65535, 255, 255)],
  ['the largest geometry of IDE', geometry('ide', 65535, 16, 255)],
  ['half a geometry, which is none', geometry('sata', 99999, 0, 63)],
  ['a long serial', serial('scsi', 36)],
  ['a long serial on USB', serial('usb', 20)],
  ['a longer serial behind a bridge', serial('usb', 36, "model='usb-bot'")],
  ['any serial on virtio, which cuts it', serial('virtio', 100)],
  ['many queues', disk('virtio', '', { driver: "queues='1024' queue_size='4'" })],
  ["virtio-blk's own number of queues", disk('virtio', '', { driver: "queues='65535' queue_size='1024'" })],
  ['dpofua on SCSI', disk('scsi', '', { target: "dpofua='on'" })],
  ['a filter as a format', disk('virtio', '', { driver: "type='copy-on-read'" })],
])('QEMU starts with %s', (_what, xml) => {
  expect(codes(xml)).toEqual([]);
});

test.each([
  ['blocks of 4 MiB', blocks('virtio', "physical_block_size='4194304'")],
  ['blocks of 256 bytes', blocks('scsi', "physical_block_size='256'")],
  ['blocks of no power of two', blocks('usb', "logical_block_size='513' physical_block_size='1024'")],
  ['blocks beyond physical ones', blocks('virtio', "logical_block_size='4096' physical_block_size='512'")],
  ['discards of half a block', blocks('scsi', "logical_block_size='4096' discard_granularity='512'")],
  ['large blocks on SATA', blocks('sata', "logical_block_size='4096' physical_block_size='4096'")],
  ['large discards on IDE', blocks('ide', "discard_granularity='4096'")],
  ['large physical blocks of a floppy', blocks('fdc', "physical_block_size='4096'", 'floppy')],
  ['too many cylinders', geometry('virtio', 65536, 16, 63)],
  ['too many heads', geometry('scsi', 100, 256, 63)],
  ['too many heads on SATA', geometry('sata', 100, 17, 63)],
  ['too many sectors', geometry('ide', 100, 16, 256)],
  ['too long a serial', serial('scsi', 37)],
  ['too long a serial on USB', serial('usb', 21)],
  ['too many queues', disk('virtio', '', { driver: "queues='1025'" })],
  ['queues of three', disk('virtio', '', { driver: "queue_size='3'" })],
  ['too small a queue', disk('virtio', '', { driver: "queue_size='2'" })],
  ['too large a queue', disk('virtio', '', { driver: "queue_size='2048'" })],
])('%s are refused, but not for libvirt', (_what, xml) => {
  expect(codes(xml)).toEqual(['disk-option-invalid']);
  expect(codes(xml, { profile: 'libvirt' })).toEqual([]);
});

test.each([
  ['dpofua on IDE', disk('ide', '', { target: "dpofua='on'" })],
  ['dpofua of a CD-ROM', disk('scsi', '', { device: 'cdrom', target: "dpofua='on'" })],
  ['the geometry of a CD-ROM', disk('ide', "<geometry cyls='1' heads='1' secs='1'/>", { device: 'cdrom' })],
  ['the serial of a floppy', disk('fdc', '<serial>A</serial>', { device: 'floppy' })],
])('no driver has %s', (_what, xml) => {
  expect(codes(xml)).toEqual(['disk-option-misplaced']);
});

test.each([
  ['blockio', "<blockio logical_block_size='512'/>"],
  ['a geometry', "<geometry cyls='1' heads='1' secs='1'/>"],
])('a SCSI LUN has no %s', (_what, inner) => {
  const lun = `<disk type='block' device='lun'><source dev='/dev/sda'/><target dev='sda' bus='scsi'/>${inner}</disk>`;
  expect(codes(lun)).toEqual(['disk-option-misplaced']);
});

const SHARED = "<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>";
const served = (inner: string, driver = '') =>
  `<disk type='vhostuser'><driver ${driver}/><source type='unix' path='/s'/><target dev='vda' bus='virtio'/>${inner}</disk>`;

test.each([
  ['a serial', served('<serial>A</serial>')],
  ['blockio', served("<blockio logical_block_size='512'/>")],
  ['a geometry', served("<geometry cyls='1' heads='1' secs='1'/>")],
  ['a cache', served('', "cache='none'")],
  ['an error policy', served('', "error_policy='stop'")],
  ['an ioeventfd', served('', "ioeventfd='on'")],
  ['a kind of I/O', served('', "io='threads'")],
  ['discards', served('', "discard='unmap'")],
  ['zeroes to detect', served('', "detect_zeroes='on'")],
  ['copies on read', served('', "copy_on_read='on'")],
  ['a word against writes', served('<readonly/>')],
  ['limits', served('<iotune><total_iops_sec>5</total_iops_sec></iotune>')],
  ['an image below', served('<backingStore/>')],
])('vhost-user-blk has no %s', (_what, xml) => {
  expect(codes(xml, { more: SHARED })).toEqual(['disk-option-misplaced']);
});

test('a vhost-user disk that is shared needs no property for it', () => {
  const { argv } = converted(served('<shareable/>'), { more: SHARED });
  expect(argv?.find((word) => word.startsWith('vhost-user-blk'))).not.toMatch(/share-rw|write-cache/);
});

test('a queue of two is too small for virtio-blk alone', () => {
  expect(codes(served('', "queue_size='2'"), { more: SHARED })).toEqual([]);
});

test('threads without queues of their own take what QEMU gives them', () => {
  const mapped = (inner: string) =>
    `<disk type='file'><driver name='qemu' queues='2'><iothreads>${inner}</iothreads></driver><source file='/a'/><target dev='vda' bus='virtio'/></disk>`;
  const mapping = (inner: string) =>
    /"iothread-vq-mapping":(\[.*?\}\])/.exec(
      converted(mapped(inner), { profile: 'libvirt', more: '<iothreads>2</iothreads>' }).argv?.join(' ') ??
        '',
    )?.[1];
  expect(mapping("<iothread id='1'/><iothread id='2'/>")).toBe(
    '[{"iothread":"iothread1"},{"iothread":"iothread2"}]',
  );
  expect(
    mapping("<iothread id='1'><queue id='0'/></iothread><iothread id='2'><queue id='1'/></iothread>"),
  ).toBe('[{"iothread":"iothread1","vqs":[0]},{"iothread":"iothread2","vqs":[1]}]');
});

test.each([
  ['shared', served('<shareable/>')],
  ['part of a snapshot', served('').replace("type='vhostuser'", "type='vhostuser' snapshot='external'")],
])('a vhost-user disk that is %s is none of libvirt', (_what, xml) => {
  expect(codes(xml, { more: SHARED })).toEqual([]);
  expect(codes(xml, { more: SHARED, profile: 'libvirt' })).toEqual(['disk-option-misplaced']);
});

test('a serial behind a bridge has a limit, too', () => {
  expect(codes(serial('usb', 37, "model='usb-bot'"))).toEqual(['disk-option-invalid']);
});

test('libvirt takes 0 for no granularity', () => {
  const tuned = disk('scsi', "<blockio discard_granularity='0'/>", { target: "dpofua='on'" });
  const { argv, diagnostics } = converted(tuned, { profile: 'libvirt' });
  expect(argv?.join(' ')).toMatch(/"dpofua":true/);
  expect(argv?.join(' ')).not.toMatch(/granularity/);
  expect(diagnostics).toEqual([]);
  expect(converted(tuned).argv?.join(' ')).toMatch(/discard_granularity=0.*dpofua=on/);
});

test('older QEMUs check less', () => {
  expect(
    codes(blocks('virtio', "logical_block_size='4096' physical_block_size='512'"), { version: '5.0.0' }),
  ).toEqual([]);
  expect(codes(blocks('virtio', "physical_block_size='65536'"), { version: '5.0.0' })).toEqual([
    'disk-option-invalid',
  ]);
  expect(codes(disk('virtio', '', { driver: "queue_size='2'" }), { version: '4.2.0' })).toEqual([]);
  expect(codes(serial('scsi', 256), { version: '7.2.0' })).toEqual([]);
  expect(codes(disk('fdc', '<serial>A</serial>', { device: 'floppy' }), { version: '5.2.0' })).toEqual([]);
});

test('blocks that are larger than 512 bytes have physical ones of that size, if none are said', () => {
  const { argv } = converted(blocks('scsi', "logical_block_size='4096'"));
  expect(argv).toContainEqual(expect.stringContaining('logical_block_size=4096,physical_block_size=4096'));
  const { argv: libvirts } = converted(blocks('scsi', "logical_block_size='4096'"), { profile: 'libvirt' });
  expect(libvirts?.join(' ')).not.toContain('physical_block_size');
});

const IOTHREAD = '<iothreads>1</iothreads>';

test("a thread needs the queues' ioeventfd", () => {
  const threaded = (value: string) => disk('virtio', '', { driver: `iothread='1' ioeventfd='${value}'` });
  expect(codes(threaded('on'), { more: IOTHREAD })).toEqual([]);
  expect(codes(threaded('off'), { more: IOTHREAD })).toEqual(['iothread-without-ioeventfd']);
  expect(codes(threaded('off'), { more: IOTHREAD, profile: 'libvirt' })).toEqual([]);
});

test('a board without a card reader has no SD card', () => {
  expect(codes(disk('sd', ''))).toEqual(['disk-machine-bus']);
  expect(codes(disk('sd', ''), { profile: 'libvirt' })).toEqual([]);
});

const drive = (target: string, attributes = '') =>
  `<disk type='file' device='cdrom' ${attributes}><target dev='sda' bus='usb' ${target}/></disk>`;

test('an empty drive of usb-storage is removable, unless it says otherwise', () => {
  expect(converted(drive('', "model='usb-storage'")).argv).toContainEqual(
    expect.stringContaining('removable=on'),
  );
  expect(codes(drive("removable='off'"))).toEqual(['disk-source-missing']);
});

test('a CD-ROM drive on USB is one behind usb-bot, which may be empty', () => {
  expect(converted(drive('')).argv).toContainEqual(expect.stringMatching(/^scsi-cd,bus=usb-disk0\.0,/));
  expect(codes(drive('', "model='usb-bot'"), { profile: 'libvirt' })).toEqual([]);
  expect(codes(drive('', "model='usb-storage'"), { profile: 'libvirt' })).toEqual(['disk-source-missing']);
});
