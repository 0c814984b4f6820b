import { pciText, type PciAddress } from '../../../model/address';
import type { Device } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { passedOf } from '../../interface/passed';
import { machineFamily } from '../../machine/family';

/**
 * On POWER, what the host passes through shares a host bridge with its own IOMMU group only: an error freezes a whole
 * bridge (libvirt src/qemu/qemu_domain_address.c, isolation groups). Absent: the device goes where all others go. Where
 * nothing is known of the host, the functions of one card are taken for one group.
 */
export function isolationOf(guest: Domain, context: Context): (device: Device) => string | undefined {
  if (machineFamily(guest, context) !== 'pseries') return () => undefined;
  return (device) => {
    const passed = hostFunction(device, guest, context);
    if (passed === undefined) return undefined;
    const text = pciText(passed);
    const group = context.host.pci?.find(({ address }) => address === text)?.iommuGroup;
    return group === undefined ? text.replace(/\.\d$/, '') : `${group}`;
  };
}

function hostFunction(device: Device, guest: Domain, context: Context): PciAddress | undefined {
  if (device.kind === 'hostdev') return device.source.type === 'pci' ? device.source.address : undefined;
  if (device.kind !== 'interface') return undefined;
  const source = passedOf(device, guest, context)?.source;
  return source?.type === 'pci' ? source.address : undefined;
}
