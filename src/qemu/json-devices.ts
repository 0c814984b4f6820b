import type { Profile } from '../model/profile';
import type { Qemu } from './qemu';

/** Whether each -device is JSON, which QEMU makes after all that are `key=value` (system/vl.c, qemu_create_cli_devices). */
export const devicesAreJson = (profile: Profile, qemu: Qemu): boolean =>
  profile.json && qemu.has('device.json+hotplug');
