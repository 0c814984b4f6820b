import { pciBridgeBelowItself, pciBusNrNone, pciChassisRange } from '../../../diagnostics/catalog';
import type { PciAddress } from '../../../model/address';
import type { Controller, PciOptions } from '../../../model/controller';
import { devicesOf } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { mapDevices } from '../../map-devices';

/** Fills in chassis, port and bus numbers: the guest sees them, so they follow from index and address. */
export function pciOptions(guest: Domain, context: Context): Domain {
  let lowestBusNr = 256;
  for (const { pci } of devicesOf(guest, 'controller'))
    if (pci.busNr !== undefined) lowestBusNr = Math.min(lowestBusNr, pci.busNr);
  return mapDevices(guest, (device) => {
    if (device.kind !== 'controller' || device.type !== 'pci') return device;
    if (device.model === 'pci-expander-bus' || device.model === 'pcie-expander-bus') {
      if (device.pci.busNr !== undefined) return device;
      // each expander bus leaves one number for what is plugged into it
      lowestBusNr -= 2;
      if (lowestBusNr < 1) context.report(pciBusNrNone(device.at));
      return { ...device, pci: { ...device.pci, busNr: lowestBusNr } };
    }
    const options = derived(device, guest, context);
    return options === undefined ? device : { ...device, pci: { ...device.pci, ...options } };
  });
}

function derived(
  controller: Controller,
  guest: Domain,
  { report }: Context,
): Partial<PciOptions> | undefined {
  const { at, index = 0, address, pci, model } = controller;
  if (address?.type !== 'pci') return undefined;
  switch (model) {
    case 'pci-bridge': {
      const chassisNr = pci.chassisNr ?? index;
      if (chassisNr < 1 || chassisNr > 255) report(pciChassisRange(at, chassisNr));
      if (index <= address.bus && !hasTwin(controller, guest))
        report(pciBridgeBelowItself(at.of('address/@bus'), index, address.bus));
      return { chassisNr };
    }
    case 'pcie-root-port':
      return { chassis: pci.chassis ?? index, port: pci.port ?? rootPort(address) };
    case 'pcie-switch-downstream-port':
      return { chassis: pci.chassis ?? index, port: pci.port ?? address.slot };
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
