import { isArm } from '../../qemu/architectures';
import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';
import type { Context } from '../context';

/** Cards of ARM boards that are on no bus (libvirt src/qemu/qemu_domain.c qemuDomainSupportsNicdev). */
export function isOnBoard({ address }: Interface, { os }: Domain, { qemu }: Context): boolean | undefined {
  if (address?.type === 'pci' || !isArm(os.arch ?? qemu.arch)) return undefined;
  return address?.type === 'virtio-mmio' ? undefined : true;
}

/** Whether a group's address is no card's: to libvirt (src/conf/domain_conf.c), and to -net nic (QEMU net/net.c net_init_nic). */
export function refusesGroups(device: Interface, guest: Domain, context: Context): boolean {
  return context.profile.libvirtDefaults || isOnBoard(device, guest, context) === true;
}
