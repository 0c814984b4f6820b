import type { Disk, Iotune } from '../../model/disk';
import type { Profile } from '../../model/profile';
import type { Capability } from '../../qemu/capabilities';
import { missing } from '../requires';
import type { Rule } from './rule';

/** A setting of what QEMU opens: whether it is asked for, what QEMU must have for it, where it is and what it is called. */
type Setting = readonly [
  asked: (disk: Disk, profile: Profile) => boolean,
  needs: Capability,
  at: string,
  what: string,
];

/** Options of a -drive that came after QEMU 0.14; no older spelling says the same. */
const SETTINGS: readonly Setting[] = [
  [({ driver }) => driver.discard === 'unmap', 'drive-discard', 'driver/@discard', "discard='unmap'"],
  [
    ({ driver }) => driver.detectZeroes !== undefined && driver.detectZeroes !== 'off',
    'drive-detect-zeroes',
    'driver/@detect_zeroes',
    "'detect_zeroes'",
  ],
  [
    ({ driver }) => driver.copyOnRead === true,
    'drive-copy-on-read',
    'driver/@copy_on_read',
    "'copy_on_read'",
  ],
  [
    ({ driver }) => driver.cache === 'directsync',
    'drive-cache-directsync',
    'driver/@cache',
    "cache='directsync'",
  ],
  [
    // libvirt hands on that it is off, too
    ({ driver }, { libvirtDefaults }) =>
      driver.discardNoUnref === true || (libvirtDefaults && driver.discardNoUnref === false),
    'qcow2-discard-no-unref',
    'driver/@discard_no_unref',
    "'discard_no_unref'",
  ],
  [
    ({ driver }) => driver.metadataCacheMax !== undefined,
    'qcow2.l2-cache-size',
    'driver/metadata_cache',
    '<metadata_cache>',
  ],
  [({ type }) => type === 'nvme', 'drive-nvme', '@type', "type='nvme'"],
];

const LIMITS: readonly (readonly [(limits: Iotune) => boolean, Capability, string])[] = [
  [() => true, 'drive-iotune', '<iotune>'],
  [
    (limits) => limits.sizeIopsSec !== undefined || says(limits, /Max$/),
    'drive-iotune-max',
    'bursts in <iotune>',
  ],
  [(limits) => says(limits, /MaxLength$/), 'drive-iotune-max-length', 'lengths of bursts in <iotune>'],
  [({ groupName }) => groupName !== undefined, 'drive-iotune-group', '<group_name>'],
];

function says(limits: Iotune, name: RegExp): boolean {
  return Object.entries(limits).some(([key, value]) => value !== undefined && name.test(key));
}

/** Only what is missing first: a QEMU without limits has no bursts either. */
const iotune: Rule = ({ at, iotune: limits }, _guest, { qemu }) => {
  if (limits === undefined || qemu.has('drive-iotune-max-length')) return undefined;
  const lacking = LIMITS.find(([asked, needs]) => !qemu.has(needs) && asked(limits));
  return lacking && missing(qemu, lacking[1], at.of('iotune'), lacking[2]);
};

export const DRIVE_RELEASE_RULES: readonly Rule[] = [
  ...SETTINGS.map(
    ([asked, needs, at, what]): Rule =>
      (disk, _guest, { profile, qemu }) =>
        asked(disk, profile) ? missing(qemu, needs, disk.at.of(at), what) : undefined,
  ),
  iotune,
];
