import type { Controller } from '../../model/controller';
import { devicesOf, type Device, type DeviceKind } from '../../model/device';
import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';
import type { MemoryDevice } from '../../model/memory-device';
import type { Context } from '../context';
import { passedOf } from '../interface/passed';
import { machineFamily } from '../machine/family';
import { isNamedIde } from '../machine/ide';
import { memoryAlias } from '../memory-device/alias';
import { mapDevices } from '../map-devices';
import { diskAlias } from './disk';

/** Counts devices of one alias prefix. */
type Counter = (prefix: string) => number;

/** How a kind is named. `by place`: number 2 stays number 2 even if 1 has a name of the user's. */
interface Naming {
  readonly prefix: string;
  readonly numbered: 'by place' | 'by need';
}

type Counted = Exclude<DeviceKind, 'disk' | 'controller' | 'interface' | 'memory'>;

/** libvirt's names (src/qemu/qemu_alias.c); disks and controllers are named by their address. */
const NAMES: { readonly [K in Counted]: Naming } = {
  hostdev: { prefix: 'hostdev', numbered: 'by need' },
  serial: { prefix: 'serial', numbered: 'by place' },
  parallel: { prefix: 'parallel', numbered: 'by place' },
  audio: { prefix: 'audio', numbered: 'by place' },
  console: { prefix: 'console', numbered: 'by place' },
  channel: { prefix: 'channel', numbered: 'by place' },
  hub: { prefix: 'hub', numbered: 'by place' },
  input: { prefix: 'input', numbered: 'by need' },
  graphics: { prefix: 'graphics', numbered: 'by place' },
  video: { prefix: 'video', numbered: 'by place' },
  memballoon: { prefix: 'balloon', numbered: 'by place' },
  rng: { prefix: 'rng', numbered: 'by need' },
  sound: { prefix: 'sound', numbered: 'by place' },
  watchdog: { prefix: 'watchdog', numbered: 'by place' },
  filesystem: { prefix: 'fs', numbered: 'by need' },
  vsock: { prefix: 'vsock', numbered: 'by need' },
  smartcard: { prefix: 'smartcard', numbered: 'by place' },
  iommu: { prefix: 'iommu', numbered: 'by place' },
  pstore: { prefix: 'pstore', numbered: 'by place' },
  nvram: { prefix: 'nvram', numbered: 'by place' },
  redirdev: { prefix: 'redir', numbered: 'by place' },
  tpm: { prefix: 'tpm', numbered: 'by place' },
  shmem: { prefix: 'shmem', numbered: 'by place' },
  crypto: { prefix: 'crypto', numbered: 'by need' },
  panic: { prefix: 'panic', numbered: 'by place' },
};

/** Gives every device that has none an alias: libvirt's names, on which QEMU ids and bus names rest. */
export function aliases(guest: Domain, context: Context): Domain {
  const count = counter();
  const disks = new Map<string, number>();
  // cards of the host get their numbers before all else that is passed through
  const cards = new Map(
    devicesOf(guest, 'interface').map((device) => [device, cardAlias(device, guest, context, count)]),
  );
  return mapDevices(guest, (device) => {
    if (device.kind === 'interface') return withAlias(device, cards.get(device) ?? '');
    if (device.kind === 'disk') return withAlias(device, diskAlias(device, disks, guest, context));
    if (device.kind === 'controller') return withAlias(device, controllerAlias(device, guest, context));
    if (device.kind === 'memory') return withAlias(device, memoryAlias(device, count));
    return withAlias(device, aliasOf(device, count));
  });
}

/** `ua-` marks what a user may choose; libvirt makes its own name in place of any other. */
function withAlias<D extends Device>(device: D, alias: string): D {
  return device.alias?.startsWith('ua-') === true ? device : { ...device, alias };
}

function counter(): Counter {
  const counts = new Map<string, number>();
  return (prefix) => {
    const next = counts.get(prefix) ?? 0;
    counts.set(prefix, next + 1);
    return next;
  };
}

function aliasOf(
  device: Exclude<Device, Disk | Controller | Interface | MemoryDevice>,
  count: Counter,
): string {
  const { prefix, numbered } = NAMES[device.kind];
  const takesNumber = numbered === 'by place' || device.alias?.startsWith('ua-') !== true;
  return takesNumber ? `${prefix}${count(prefix)}` : '';
}

function cardAlias(card: Interface, guest: Domain, context: Context, count: Counter): string {
  if (card.alias?.startsWith('ua-') === true) return '';
  const prefix = passedOf(card, guest, context) === undefined ? 'net' : 'hostdev';
  return `${prefix}${count(prefix)}`;
}

/** Buses on the board have fixed names; the first USB bus has no number. */
function controllerAlias(controller: Controller, guest: Domain, context: Context): string {
  const { type, index = 0, model } = controller;
  const family = machineFamily(guest, context);
  if (type === 'pci') return pciAlias(model, index, guest, context);
  if (type === 'ide' && index === 0 && isNamedIde(guest, context)) return 'ide';
  if (type === 'sata' && index === 0 && family === 'q35') return 'ide';
  if (type === 'usb' && index === 0) return 'usb';
  if (type === 'scsi' && index === 0 && model === 'ncr53c90') return 'scsi';
  return `${type}${index}`;
}

function pciAlias(model: string | undefined, index: number, guest: Domain, { qemu }: Context): string {
  const arch = guest.os.arch ?? qemu.arch;
  if (arch === 's390x') return index === 0 ? 'pci.0' : `pci.${index}`;
  return model === 'pcie-root' ? `pcie.${index}` : `pci.${index}`;
}
