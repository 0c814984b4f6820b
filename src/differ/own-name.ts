import type { DeviceKind } from '../model/device';
import type { PlannedDevice, PlannedOf } from '../model/plan/device';

type OwnName<K extends DeviceKind> = (planned: PlannedOf<K>) => string | undefined;

/** What the owner of a guest knows a device by again, whatever else of it is changed; undefined: there is no such name. */
const OWN_NAMES: { readonly [K in DeviceKind]: OwnName<K> } = {
  disk: ({ device }) => device.target.dev,
  controller: ({ device }) =>
    `${device.type} ${device.index ?? ''} ${device.type === 'usb' ? (device.model ?? '') : ''}`,
  interface: ({ device }) => device.mac,
  channel: ({ device }) => device.name,
  filesystem: ({ device }) => device.target,
  shmem: ({ device }) => device.name,
  serial: ({ device }) => device.port?.toString(),
  parallel: ({ device }) => device.port?.toString(),
  console: ({ device }) => device.port?.toString(),
  input: ({ device }) =>
    `${device.type} ${device.bus ?? ''} ${device.source?.evdev ?? device.source?.dev ?? ''}`,
  graphics: ({ device }) => device.type,
  hostdev: ({ passed }) =>
    passed.type === 'vfio' ? passed.address : passed.type === 'mdev' ? passed.sysfsdev : undefined,
  memory: ({ device }) => device.uuid,
  audio: ({ id }) => id,
  video: () => undefined,
  sound: ({ device }) => device.model,
  memballoon: () => 'memballoon',
  iommu: () => 'iommu',
  pstore: () => 'pstore',
  nvram: () => 'nvram',
  hub: () => undefined,
  rng: () => undefined,
  panic: ({ driver }) => driver,
  watchdog: ({ device }) => device.model,
  vsock: () => 'vsock',
  crypto: () => undefined,
  tpm: () => 'tpm',
  redirdev: () => undefined,
  smartcard: () => undefined,
};

export function ownName(planned: PlannedDevice): string | undefined {
  // a planned device fits the function of its own kind
  const name = OWN_NAMES[planned.kind] as (planned: PlannedDevice) => string | undefined;
  return name(planned);
}
