import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import type { Rule } from './rule';
import { ADDRESS_RULES } from './rules-address';
import { BLOCK_SIZE_LIMITS } from './rules-block-sizes';
import { DRIVER_RULES } from './rules-driver';
import { IDENTITY_RULES } from './rules-identity';
import { IOTUNE_LIMITS, IOTUNE_RULES } from './rules-iotune';
import { LUN_LIMITS, LUN_RULES } from './rules-lun';
import { PROPERTY_LIMITS, PROPERTY_RULES } from './rules-properties';
import { RELEASE_RULES } from './rules-release';
import { DRIVE_RELEASE_RULES } from './rules-release-drive';
import { SERVED_RULES } from './rules-served';
import { SOURCE_RULES } from './rules-source';
import { STATISTICS_LIMITS, STATISTICS_RULES } from './rules-statistics';
import { TARGET_LIMITS, TARGET_RULES } from './rules-target';
import { VIRTIO_LIMITS, VIRTIO_RULES } from './rules-virtio';

const RULES = [
  ...TARGET_RULES,
  ...ADDRESS_RULES,
  ...SOURCE_RULES,
  ...SERVED_RULES,
  ...DRIVER_RULES,
  ...IOTUNE_RULES,
  ...LUN_RULES,
  ...IDENTITY_RULES,
  ...PROPERTY_RULES,
  ...VIRTIO_RULES,
  ...STATISTICS_RULES,
  ...RELEASE_RULES,
  ...DRIVE_RELEASE_RULES,
];

/** What libvirt leaves to QEMU, which does not start with it. */
const LIMITS = [
  ...TARGET_LIMITS,
  ...IOTUNE_LIMITS,
  ...LUN_LIMITS,
  ...BLOCK_SIZE_LIMITS,
  ...PROPERTY_LIMITS,
  ...VIRTIO_LIMITS,
  ...STATISTICS_LIMITS,
];

/** Reports what cannot be, as libvirt 11.3 refuses it (virDomainDiskDefValidate, qemuValidateDomainDeviceDefDisk). */
export function validateDisk(disk: Disk, guest: Domain, context: Context): void {
  report(RULES, disk, guest, context);
  if (context.profile.checksForQemu) report(LIMITS, disk, guest, context);
}

function report(rules: readonly Rule[], disk: Disk, guest: Domain, context: Context): void {
  for (const rule of rules) {
    const problem = rule(disk, guest, context);
    if (problem) context.report(problem);
  }
}
