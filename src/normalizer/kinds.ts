import type { Device, DeviceKind } from '../model/device';
import type { PlannedDevice } from '../model/plan/device';
import { addressPart } from './address';
import { controller } from './controller';
import { disk } from './disk';
import { networkInterface } from './interface';
import { graphics } from './graphics';
import type { KindParts } from './kind';
import { part, type Part } from './part';
import {
  audio,
  filesystem,
  hostdev,
  hub,
  input,
  iommu,
  memballoon,
  memory,
  nvram,
  panic,
  pstore,
  redirdev,
  rng,
  shmem,
  smartcard,
  sound,
  tpm,
  vsock,
  watchdog,
} from './plain';
import { channel, console, parallel, serial } from './port';
import { video } from './video';

/** Of these the address alone is filled in. */
const addressOnly = () => ({});

const KINDS: { readonly [K in DeviceKind]: KindParts<K> } = {
  audio,
  channel,
  console,
  controller,
  crypto: addressOnly,
  disk,
  filesystem,
  graphics,
  hostdev,
  hub,
  input,
  interface: networkInterface,
  iommu,
  memballoon,
  memory,
  nvram,
  panic,
  parallel,
  pstore,
  redirdev,
  rng,
  serial,
  shmem,
  smartcard,
  sound,
  tpm,
  video,
  vsock,
  watchdog,
};

/** The element of a device with all that was decided of it; its tag has the name of its kind. */
export function devicePart(
  device: Device,
  settled: { given: Device | undefined; planned: PlannedDevice | undefined },
): Part {
  // TypeScript cannot follow that a device fits the function of its own kind.
  const parts = KINDS[device.kind] as unknown as KindParts<DeviceKind>;
  const { attributes = {}, decided, without, children = [] } = parts(device, settled);
  return { ...part(device.kind, attributes, [...children, addressPart(device)]), decided, without };
}
