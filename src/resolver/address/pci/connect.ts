import type { PciModel } from '../../../model/controller';

/**
 * What a bus offers and what a device asks for, as one number (libvirt src/conf/domain_addr.h): a device fits where
 * a kind of connection that it can use is there.
 */
/** Devices may be put here without being asked for; else only those whose address says so. */
export const AUTOASSIGN = 1;
/** Part of the root complex: on the root bus and nowhere else. */
export const INTEGRATED = 1 << 1;
/** May share a slot, as one of its functions, with others that may. */
export const AGGREGATE = 1 << 2;
export const PCI_DEVICE = 1 << 3;
export const PCIE_DEVICE = 1 << 4;
const ROOT_PORT = 1 << 5;
const UPSTREAM_PORT = 1 << 6;
const DOWNSTREAM_PORT = 1 << 7;
const DMI_BRIDGE = 1 << 8;
const EXPANDER = 1 << 9;
const PCIE_EXPANDER = 1 << 10;
export const PCI_BRIDGE = 1 << 11;
export const PCIE_TO_PCI = 1 << 12;

const ENDPOINTS = PCI_DEVICE | PCIE_DEVICE;
const KINDS = ~(AUTOASSIGN | INTEGRATED | AGGREGATE);

/** What a controller plugs into. */
export const UPSTREAM: Readonly<Record<PciModel, number>> = {
  'pci-root': 0,
  'pcie-root': 0,
  'pci-bridge': PCI_BRIDGE,
  'dmi-to-pci-bridge': DMI_BRIDGE,
  'pcie-to-pci-bridge': PCIE_TO_PCI,
  'pcie-root-port': ROOT_PORT | AGGREGATE,
  'pcie-switch-upstream-port': UPSTREAM_PORT,
  'pcie-switch-downstream-port': DOWNSTREAM_PORT,
  'pci-expander-bus': EXPANDER,
  'pcie-expander-bus': PCIE_EXPANDER,
};

/** What a controller offers below it. */
interface Downstream {
  readonly flags: number;
  readonly minSlot: number;
  readonly maxSlot: number;
}

const PORT: Downstream = {
  flags: AUTOASSIGN | PCIE_DEVICE | UPSTREAM_PORT | PCIE_TO_PCI,
  minSlot: 0,
  maxSlot: 0,
};
const CONVENTIONAL = AUTOASSIGN | PCI_DEVICE | PCI_BRIDGE;

export const DOWNSTREAM: Readonly<Record<PciModel, Downstream>> = {
  'pci-root': { flags: CONVENTIONAL | EXPANDER, minSlot: 1, maxSlot: 31 },
  'pcie-root': {
    flags: PCIE_DEVICE | ROOT_PORT | DMI_BRIDGE | PCIE_EXPANDER | INTEGRATED,
    minSlot: 1,
    maxSlot: 31,
  },
  'pci-bridge': { flags: CONVENTIONAL, minSlot: 1, maxSlot: 31 },
  'dmi-to-pci-bridge': { flags: CONVENTIONAL & ~AUTOASSIGN, minSlot: 0, maxSlot: 31 },
  'pcie-to-pci-bridge': { flags: CONVENTIONAL, minSlot: 1, maxSlot: 31 },
  'pcie-root-port': PORT,
  'pcie-switch-downstream-port': PORT,
  'pcie-switch-upstream-port': { flags: AUTOASSIGN | DOWNSTREAM_PORT, minSlot: 0, maxSlot: 31 },
  'pci-expander-bus': { flags: PCI_DEVICE | PCI_BRIDGE, minSlot: 0, maxSlot: 31 },
  'pcie-expander-bus': { flags: ROOT_PORT | DMI_BRIDGE, minSlot: 0, maxSlot: 31 },
};

/**
 * Whether a device can be plugged into a bus. An address that the user wrote may mix PCI and PCIe end points.
 */
export function compatible(bus: number, device: number, written: boolean): boolean {
  if ((device & INTEGRATED & ~bus) !== 0) return false;
  if (written) {
    const offered = (bus & ENDPOINTS) === 0 ? bus : bus | ENDPOINTS;
    const asked = (device & PCI_BRIDGE) === 0 ? device : device | PCI_DEVICE;
    return (offered & asked & KINDS) !== 0;
  }
  if ((bus & device & KINDS) === 0) return false;
  return (device & INTEGRATED) !== 0 || (AUTOASSIGN & device & ~bus) === 0;
}
