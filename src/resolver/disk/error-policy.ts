import { diskPolicyLost } from '../../diagnostics/catalog';
import type { Disk } from '../../model/disk';
import { scsiDriverTakes } from '../../qemu/scsi-devices';
import type { DiskDriverChoice } from './driver';
import type { Context } from '../context';
import { busOf } from './rule';

/** `werror` and `rerror` in QEMU's words. */
export interface ErrorPolicies {
  readonly werror?: string | undefined;
  readonly rerror?: string | undefined;
}

/** Out of space is a matter of writing: reads keep their default. Else reads follow writes unless they are told. */
export function errorPolicies({ driver: { errorPolicy, rerrorPolicy } }: Disk): ErrorPolicies {
  const write = errorPolicy === 'default' ? undefined : errorPolicy;
  const read = rerrorPolicy === 'default' ? undefined : rerrorPolicy;
  if (write === 'enospace') return { werror: 'enospc', rerror: read };
  return { werror: write, rerror: read ?? write };
}

/**
 * Where that QEMU reads the policies: on the device, on the -drive, or nowhere. usb-storage was the last device to get
 * the properties; before that release all of them are on the -drive, as libvirt writes them.
 */
export function policyPlace(
  disk: Disk,
  choice: DiskDriverChoice,
  { qemu, profile }: Context,
): 'device' | 'drive' | 'none' {
  // libvirt writes what nvme-ns does not take
  if (busOf(disk) === 'nvme') return profile.libvirtDefaults ? 'device' : 'none';
  if (choice.scsi === 'scsi-generic' || busOf(disk) === 'fdc') return 'none';
  if (choice.scsi === 'scsi-block') return scsiDriverTakes(choice.scsi, 'werror', qemu) ? 'device' : 'none';
  return qemu.has('usb-storage.werror') ? 'device' : 'drive';
}

/**
 * The kernel answers for scsi-generic in every QEMU, for scsi-block before 2.11: both report errors to the guest. A floppy
 * drive has no policy.
 */
export function tellLostPolicies(
  { at }: Disk,
  { driver }: DiskDriverChoice,
  { werror, rerror }: ErrorPolicies,
  { report, qemu }: Context,
): void {
  const isLost = (policy?: string) => policy !== undefined && !(policy === 'report' && driver !== 'floppy');
  if (!isLost(werror) && !isLost(rerror)) return;
  const attribute = isLost(werror) ? 'error_policy' : 'rerror_policy';
  const later = driver === 'scsi-block' && !qemu.has('scsi-block.werror');
  report(diskPolicyLost(at.of(`driver/@${attribute}`), attribute, driver, later));
}
