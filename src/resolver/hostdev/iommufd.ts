import { hostdevInvalid } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { PciHostSource } from '../../model/hostdev';
import type { PlannedDevice } from '../../model/plan/device';
import { IOMMUFD_ID, type PlannedIommufd } from '../../model/plan/iommufd';
import type { Context } from '../context';
import { requires } from '../requires';

/** The object that maps the memory of a function: undefined for one that its group in /dev/vfio stands for. */
export function onIommufd(source: PciHostSource, { iommufd }: Domain): typeof IOMMUFD_ID | undefined {
  return (source.iommufd ?? iommufd?.enabled ?? false) ? IOMMUFD_ID : undefined;
}

/**
 * A placeholder for the descriptors that libvirt hands over: of /dev/iommu, and of the node that a function has of its own
 * (12.9 src/qemu/qemu_process.c). Undefined: QEMU opens them.
 */
export function handedOver({ profile }: Context): string | undefined {
  return profile.descriptors ? '3' : undefined;
}

/** The one object that all such functions share; one that is handed over is there for those that come later, too. */
export function planIommufd(
  { iommufd }: Domain,
  devices: readonly PlannedDevice[],
  context: Context,
): PlannedIommufd | undefined {
  const { profile, options, report } = context;
  const place = iommufd?.at.of('@fdgroup');
  if (place !== undefined && iommufd?.fdGroup !== undefined && !iommufd.enabled)
    report(hostdevInvalid(place, 'nothing is handed over where it is off', "<iommufd enabled='yes'>"));
  const user = devices.find(usesIommufd);
  const isGiven = iommufd?.enabled === true && iommufd.fdGroup !== undefined && profile.descriptors;
  if (user === undefined && !isGiven) return undefined;
  const at = iommufd?.enabled === true ? iommufd.at : user?.device.at.of('driver/@iommufd');
  if (at !== undefined) requires(context, 'iommufd', at, '/dev/iommu for PCI functions of the host');
  if (!profile.descriptors) return { id: IOMMUFD_ID };
  const group = options.context?.fdGroups?.find(([name]) => name === iommufd?.fdGroup);
  return { id: IOMMUFD_ID, fd: group?.[3] ?? handedOver(context) };
}

function usesIommufd(device: PlannedDevice): boolean {
  if (device.kind !== 'hostdev' && device.kind !== 'interface') return false;
  return device.passed?.type === 'vfio' && device.passed.iommufd !== undefined;
}
