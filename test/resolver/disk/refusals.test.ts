import { convert } from '../../../src/convert';

/** The error codes for a guest with these disks. */
function codes(disks: string, os = "<boot dev='hd'/>"): string[] {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type>${os}</os><devices>${disks}</devices></domain>`;
  return convert(xml, { profile: 'libvirt', qemuVersion: '10.0.0' })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

const disk = (inner: string, attributes = "type='file' device='disk'", target = "dev='sda' bus='scsi'") =>
  `<disk ${attributes}><source file='/a'/><target ${target}/>${inner}</disk>`;
const virtio = (inner: string, driver = '') =>
  `<disk type='file'><driver name='qemu' type='raw' ${driver}/><source file='/a'/><target dev='vda' bus='virtio'/>${inner}</disk>`;

test('a plain disk is accepted', () => {
  expect(codes(disk('') + virtio(''))).toEqual([]);
});

test.each([
  ['a name that is no disk', disk('', "type='file'", "dev='fda' bus='ide'"), 'disk-target-invalid'],
  ['one name twice', disk('') + disk(''), 'disk-target-taken'],
  ['a bus that QEMU lacks', disk('', "type='file'", "dev='xvda'"), 'disk-bus-unsupported'],
  ['a CD-ROM on virtio', disk('', "type='file' device='cdrom'", "dev='vda' bus='virtio'"), 'disk-device-bus'],
  ['a tray of a disk', disk('', "type='file'", "dev='sda' tray='open'"), 'disk-option-misplaced'],
  ['a PCI address on SCSI', disk("<address type='pci' slot='0x5'/>"), 'disk-address-type'],
  [
    'a second IDE controller',
    disk("<address type='drive' controller='1'/>", "type='file'", "dev='hda'"),
    'disk-address-range',
  ],
  ['no source', "<disk type='file'><target dev='vda' bus='virtio'/></disk>", 'disk-source-missing'],
  ['a vendor of nine', disk('<vendor>123456789</vendor>'), 'disk-option-invalid'],
  ['a product on virtio', virtio('<product>P</product>'), 'disk-option-misplaced'],
  ['a serial with a comma', disk('<serial>a,b</serial>'), 'disk-option-invalid'],
  ['a LUN that is a file', disk('', "type='file' device='lun'"), 'disk-lun-source'],
  ['native I/O through the cache', virtio('', "io='native'"), 'disk-option-conflict'],
  ['copy on read of nothing to write', virtio('<readonly/>', "copy_on_read='on'"), 'disk-option-conflict'],
  ['an iothread that is not there', virtio('', "iothread='7'"), 'iothread-undefined'],
  ['an order of its own beside the class', virtio("<boot order='1'/>"), 'boot-order-mixed'],
])('%s is refused', (_what, disks, code) => {
  expect(codes(disks)).toContain(code);
});

const qcow2 = (inner: string, driver = '', target = "dev='vda' bus='virtio'") =>
  `<disk type='file'><driver name='qemu' type='qcow2' ${driver}/><source file='/a'>${inner}</source><target ${target}/></disk>`;
const DATA = "<dataStore type='file'><format type='raw'/><source file='/b'/></dataStore>";
const lun = (attributes: string, source = "<source dev='/dev/sda'/>", driver = '') =>
  `<disk type='block' device='lun' ${attributes}><driver name='qemu' ${driver}/>${source}<target dev='sda' bus='scsi'/></disk>`;

test.each([
  ['a LUN of nothing', lun('', ''), 'disk-source-missing'],
  ['copy on read of a LUN', lun('', undefined, "copy_on_read='on'"), 'disk-option-misplaced'],
  ['a LUN without a filter', lun("sgio='unfiltered'"), 'sgio-unfiltered'],
  ['the name of a partition', disk('', "type='file'", "dev='sda1' bus='scsi'"), 'disk-option-invalid'],
  ['a number with a 0 before it', disk('', "type='file'", "dev='sda01' bus='scsi'"), 'disk-option-invalid'],
  [
    'that no virtio disk is removable',
    disk('', "type='file'", "dev='vda' removable='off'"),
    'disk-option-misplaced',
  ],
  [
    'DPO and FUA of a disk that is on no SCSI bus of the guest',
    disk('', "type='file' model='usb-bot'", "dev='sda' bus='usb' dpofua='on'"),
    'disk-option-misplaced',
  ],
  ['the default policy for errors', virtio('', "error_policy='default'"), 'disk-option-invalid'],
  [
    'a folder that is not there',
    "<disk type='dir' device='cdrom'><driver name='qemu' type='fat'/><target dev='sda' bus='sata'/></disk>",
    'disk-option-misplaced',
  ],
  [
    'a data store of a raw image',
    `<disk type='file'><source file='/a'>${DATA}</source><target dev='vda' bus='virtio'/></disk>`,
    'storage-source-invalid',
  ],
  ['a data store of clusters', qcow2(DATA.replace('raw', 'qcow2')), 'storage-source-invalid'],
  [
    'a data store of a raw image below',
    qcow2('').replace(
      '<target',
      `<backingStore type='file'><format type='raw'/><source file='/c'>${DATA}</source></backingStore><target`,
    ),
    'storage-source-invalid',
  ],
  [
    'an overlay that is shared on SATA',
    qcow2('', '', "dev='sda' bus='sata'").replace('<target', "<transient shareBacking='yes'/><target"),
    'disk-option-misplaced',
  ],
  [
    'a rate beyond what QEMU counts',
    tuned('<total_iops_sec>1000000000000001</total_iops_sec>'),
    'disk-option-invalid',
  ],
  [
    'other limits in one group',
    tuned('<total_iops_sec>5</total_iops_sec>') +
      tuned('<total_iops_sec>6</total_iops_sec>').replace('vda', 'vdb'),
    'disk-option-conflict',
  ],
])('%s is refused for libvirt', (_what, disks, code) => {
  expect(codes(disks)).toEqual([code]);
});

test.each([
  ['a closed tray', disk('', "type='file'", "dev='sda' tray='closed'")],
  ['a whole disk with a number', disk('', "type='file'", "dev='sda0' bus='scsi'")],
  ['the number of entries, which QEMU looks at', virtio('', "queue_size='3'")],
  ['a data store of a qcow2 image', qcow2(DATA)],
  ['an overlay that is shared on virtio', virtio("<transient shareBacking='yes'/>")],
  [
    'a group whose limits the first has',
    tuned('<total_iops_sec>5</total_iops_sec>') + tuned('').replace('vda', 'vdb'),
  ],
])('%s is taken for libvirt', (_what, disks) => {
  expect(codes(disks)).toEqual([]);
});

function tuned(limits: string): string {
  return virtio(`<iotune>${limits}<group_name>a</group_name></iotune>`);
}

test.each([
  [
    'a driver of Xen',
    "<disk type='file'><driver name='phy'/><source file='/a'/><target dev='vda'/></disk>",
    'disk-option-invalid',
  ],
  ['clusters kept in a raw image', virtio('', "discard_no_unref='on'"), 'disk-option-misplaced'],
  [
    'clusters kept in an image that is only read',
    "<disk type='file'><driver name='qemu' type='qcow2' discard_no_unref='on'/><source file='/a'/><target dev='vda'/><readonly/></disk>",
    'disk-option-misplaced',
  ],
  [
    'a server that may be away',
    "<disk type='network'><source protocol='nbd' name='a' startupPolicy='optional'><host name='h'/></source><target dev='vda'/></disk>",
    'disk-option-misplaced',
  ],
  [
    'a medium that a disk may lose',
    "<disk type='file'><source file='/a' startupPolicy='requisite'/><target dev='vda'/></disk>",
    'disk-option-misplaced',
  ],
  ['a group without limits', tuned(''), 'disk-option-invalid'],
  ['a group without a limit but 0', tuned('<total_iops_sec>0</total_iops_sec>'), 'disk-option-invalid'],
])('%s is refused, and nothing else', (_what, disks, code) => {
  expect(codes(disks)).toEqual([code]);
});

test.each([
  [
    'a CD-ROM that may be empty',
    "<disk type='file' device='cdrom'><source file='/a' startupPolicy='requisite'/><target dev='hda' bus='ide'/></disk>",
  ],
  ['a group with a limit', tuned('<read_bytes_sec>9</read_bytes_sec>')],
  ['unreferenced clusters of any image', virtio('', "discard_no_unref='off'")],
])('%s is accepted', (_what, disks) => {
  expect(codes(disks)).toEqual([]);
});

test('one boot order twice is refused', () => {
  const twice = virtio("<boot order='1'/>") + disk("<boot order='1'/>");
  expect(codes(twice, '')).toEqual(['boot-order-taken']);
});
