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

/** Whether an image below the topmost one has a login or a key. */
function needsSecrets(image: BackendRequest['backing']): boolean {
  if (image === undefined || image === 'none') return false;
  const { source, backing } = image;
  return source.encryption !== undefined || source.auth !== undefined || needsSecrets(backing);
}

function neededForm(
  { driver, iotune, transient, backing }: BackendRequest,
  { profile }: Context,
): { form: StorageForm; reason: string } | undefined {
  if (driver?.throttleFilters && driver.throttleFilters.length > 0)
    return { form: 'blockdev', reason: 'only the block graph has throttle filters' };
  if (profile.storage === 'drive' && needsSecrets(backing))
    return { form: 'blockdev', reason: 'only the block graph hands secrets to the images below' };
  // libvirt sets limits and throw-away overlays over the monitor, before the guest runs
  if (profile.libvirtMonitor) return undefined;
  if (iotune) return { form: 'drive', reason: 'a -drive sets I/O limits without a monitor' };
  if (transient) return { form: 'drive', reason: 'a -drive throws changes away by snapshot=on' };
  return undefined;
}
