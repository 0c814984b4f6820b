import type { Disk, DiskBus, DiskDriver } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { isServed } from './rule';

/** Target names that say a bus, as libvirt reads them (src/conf/domain_conf.c, bus of a disk without one). */
const BUS_BY_PREFIX: readonly (readonly [string, DiskBus])[] = [
  ['hd', 'ide'],
  ['sd', 'scsi'],
  ['vd', 'virtio'],
  ['xvd', 'xen'],
  ['ubd', 'uml'],
  ['nvme', 'nvme'],
];

/** What the XML leaves out and libvirt fills in: bus, read-only CD-ROMs, cache of a shared disk, image format. */
export function defaultDisk(disk: Disk, _guest: Domain, context: Context): Disk {
  const readonly = disk.readonly || disk.device === 'cdrom';
  const bus = disk.target.bus ?? busByName(disk, context);
  return {
    ...disk,
    readonly,
    model: bus === 'usb' && disk.device === 'cdrom' ? usbModel(disk, context) : disk.model,
    target: { ...disk.target, bus },
    driver: {
      ...disk.driver,
      type: formatOf(disk, context),
      cache: cacheOf(disk, readonly, context),
    },
  };
}

/**
 * A CD-ROM drive is one behind usb-bot alone, which libvirt takes for it since 11.5 (formatdomain, model of a disk); its
 * profile writes what 11.3 does.
 */
function usbModel({ model, target, at }: Disk, { qemu, profile, decide }: Context): Disk['model'] {
  // what cannot be pulled out is no CD-ROM
  const asked = model !== undefined || target.removable === false;
  if (asked || profile.libvirtDefaults || !qemu.has('usb-bot')) return model;
  decide({
    subject: target.dev,
    value: "model='usb-bot'",
    reason: 'usb-storage would show the medium as a hard disk',
    at: at.of('@device'),
  });
  return 'usb-bot';
}

function busByName(disk: Disk, context: Context): DiskBus {
  const { dev } = disk.target;
  const bus =
    disk.device === 'floppy'
      ? 'fdc'
      : (BUS_BY_PREFIX.find(([prefix]) => dev.startsWith(prefix))?.[1] ?? 'ide');
  context.decide({
    subject: dev,
    value: `bus='${bus}'`,
    reason: disk.device === 'floppy' ? 'a floppy drive' : `the target is named '${dev}'`,
    at: disk.at.of('target'),
  });
  return bus;
}

function formatOf({ driver, type }: Disk, { profile }: Context): string | undefined {
  // The oldest files say aio for raw.
  if (driver.type === 'aio') return 'raw';
  // libvirt refuses a folder that is not said to be one
  return driver.type ?? (type === 'dir' && !profile.libvirtDefaults ? 'fat' : 'raw');
}

/** Two guests that write to one image must not each have a cache of it (libvirt src/qemu/qemu_domain.c). */
function cacheOf(disk: Disk, readonly: boolean, context: Context): DiskDriver['cache'] {
  const { cache } = disk.driver;
  if ((cache !== undefined && cache !== 'default') || !disk.shareable || readonly) return cache;
  if (isServed(disk)) return cache;
  context.decide({
    subject: disk.target.dev,
    value: "cache='none'",
    reason: 'a shared disk must not be cached on one side',
    at: disk.at.of('shareable'),
  });
  return 'none';
}
