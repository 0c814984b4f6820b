import { isArm, isLoongarch, isRiscv, isS390 } from '../../qemu/architectures';
import { fnv1a } from '../../model/fnv1a';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { ownName } from './card';
import { keepLast } from '../../model/keep-last';

export function interfaceDefaults(device: Interface, guest: Domain, context: Context): Interface {
  // a card that is passed through keeps its own address, unless libvirt is there to change it
  const keepsOwn = device.type === 'hostdev' && !context.profile.libvirtDefaults;
  return {
    ...device,
    model: modelOf(device, guest, context),
    mac: device.mac ?? (keepsOwn ? undefined : stableMac(device, guest, context)),
  };
}

function modelOf(device: Interface, guest: Domain, context: Context): string | undefined {
  if (device.type === 'hostdev') return device.model;
  return device.model === undefined ? defaultModel(device, guest, context) : ownName(device, context);
}

/** What libvirt plugs in: a card that every x86 guest has a driver for, virtio where there is nothing older. */
function defaultModel({ type }: Interface, guest: Domain, context: Context): string {
  const { qemu, profile } = context;
  const { machine = '' } = guest.os;
  if (
    type === 'vdpa' ||
    type === 'vhostuser' ||
    isS390(qemu.arch) ||
    isRiscv(qemu.arch) ||
    isLoongarch(qemu.arch)
  )
    return 'virtio';
  if (machineFamily(guest, context) === 'microvm') return 'virtio'; // the only one without PCI
  if (isArm(qemu.arch)) {
    // libvirt knows the card of one of them
    const older = profile.libvirtDefaults ? /^versatilepb$/ : /^(versatile|realview-eb)/;
    if (older.test(machine)) return 'smc91c111';
    return machine.startsWith('virt') ? 'virtio' : 'lan9118';
  }
  return 'rtl8139';
}

/** libvirt takes random bytes; the same file is to give the same guest here, so name and place decide. */
function stableMac(device: Interface, guest: Domain, { decide }: Context): string {
  const index = positions(guest).get(device) ?? 0;
  const seed = `${guest.uuid ?? guest.name}/${index}`;
  const hash = fnv1a(seed);
  const bytes = [16, 8, 0].map((shift) => ((hash >>> shift) & 0xff).toString(16).padStart(2, '0'));
  const mac = `52:54:00:${bytes.join(':')}`;
  decide({
    subject: `interface ${index}`,
    value: mac,
    reason: 'the XML gives no MAC address; this one follows from the name or UUID of the guest',
    at: device.at,
    caveats: ["write it into <mac address=''/> to keep it"],
  });
  return mac;
}

const positions = keepLast(
  (guest: Domain): ReadonlyMap<Interface, number> =>
    new Map(devicesOf(guest, 'interface').map((device, index) => [device, index])),
);
