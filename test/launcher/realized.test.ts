import { verifiedText } from '../../src/cli/verified-text';
import { PLAIN } from '../../src/diagnostics/paint';
import { convert } from '../../src/convert';
import { compareRealized } from '../../src/launcher/realized';
import { plain, same } from '../../src/launcher/realized/same';
import type { JsonObject, Qmp } from '../../src/qemu/probe/qmp';

describe('what QEMU has is what was planned, in words of its own', () => {
  test.each([
    ['share-rw', true, 'on', true],
    ['share-rw', 'off', false, true],
    ['lun', 5, 5, true],
    ['lun', 5, 0, false],
    ['wwn', '0x5000c500a1b2c3d4', Number('0x5000c500a1b2c3d4'), true],
    ['addr', '0x2', '02.0', true],
    ['addr', '0x1f.0x2', '1f.2', true],
    ['addr', '0x2.0x1', 17, true],
    ['addr', '0x2', 17, false],
    ['port', '0x10', 16, true],
    ['bus', 'scsi0.0', '/machine/peripheral/scsi0/scsi0.0', true],
    ['bus', 'scsi1.0', '/machine/peripheral/scsi0/scsi0.0', false],
    ['driver', 'lsi', 'lsi53c895a', true],
    ['driver', 'scsi-hd', 'scsi-block', false],
    ['driver', 'virtio-iommu', 'virtio-iommu-pci', true],
    ['driver', 'virtio-net', 'virtio-blk-pci', false],
    ['guid', 'auto', 'd3754774-ad87-4506-b170-3a924e06d246', true],
    ['guid', '324e6eaf-d1d1-4bf6-bf41-b9bb6c91fb87', 'd3754774-ad87-4506-b170-3a924e06d246', false],
    ['serial', 'a', 'A', false],
  ])('%s: %s planned, %s there: %s', (what, planned, realized, equal) => {
    expect(same(what, planned, realized)).toBe(equal);
  });
});

const XML = `<domain type='qemu'>
  <name>g</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    <disk type='file' device='disk'>
      <source file='/images/a.img'/>
      <target dev='sda' bus='scsi'/>
    </disk>
    <controller type='scsi' index='0' model='virtio-scsi'/>
    <memballoon model='none'/>
  </devices>
</domain>`;

/** A QEMU that gave the disk another LUN, opened it for reading only, and has no USB controller. */
const PROPERTIES: Readonly<Record<string, JsonObject>> = {
  '/machine': { type: 'pc-i440fx-7.2-machine', usb: false },
  '/machine/peripheral/scsi0': { type: 'virtio-scsi-pci', parent_bus: '/machine/i440fx/pci.0', addr: 16 },
  '/machine/peripheral/scsi0-0-0-0': {
    type: 'scsi-hd',
    parent_bus: '/machine/peripheral/scsi0/scsi0.0',
    'scsi-id': 0,
    channel: 0,
    lun: 3,
    drive: 'drive-scsi0-0-0-0',
    device_id: 'drive-scsi0-0-0-0',
  },
};

const ANSWERS: Readonly<Record<string, JsonObject[] | JsonObject>> = {
  'query-name': { name: 'g' },
  'query-kvm': { enabled: false },
  'query-cpus-fast': [{ 'qom-path': '/machine/unattached/device[0]' }],
  'query-status': { running: false },
  'query-machines': [{ name: 'pc-i440fx-7.2', alias: 'pc' }],
  'query-block': [
    {
      device: 'drive-scsi0-0-0-0',
      inserted: { file: '/images/a.img', ro: true, cache: { direct: false, 'no-flush': false } },
    },
  ],
};

const qmp: Qmp = {
  greeting: {},
  ask: (command, { path = '', property = '' } = {}) =>
    Promise.resolve(command === 'qom-get' ? PROPERTIES[plain(path)]?.[plain(property)] : ANSWERS[command]),
};

test('the comparison, as it is printed', async () => {
  const { plan, emitted } = convert(XML, { qemuVersion: '7.2' });
  const view = { width: Infinity, paint: PLAIN };
  expect(verifiedText('7.2.0', await compareRealized(plan!, emitted!, qmp), view)).toBe(GOLDEN);
});

const GOLDEN = `guest              name           = g
guest              kvm            = off
guest              memory         ? 67108864 (QEMU does not tell)
guest              vcpus          = 1
guest              running        = off
machine            type           = pc
machine            usb            = off
usb                driver         ! planned piix3-usb-uhci, QEMU has no such device
scsi0              driver         = virtio-scsi-pci
scsi0              bus            = pci.0
scsi0              addr           = 0x2
drive-scsi0-0-0-0  file           = /images/a.img
drive-scsi0-0-0-0  readonly       ! planned off, QEMU has on
drive-scsi0-0-0-0  cache.direct   = off
drive-scsi0-0-0-0  cache.no-flush = off
scsi0-0-0-0        driver         = scsi-hd
scsi0-0-0-0        bus            = scsi0.0
scsi0-0-0-0        channel        = 0
scsi0-0-0-0        scsi-id        = 0
scsi0-0-0-0        lun            ! planned 0, QEMU has 3
scsi0-0-0-0        device_id      = drive-scsi0-0-0-0
scsi0-0-0-0        drive          = drive-scsi0-0-0-0
scsi0-0-0-0        bootindex      ? 1 (QEMU does not tell)

QEMU 7.2.0, asked for 23 things: 3 of 23 differ from the plan, 2 not told.
`;
