import { zpciTaken } from '../../../diagnostics/catalog';
import type { PciAddress } from '../../../model/address';
import type { Device, DeviceKind } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { mapDevices } from '../../map-devices';

type ZpciName = 'uid' | 'fid';

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

/** A PCI device on s390x has a number for the user and one for its function, by which Linux names it there. */
export function zpciIds(guest: Domain, context: Context): Domain {
  if (!context.qemu.has('zpci')) return guest;
  const devices = ORDER.flatMap((kind) =>
    guest.devices.filter((device) => device.kind === kind && onPci(device)),
  );
  if (devices.length === 0) return guest;
  const uids = givenIds(devices, 'uid', context);
  const fids = givenIds(devices, 'fid', context);
  const ids = new Map<Device, NonNullable<PciAddress['zpci']>>();
  for (const device of devices) {
    const { uid, fid } = onPci(device)?.zpci ?? {};
    ids.set(device, { uid: uid ?? free(uids, 1), fid: fid ?? free(fids, 0) });
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

function givenIds(devices: readonly Device[], name: ZpciName, { report }: Context): Set<number> {
  const taken = new Set<number>();
  for (const device of devices) {
    const address = onPci(device);
    const id = address?.zpci?.[name];
    if (address === undefined || id === undefined) continue;
    if (taken.has(id)) report(zpciTaken(address.at.of(`zpci/@${name}`), name, id));
    taken.add(id);
  }
  return taken;
}

function free(taken: Set<number>, first: number): number {
  let id = first;
  while (taken.has(id)) id += 1;
  taken.add(id);
  return id;
}
