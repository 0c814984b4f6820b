import type { Device } from '../../../src/model/device';
import type { ProfileName } from '../../../src/model/profile';
import { HBA_LIMITS, type HbaModel } from '../../../src/qemu/scsi-devices';
import { planScsiSlot, scsiLuns } from '../../../src/resolver/scsi/address';
import { assignScsiAddresses } from '../../../src/resolver/scsi/assign';
import { checkScsiAddresses } from '../../../src/resolver/scsi/check';
import { address, contextOf, controller, disk, guest, hostdev } from './guest';

/** [model, last channel, last target attribute, last unit]: what QEMU takes, in libvirt's attributes. */
const limits: [HbaModel, number, number, number][] = [
  ['virtio-scsi', 0, 255, 16383],
  ['virtio-transitional', 0, 255, 16383],
  ['virtio-non-transitional', 0, 255, 16383],
  ['lsilogic', 0, 0, 7],
  ['am53c974', 0, 0, 7],
  ['dc390', 0, 0, 7],
  ['ncr53c90', 0, 0, 7],
  ['lsisas1068', 0, 8, 1],
  ['lsisas1078', 0, 64, 255],
  ['ibmvscsi', 7, 63, 31],
  ['vmpvscsi', 0, 64, 0],
];

function check(model: HbaModel, where: [number, number, number], profile: ProfileName = 'standalone') {
  const { context, said } = contextOf(profile);
  checkScsiAddresses(guest(controller(model), disk('sda', address(0, where))), context);
  return said.map(({ code, severity, at }) => `${severity} ${code} ${at?.path ?? ''}`);
}

test('every model has its limits here', () => {
  expect(limits.map(([model]) => model).sort()).toEqual(Object.keys(HBA_LIMITS).sort());
});

describe.each(limits)('%s', (model, channel, target, unit) => {
  const errors = (lines: string[]) => lines.filter((line) => line.startsWith('error'));

  test('takes its last address', () => {
    expect(errors(check(model, [channel, target, unit]))).toEqual([]);
  });

  test.each([
    ['bus', [channel + 1, target, unit]],
    ['target', [channel, target + 1, unit]],
    ['unit', [channel, target, unit + 1]],
  ] as const)('refuses the next %s, at the attribute', (attribute, where) => {
    expect(errors(check(model, [...where]))).toEqual([`error scsi-address-range address/@${attribute}`]);
  });
});

test('the help line names a model that could hold the address', () => {
  const { context, said } = contextOf('standalone');
  checkScsiAddresses(guest(controller('lsisas1078'), disk('sda', address(0, [0, 0, 300]))), context);
  expect(said[0]?.help).toContain("model='virtio-scsi'");
});

test('the help line names no model that this QEMU has not', () => {
  const { context, said } = contextOf('standalone');
  checkScsiAddresses(guest(controller('virtio-scsi'), disk('sda', address(0, [1, 0, 0]))), context);
  expect(said[0]?.help).toBe('use channel 0');
});

// What a Linux guest found on each, of QEMU 7.2 and 11.1; lsisas1068 by QEMU's source.
test.each([
  ['lsisas1078', [63, 0], [64, 0], 'target'],
  ['lsisas1078', [0, 0], [0, 1], 'unit'],
  ['lsisas1068', [7, 1], [8, 0], 'target'],
  ['vmpvscsi', [15, 0], [16, 0], 'target'],
] as const)('%s: a guest finds %p, not %p', (model, found, lost, attribute) => {
  for (const profile of ['standalone', 'libvirt'] as const) {
    expect(check(model, [0, ...found], profile)).toEqual([]);
    expect(check(model, [0, ...lost], profile)).toEqual([
      `warning scsi-address-unseen address/@${attribute}`,
    ]);
  }
});

test('no model is named on which the guest would not find it either', () => {
  const { context, said } = contextOf('standalone');
  checkScsiAddresses(guest(controller('vmpvscsi'), disk('sda', address(0, [0, 64, 0]))), context);
  expect(said[0]?.help).toBe("use a target from 0 to 15, or <controller type='scsi' model='virtio-scsi'>");
});

test('libvirt lets QEMU find out, but for channels and targets of narrow buses', () => {
  expect(check('vmpvscsi', [0, 0, 1], 'libvirt')).toEqual(['warning scsi-address-range address/@unit']);
  expect(check('virtio-scsi', [1, 0, 0], 'libvirt')).toEqual(['error scsi-address-range address/@bus']);
  expect(check('ibmvscsi', [1, 0, 0], 'libvirt')).toEqual(['error scsi-address-range address/@bus']);
  expect(check('lsilogic', [0, 1, 0], 'libvirt')).toEqual(['error scsi-address-range address/@target']);
});

test("the adapter's own id is warned of", () => {
  expect(check('lsilogic', [0, 0, 7])).toEqual(['warning scsi-address-own-id address/@unit']);
});

test('before QEMU 1.0 a target has one LUN', () => {
  const { context, said } = contextOf('standalone', '0.15', 'ppc64');
  checkScsiAddresses(guest(controller('ibmvscsi'), disk('sda', address(0, [0, 0, 1]))), context);
  expect(said.map(({ code }) => code)).toEqual(['scsi-address-range']);
});

test('the second of two devices at one address is an error that names the first', () => {
  const { context, said } = contextOf('standalone');
  const at = address(0, [0, 0, 3]);
  checkScsiAddresses(guest(controller('virtio-scsi'), disk('sdd', at), hostdev(at), hostdev(at)), context);
  expect(said.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "scsi-address-taken: SCSI address 0:0:0:3 is already used by <disk> 'sdd'",
    "scsi-address-taken: SCSI address 0:0:0:3 is already used by <disk> 'sdd'",
  ]);
  expect(said[0]?.notes[0]?.at?.path).toBe('sdd');
});

describe('addresses that the XML leaves out', () => {
  function assign(profile: ProfileName, ...devices: Device[]) {
    const { context, said } = contextOf(profile);
    const result = assignScsiAddresses(guest(...devices), context);
    const places = scsiLuns(result).map(({ address: at }) =>
      at?.type === 'drive' ? `${at.controller}:${at.bus}:${at.target}:${at.unit}` : 'none',
    );
    return { places, said };
  }

  test.each(['standalone', 'libvirt'] as const)('%s: a disk follows its name', (profile) => {
    const devices = [controller('virtio-scsi'), disk('sda'), disk('sdc'), disk('sdh')];
    expect(assign(profile, ...devices).places).toEqual(['0:0:0:0', '0:0:0:2', '1:0:0:0']);
  });

  test.each(['standalone', 'libvirt'] as const)(
    '%s: a hostdev takes the next free place after all disks',
    (profile) => {
      const devices = [
        controller('virtio-scsi'),
        hostdev(),
        disk('sda'),
        hostdev(address(0, [0, 0, 2])),
        hostdev(),
        disk('sdb'),
      ];
      expect(assign(profile, ...devices).places).toEqual([
        '0:0:0:3',
        '0:0:0:0',
        '0:0:0:2',
        '0:0:0:4',
        '0:0:0:1',
      ]);
    },
  );

  test.each(['vmpvscsi', 'lsisas1068', 'lsisas1078'] as const)(
    '%s: other targets, as it has too few LUNs',
    (model) => {
      expect(assign('standalone', controller(model), disk('sda'), disk('sdc'), hostdev()).places).toEqual([
        '0:0:0:0',
        '0:0:2:0',
        '0:0:1:0',
      ]);
      expect(assign('libvirt', controller(model), disk('sdc')).places).toEqual(['0:0:0:2']);
    },
  );

  test('libvirt: hostdevs go on to the next controller', () => {
    const full = [0, 1, 2, 3, 4, 5, 6].map((unit) => hostdev(address(0, [0, 0, unit])));
    expect(assign('libvirt', controller('virtio-scsi'), ...full, hostdev()).places.at(-1)).toBe('1:0:0:0');
    const two = [hostdev(), hostdev(), hostdev()];
    expect(assign('libvirt', controller('lsisas1068'), ...two).places.at(-1)).toBe('1:0:0:0');
  });

  test('a place that is taken is left alone in standalone', () => {
    const devices = [controller('virtio-scsi'), hostdev(address(0, [0, 0, 0])), disk('sda')];
    expect(assign('standalone', ...devices).places).toEqual(['0:0:0:0', '0:0:0:1']);
    expect(assign('libvirt', ...devices).places).toEqual(['0:0:0:0', '0:0:0:0']);
  });

  test('a name without a position is reported', () => {
    const { places, said } = assign('standalone', disk('lun'));
    expect(places).toEqual(['none']);
    expect(said.map(({ code, at }) => `${code} ${at?.path ?? ''}`)).toEqual([
      'target-name-unknown lun/target/@dev',
    ]);
  });
});

describe('in QEMU words', () => {
  const lun = disk('sda', address(0, [0, 2, 5]));

  test('channel, scsi-id and lun', () => {
    const { context } = contextOf('standalone');
    expect(planScsiSlot(lun, guest(controller('virtio-scsi'), lun), context)).toEqual({
      type: 'scsi',
      bus: 'scsi0.0',
      channel: 0,
      scsiId: 2,
      lun: 5,
    });
  });

  test('unit is the id where a target has one LUN', () => {
    const { context } = contextOf('standalone');
    const narrow = disk('sda', address(0, [0, 0, 5]));
    expect(planScsiSlot(narrow, guest(controller('lsilogic'), narrow), context)).toEqual({
      type: 'scsi',
      bus: 'scsi0.0',
      scsiId: 5,
    });
  });

  test('no channel and lun before QEMU 1.0', () => {
    const { context } = contextOf('standalone', '0.14');
    expect(planScsiSlot(lun, guest(controller('lsisas1078'), lun), context)).toEqual({
      type: 'scsi',
      bus: 'scsi0.0',
      scsiId: 2,
    });
  });
});
