import { ccwAddressTaken, ccwNone } from '../../diagnostics/catalog';
import type { CcwAddress } from '../../model/address';
import type { Device, DeviceKind } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Place } from '../../model/place';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { isUnplacedVirtio } from '../virtio/place';
import { mapDevices } from '../map-devices';

/** The channel subsystem of virtio devices, the first of its subchannel sets, and how many devices a set holds. */
const CSSID = 0xfe;
const DEVNOS = 0x10000;

/** Kinds in the order in which they get numbers (libvirt src/conf/domain_conf.c virDomainDeviceInfoIterateFlags). */
const ORDER: readonly DeviceKind[] = [
  ...(['disk', 'interface', 'sound', 'hostdev', 'video', 'controller', 'input'] as const),
  ...(['filesystem', 'watchdog', 'memballoon', 'rng', 'memory', 'vsock', 'crypto'] as const),
];

/** Gives every virtio device of an s390x machine a device number, after those that the XML gives. */
export function ccwAddresses(guest: Domain, context: Context): Domain {
  const given = guest.devices.filter(hasCcw);
  if (machineFamily(guest, context) !== 's390') {
    for (const { address } of given) context.report(ccwNone(address.at.of('@type')));
    return guest;
  }
  const taken = reserve(given, context);
  const addresses = assign(guest.devices.filter(isWanting), taken);
  return mapDevices(guest, (device) => {
    const address = addresses.get(device);
    return address === undefined ? device : { ...device, address };
  });
}

type WithCcw = Device & { readonly address: CcwAddress };

function hasCcw(device: Device): device is WithCcw {
  return device.address?.type === 'ccw';
}

/** `<address type='ccw'/>` without numbers asks for any. */
function isWanting(device: Device): boolean {
  return hasCcw(device) ? device.address.devno === undefined : isUnplacedVirtio(device);
}

/** cssid.ssid.devno, in hexadecimal, as QEMU takes it; the parser sees to it that all parts are there, or none. */
export function ccwDevno({ cssid = CSSID, ssid = 0, devno = 0 }: Omit<CcwAddress, 'at' | 'type'>): string {
  return `${cssid.toString(16)}.${ssid.toString(16)}.${devno.toString(16).padStart(4, '0')}`;
}

function reserve(devices: readonly WithCcw[], { report }: Context): Set<string> {
  const owners = new Map<string, Place>();
  for (const { address, at } of devices) {
    if (address.devno === undefined) continue;
    const devno = ccwDevno(address);
    const owner = owners.get(devno);
    if (owner === undefined) owners.set(devno, at);
    else report(ccwAddressTaken(address.at.of('@devno'), devno, owner));
  }
  return new Set(owners.keys());
}

function assign(devices: readonly Device[], taken: ReadonlySet<string>): Map<Device, CcwAddress> {
  const addresses = new Map<Device, CcwAddress>();
  const wanting = ORDER.flatMap((kind) => devices.filter((device) => device.kind === kind));
  let next = 0;
  for (const device of wanting) {
    while (taken.has(ccwDevno(numbered(next)))) next += 1;
    const at = device.address?.at ?? device.at;
    addresses.set(device, { type: 'ccw', at, ...numbered(next) });
    next += 1;
  }
  return addresses;
}

function numbered(count: number) {
  return { cssid: CSSID, ssid: Math.floor(count / DEVNOS), devno: count % DEVNOS };
}
