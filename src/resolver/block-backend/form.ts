import type { StorageForm } from '../../model/profile';
import type { Context } from '../context';
import type { BackendRequest } from './request';

/** -drive or -blockdev: as the profile says, where that form can say what the disk needs. */
export function chooseForm(request: BackendRequest, context: Context): StorageForm {
  if (request.sdIndex !== undefined || !context.qemu.has('blockdev')) return 'drive';
  const needed = neededForm(request, context);
  if (needed === undefined || needed.form === context.profile.storage) return context.profile.storage;
  context.decide({ subject: request.alias, value: `-${needed.form}`, reason: needed.reason, at: request.at });
  return needed.form;
}

function neededForm(
  { driver, iotune, transient }: BackendRequest,
  { profile }: Context,
): { form: StorageForm; reason: string } | undefined {
  if (driver?.throttleFilters && driver.throttleFilters.length > 0)
    return { form: 'blockdev', reason: 'only the block graph has throttle filters' };
  // libvirt sets limits and throw-away overlays over the monitor, before the guest runs
  if (profile.libvirtMonitor) return undefined;
  if (iotune) return { form: 'drive', reason: 'a -drive sets I/O limits without a monitor' };
  if (transient) return { form: 'drive', reason: 'a -drive throws changes away by snapshot=on' };
  return undefined;
}
