import type { PciModel } from '../../../model/controller';
import { PCI_BRIDGE, PCI_DEVICE, PCIE_DEVICE } from './connect';

/** What the machine and QEMU allow. */
export interface GrowthFacts {
  /** pSeries: a new root rather than a bridge. */
  readonly multipleRoots: boolean;
  readonly pcieToPci: boolean;
}

interface Buses extends GrowthFacts {
  readonly root?: PciModel | undefined;
  /** A bus is there that a pci-bridge can be plugged into. */
  readonly takesBridges: boolean;
}

/** Which controller is added for a device that fits nowhere: `then`, and `first` for `then` to plug into. */
export interface Growth {
  readonly first?: PciModel | undefined;
  readonly then: PciModel;
}

/** What a new root port is added for: end points and switches. One for a bridge to PCI would come after it. */
const BELOW_PORTS = PCIE_DEVICE | (1 << 6);

/** libvirt src/conf/domain_addr.c, virDomainPCIAddressSetGrow; undefined: nothing can be added for such a device. */
export function growth(flags: number, buses: Buses): Growth | undefined {
  if ((flags & PCI_DEVICE) !== 0) {
    if (buses.multipleRoots) return { then: 'pci-root' };
    if (buses.takesBridges) return { then: 'pci-bridge' };
    return buses.pcieToPci
      ? { first: 'pcie-root-port', then: 'pcie-to-pci-bridge' }
      : { first: 'dmi-to-pci-bridge', then: 'pci-bridge' };
  }
  if ((flags & PCI_BRIDGE) !== 0 && buses.root === 'pcie-root') return { then: 'dmi-to-pci-bridge' };
  if ((flags & BELOW_PORTS) !== 0) return { then: 'pcie-root-port' };
  return undefined;
}
