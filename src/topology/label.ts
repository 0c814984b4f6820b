import type { DeviceKind } from '../model/device';
import type { Interface } from '../model/interface';
import { hex } from '../model/number';
import type { PlannedDevice, PlannedOf } from '../model/plan/device';
import type { PlannedHostdev, PlannedUsbHost } from '../model/plan/hostdev';
import type { Front } from './front';
import { backendLabel, chardevLabel, sourceLabel } from './source-label';

type Label<K extends DeviceKind> = (planned: PlannedOf<K>) => string | undefined;

/** What people know a device of each kind by. */
const LABELS: { readonly [K in DeviceKind]: Label<K> } = {
  controller: (planned) =>
    planned.type === 'usb' && planned.master !== undefined
      ? `companion of ${planned.master.bus}`
      : planned.device.source === undefined
        ? undefined
        : 'all LUNs of a host adapter',
  disk: ({ device }) => words(device.target.dev, sourceLabel(device.source) ?? 'no medium'),
  hostdev,
  interface: (planned) =>
    words(planned.passed === undefined ? planned.mac : planned.device.mac, networkOf(planned.device)),
  serial: ({ device }) => chardevLabel(device.source),
  parallel: ({ device }) => chardevLabel(device.source),
  console: ({ device }) => chardevLabel(device.source),
  channel: ({ device }) => words(device.name, chardevLabel(device.source)),
  input: ({ device }) => words(device.type, device.source?.evdev),
  graphics: () => undefined,
  audio: () => undefined,
  video: () => undefined,
  sound: () => undefined,
  memballoon: () => undefined,
  memory: ({ device }) => words(mebibytes(device.target.size), device.source.path),
  iommu: () => undefined,
  pstore: ({ path }) => path,
  nvram: () => undefined,
  hub: () => undefined,
  rng: ({ backend }) => (backend.type === 'rng-random' ? backend.filename : backend.type),
  panic: () => undefined,
  watchdog: ({ action }) => action,
  filesystem: ({ device }) => words(device.target, device.source.dir ?? device.source.socket),
  vsock: ({ guestCid }) => `CID ${guestCid}`,
  crypto: () => undefined,
  shmem: ({ device }) => device.name,
  tpm: ({ device: { backend } }) =>
    words(backend.type, backend.type === 'passthrough' ? backend.path : undefined),
  redirdev: ({ device }) => chardevLabel(device.source),
  smartcard: ({ device }) => device.card.mode,
};

function hostdev({ passed }: PlannedHostdev): string | undefined {
  switch (passed.type) {
    case 'scsi':
      return backendLabel(passed.backend);
    case 'vhost-scsi':
      return passed.wwpn;
    case 'vfio':
      return `host ${passed.address}`;
    case 'mdev':
      return passed.sysfsdev;
    case 'usb-host':
      return passed.hostdevice ?? usbId(passed.vendorid, passed.productid) ?? usbPlace(passed);
  }
}

function usbId(vendor: number | undefined, product: number | undefined): string | undefined {
  if (vendor === undefined || product === undefined) return undefined;
  return `${hex(vendor, 4)}:${hex(product, 4)}`;
}

function usbPlace({ hostbus, hostaddr, hostport }: PlannedUsbHost): string | undefined {
  if (hostbus === undefined) return undefined;
  return `host bus ${hostbus} ${hostport === undefined ? `device ${hostaddr ?? ''}` : `port ${hostport}`}`;
}

function networkOf({ type, source }: Interface): string {
  return words(type, source.network ?? source.bridge ?? source.path ?? source.dev) ?? type;
}

function mebibytes(bytes: number): string {
  return `${bytes / 2 ** 20} MiB`;
}

function words(...parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join(' ');
}

/** The label of the device itself; a second one, such as a codec of a sound card, has none. */
export function labelOf(planned: PlannedDevice, { id }: Front): string | undefined {
  if (id !== undefined && id !== planned.id && planned.kind !== 'disk') return undefined;
  // a planned device fits the function of its own kind
  const label = LABELS[planned.kind] as (planned: PlannedDevice) => string | undefined;
  return label(planned);
}
