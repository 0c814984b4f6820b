import { zpciTaken } from '../../../diagnostics/catalog';
import type { PciAddress } from '../../../model/address';
import type { Device, DeviceKind } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { mapDevices } from '../../map-devices';

/** The numbers of each kind that are in use. */
interface Taken {
  readonly uid: Set<number>;
  readonly fid: Set<number>;
}

/** In which order devices get the ids that they do not say (libvirt src/conf/domain_conf.c); others get none. */
const ORDER: readonly DeviceKind[] = [
  'disk',
  'interface',
  'sound',
  'hostdev',
  'video',
  'controller',
  'input',
  'filesystem',
  'watchdog',
  'memballoon',
  'rng',
  'shmem',
  'iommu',
  'vsock',
  'crypto',
];

/**
 * A PCI device on s390x has a number for the user and one for its function, by which Linux names it there. Who has one
 * of them gets the other before those that have none (libvirt src/qemu/qemu_domain_address.c, extensions of addresses);
 * libvirt may then give away what a later device asks for, and refuses that.
 */
export function zpciIds(guest: Domain, context: Context): Domain {
  if (!context.qemu.has('zpci')) return guest;
  const devices = ORDER.flatMap((kind) =>
    guest.devices.filter((device) => device.kind === kind && onPci(device)),
  );
  if (devices.length === 0) return guest;
  const taken: Taken = { uid: new Set(), fid: new Set() };
  const early = !context.profile.libvirtDefaults;
  if (early) for (const device of devices) takeGiven(device, taken, context);
  const ids = new Map<Device, NonNullable<PciAddress['zpci']>>();
  for (const some of [true, false])
    for (const device of devices) {
      const { uid, fid } = onPci(device)?.zpci ?? {};
      if ((uid !== undefined || fid !== undefined) !== some) continue;
      if (!early) takeGiven(device, taken, context);
      ids.set(device, { uid: uid ?? free(taken.uid, 1), fid: fid ?? free(taken.fid, 0) });
    }
  return mapDevices(guest, (device) => {
    const address = onPci(device);
    const zpci = ids.get(device);
    return address === undefined || zpci === undefined
      ? device
      : { ...device, address: { ...address, zpci } };
  });
}

function onPci({ address }: Device): PciAddress | undefined {
  return address?.type === 'pci' ? address : undefined;
}

function takeGiven(device: Device, taken: Taken, { report }: Context): void {
  const address = onPci(device);
  for (const name of ['uid', 'fid'] as const) {
    const id = address?.zpci?.[name];
    if (address === undefined || id === undefined) continue;
    if (taken[name].has(id)) report(zpciTaken(address.at.of(`zpci/@${name}`), name, id));
    taken[name].add(id);
  }
}

function free(taken: Set<number>, first: number): number {
  let id = first;
  while (taken.has(id)) id += 1;
  taken.add(id);
  return id;
}
