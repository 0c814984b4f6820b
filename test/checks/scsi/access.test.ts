import { check } from '../../../src/check';
import type { HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

/** A host whose kernel has SCSI devices, and no sg driver. */
const host: HostFacts = { schema: 1, scsi: [scsiDevice({ type: 0 })], scsiUse: { sg: false, rawio: true } };

const lacksSg = (device: string, dev: string) =>
  check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='block' device='${device}'><source dev='${dev}'/><target dev='sda' bus='scsi'/></disk></devices></domain>`,
    { qemuVersion: '10.0', host },
  ).diagnostics.some(({ code }) => code === 'scsi-sg-missing');

test.each([
  ['lun', '/dev/sg0', true],
  ['lun', '/dev/sdz', false],
  ['disk', '/dev/sg0', false],
])('who passes an sg node through needs the driver sg: %s on %s', (device, dev, expected) => {
  expect(lacksSg(device, dev)).toBe(expected);
});

function codes(devices: string, facts: HostFacts, qemuVersion = '10.0'): string[] {
  const { diagnostics, notChecked } = check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${devices}</devices></domain>`,
    { qemuVersion, host: facts },
  );
  const about = diagnostics.map(({ code }) => code).filter((code) => CODES.includes(code));
  return [...about, ...notChecked.map(({ what }) => what).filter((what) => what.includes('RAWIO'))];
}

const CODES = ['scsi-sg-missing', 'rawio-needed', 'lun-readonly-unseen'];
const hostdev = (source: string, type = 'scsi', attributes = '', rest = '') =>
  `<hostdev mode='subsystem' type='${type}' ${attributes}><source>${source}</source>${rest}</hostdev>`;
const ADDRESS = "<adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/>";

test('a LUN of the host needs the driver sg, one on a network and other devices do not', () => {
  expect(codes(hostdev(ADDRESS), host)).toEqual(['scsi-sg-missing']);
  const lun =
    "<hostdev mode='subsystem' type='scsi'><source protocol='iscsi' name='iqn.2024-01.org.example:a/0'><host name='s'/></source></hostdev>";
  expect(codes(lun, host)).toEqual([]);
  expect(codes(hostdev("<vendor id='0x1'/><product id='0x2'/>", 'usb'), host)).toEqual([]);
  // No use for the driver where there is no device.
  expect(codes(hostdev(ADDRESS), { ...host, scsi: [] })).toEqual([]);
});

test('who asks for raw commands is told what they need', () => {
  const sata =
    "<disk type='block' device='lun' rawio='yes'><source dev='/dev/sdz'/><target dev='sda' bus='scsi'/></disk>";
  expect(codes(sata, host)).toEqual(['rawio-needed']);
  expect(
    codes(hostdev(ADDRESS, 'scsi', "rawio='yes'"), { ...host, scsiUse: { sg: true, rawio: true } }),
  ).toEqual(['rawio-needed']);
  expect(codes(sata.replace('yes', 'no'), host)).toEqual([]);
  expect(codes(sata, { schema: 1 })).toEqual([
    'rawio-needed',
    'whether this user has the capability CAP_SYS_RAWIO',
  ]);
});

test('an old scsi-generic tells the guest of no write protection', () => {
  const sg: HostFacts = {
    schema: 1,
    scsi: [
      scsiDevice({
        type: 1,
        hctl: { host: 0, channel: 0, target: 0, lun: '0' },
        sg: { path: '/dev/sg0', links: [] },
      }),
    ],
  };
  expect(codes(hostdev(ADDRESS, 'scsi', '', '<readonly/>'), sg, '1.2')).toEqual(['lun-readonly-unseen']);
  expect(codes(hostdev(ADDRESS), sg, '1.2')).toEqual([]);
  expect(codes(hostdev(ADDRESS, 'scsi', '', '<readonly/>'), sg, '10.0')).toEqual([]);
  const block =
    "<disk type='block' device='lun'><source dev='/dev/sdz'/><target dev='sda' bus='scsi'/><readonly/></disk>";
  expect(codes(block, { schema: 1 }, '1.2')).toEqual([]);
});

/** A disk and a tape, for a user with or without the capability. */
const withTape = (rawio: boolean): HostFacts => ({
  schema: 1,
  scsi: [
    scsiDevice({ block: { path: '/dev/sda', links: [] }, sg: { path: '/dev/sg0', links: [] } }),
    scsiDevice({
      type: 1,
      hctl: { host: 1, channel: 0, target: 0, lun: '0' },
      sg: { path: '/dev/sg1', links: [] },
    }),
  ],
  scsiUse: { sg: true, rawio },
});

const readonly = (path: string, attribute = '', facts = withTape(false)) =>
  check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><hostdev mode='subsystem' type='scsi' ${attribute}><source name='${path}'/><readonly/></hostdev></devices></domain>`,
    { qemuVersion: '10.0', host: facts },
  ).diagnostics.flatMap(({ code }) =>
    code === 'lun-commands-filtered' || code === 'lun-readonly-unkept' ? [code] : [],
  );

test('what is read-only: too much for a tape, too little with rawio', () => {
  expect(readonly('/dev/sg1')).toEqual(['lun-commands-filtered']);
  expect(readonly('/dev/sg1', '', withTape(true))).toEqual([]);
  expect(readonly('/dev/sda')).toEqual([]);
  expect(readonly('/dev/sda', "rawio='yes'")).toEqual(['lun-readonly-unkept']);
});
