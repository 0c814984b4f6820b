import { hostDeviceInUse, pciAbsent, pciGroupShared, pciNoIommu, pciNotVfio } from '../diagnostics/catalog';
import { blockByPath, hostUses } from '../host/block';
import type { PciFunction } from '../host/facts';
import { nvmeNode } from '../host/nvme-node';
import { devicesOf } from '../model/device';
import type { Place } from '../model/place';
import type { PlannedDevice } from '../model/plan/device';
import { pciText } from '../model/address';
import type { Check, CheckInput } from './check';

/** PCI functions of the host that the guest gets through VFIO: devices, network cards, NVMe disks. */
export const pciDevices: Check = (input) => {
  const { plan, context, skip } = input;
  const given = plan.devices.flatMap(givenOf);
  if (given.length === 0) return;
  const { pci } = context.host;
  if (pci === undefined) return skip('whether its PCI devices are there and bound to vfio-pci');
  for (const one of given) checkFunction(one, given, pci, input);
};

/** An NVMe disk of the guest is taken from the host, whatever the host does with it. */
export const nvmeDisks: Check = ({ guest, context: { host, report } }) => {
  for (const { source } of devicesOf(guest, 'disk')) {
    if (source?.type !== 'nvme') continue;
    const address = pciText(source.pci);
    const block = blockByPath(host, nvmeNode(address, source.namespace));
    const uses = typeof block === 'object' ? hostUses(host, block) : [];
    if (typeof block === 'object' && uses.length > 0)
      report(hostDeviceInUse(source.at.of('address'), `${block.path} (${address})`, uses));
  }
};

interface Given {
  readonly at: Place;
  readonly address: string;
  /** libvirt, or a script, binds it. */
  readonly managed: boolean;
}

function givenOf(device: PlannedDevice): readonly Given[] {
  if (device.kind === 'disk') {
    const { source } = device.device;
    if (source?.type !== 'nvme') return [];
    return [{ at: source.at.of('address'), address: pciText(source.pci), managed: source.managed === true }];
  }
  if (device.kind !== 'hostdev' && device.kind !== 'interface') return [];
  const { passed } = device;
  if (passed?.type !== 'vfio') return [];
  const { at, managed } = device.device;
  return [{ at: at.of('source/address'), address: passed.address, managed: managed === true }];
}

function checkFunction(
  { at, address, managed }: Given,
  given: readonly Given[],
  pci: readonly PciFunction[],
  { context: { report } }: CheckInput,
): void {
  const found = pci.find((one) => one.address === address);
  if (found === undefined) return report(pciAbsent(at, address));
  const group = found.iommuGroup;
  if (group === undefined) return report(pciNoIommu(at, address));
  if (!managed && !isVfio(found)) report(pciNotVfio(at, address, found.driver));
  const others = pci.filter(
    (one) =>
      one.iommuGroup === group && !isHarmless(one) && !given.some((other) => other.address === one.address),
  );
  // Said once for a group, at the first device of the guest in it.
  const first = given.find((one) => pci.find((other) => other.address === one.address)?.iommuGroup === group);
  if (others.length > 0 && first?.address === address)
    report(pciGroupShared(at, address, group, others.map(described)));
}

function isVfio({ driver }: PciFunction): boolean {
  return driver?.includes('vfio') === true;
}

/** Linux drivers/vfio/vfio_iommu_type1.c, vfio_dev_viable: bridges and what no driver has do not count. */
function isHarmless(one: PciFunction): boolean {
  return one.driver === undefined || isVfio(one) || one.driver === 'pci-stub' || one.driver === 'pcieport';
}

function described({ address, driver, vendor, device }: PciFunction): string {
  return `${address} is ${vendor}:${device}, driver ${driver ?? 'none'}`;
}
