import {
  pciBridgeBelowItself,
  pciBusNrNone,
  pciChassisRange,
  pciChassisTaken,
} from '../../../diagnostics/catalog';
import type { PciAddress } from '../../../model/address';
import { PCIE_PORTS, type Controller, type PciOptions } from '../../../model/controller';
import { devicesOf, type Device } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { machineFamily } from '../../machine/family';
import { mapDevices } from '../../map-devices';

/** Fills in chassis, port and bus numbers: the guest sees them, so they follow from index and address. */
export function pciOptions(guest: Domain, context: Context): Domain {
  let lowestBusNr = 256;
  for (const { pci } of devicesOf(guest, 'controller'))
    if (pci.busNr !== undefined) lowestBusNr = Math.min(lowestBusNr, pci.busNr);
  const phbs = phbIndexes(guest, context);
  const taken = writtenChassis(guest, context);
  return mapDevices(guest, (device) => {
    if (device.kind !== 'controller' || device.type !== 'pci') return device;
    const phb = phbs.get(device);
    if (phb !== undefined) return { ...device, pci: { ...device.pci, index: phb } };
    if (device.model === 'pci-expander-bus' || device.model === 'pcie-expander-bus') {
      if (device.pci.busNr !== undefined) return device;
      // each expander bus leaves one number for what is plugged into it
      lowestBusNr -= 2;
      if (lowestBusNr < 1) context.report(pciBusNrNone(device.at));
      return { ...device, pci: { ...device.pci, busNr: lowestBusNr } };
    }
    const options = derived(device, taken, guest, context);
    return options === undefined ? device : { ...device, pci: { ...device.pci, ...options } };
  });
}

/** QEMU has one port in a chassis, since all are in slot 0 of theirs (hw/pci/pcie_port.c pcie_chassis_add_slot). */
function writtenChassis(guest: Domain, { profile, report }: Context): Set<number | undefined> {
  const taken = new Set<number | undefined>();
  for (const { at, model = '', pci } of devicesOf(guest, 'controller')) {
    const { chassis } = pci;
    if (chassis !== undefined && taken.has(chassis) && profile.checksForQemu && PCIE_PORTS.includes(model))
      report(pciChassisTaken(at.of('target/@chassis'), chassis));
    taken.add(chassis);
  }
  return taken;
}

/** Host bridges of pSeries are numbered by themselves: the first is 0, others take what is free. */
function phbIndexes(guest: Domain, context: Context): ReadonlyMap<Device, number> {
  const chosen = new Map<Device, number>();
  if (machineFamily(guest, context) !== 'pseries') return chosen;
  const phbs = devicesOf(guest, 'controller').filter(({ model }) => model === 'pci-root');
  const taken = new Set([0, ...phbs.map(({ pci }) => pci.index)]);
  for (const phb of phbs) {
    if (phb.pci.index !== undefined) continue;
    let free = 0;
    if (phb.index !== 0) while (taken.has(free)) free += 1;
    taken.add(free);
    chosen.set(phb, free);
  }
  return chosen;
}

/** A port's own, else its index, which another may have been given; of that libvirt does not think. */
function chassisOf(
  { pci, index = 0 }: Controller,
  taken: Set<number | undefined>,
  { profile }: Context,
): number {
  if (pci.chassis !== undefined) return pci.chassis;
  let chassis = index;
  if (profile.checksForQemu && taken.has(index)) for (chassis = MOST_CHASSIS; taken.has(chassis);) chassis--;
  taken.add(chassis);
  return chassis;
}

const MOST_CHASSIS = 255;

function derived(
  controller: Controller,
  taken: Set<number | undefined>,
  guest: Domain,
  context: Context,
): Partial<PciOptions> | undefined {
  const { profile, report } = context;
  const { at, index = 0, address, pci, model } = controller;
  if (address?.type !== 'pci') return undefined;
  // QEMU makes them in this order; libvirt looks at plain bridges alone
  const inOrder = model === 'pci-bridge' || !profile.libvirtDefaults;
  if (inOrder && index <= address.bus && !hasTwin(controller, guest))
    report(pciBridgeBelowItself(at.of('address/@bus'), index, address.bus));
  switch (model) {
    case 'pci-bridge': {
      const chassisNr = pci.chassisNr ?? index;
      if (chassisNr < 1 || chassisNr > 255) report(pciChassisRange(at, chassisNr));
      return { chassisNr };
    }
    case 'pcie-root-port':
      return { chassis: chassisOf(controller, taken, context), port: pci.port ?? rootPort(address) };
    case 'pcie-switch-downstream-port':
      return { chassis: chassisOf(controller, taken, context), port: pci.port ?? address.slot };
    default:
      return undefined;
  }
}

/** Of two bridges with one index the order says nothing; that there are two was reported. */
function hasTwin(bridge: Controller, guest: Domain): boolean {
  return devicesOf(guest, 'controller').some(
    (other) => other !== bridge && other.type === 'pci' && other.index === bridge.index,
  );
}

/** Slot and function as PCI packs them into a byte. */
function rootPort({ slot, function: fn }: PciAddress): number {
  return (slot << 3) + fn;
}
