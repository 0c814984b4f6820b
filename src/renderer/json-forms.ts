import type { Profile } from '../model/profile';
import { devicesAreJson } from '../qemu/json-devices';
import type { Qemu } from '../qemu/qemu';
import type { JsonForms } from './argument';

/** -blockdev is always JSON: its keyval form cannot say every value's type. */
export function jsonForms(profile: Profile, qemu: Qemu): JsonForms {
  return {
    blockdev: true,
    audiodev: profile.json,
    chardev: profile.json && qemu.has('chardev.json'),
    object: profile.json && qemu.has('object.json'),
    device: devicesAreJson(profile, qemu),
    netdev: profile.json && qemu.has('netdev.json'),
  };
}
