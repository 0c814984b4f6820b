import type { PlannedIommu } from '../model/plan/iommu';
import { device, type Arg } from './args';
import { slotProperties } from './slot';

/** One that names a PCI bus or a device on it. */
export const isLate = ({ driver }: PlannedIommu) => driver === 'amd-iommu' || driver === 'arm-smmuv3';

export function emitIommu(planned: PlannedIommu): Arg[] {
  const { driver, options, id, slot } = planned;
  if (driver === 'amd-iommu') return amd(planned);
  return [
    device({
      driver,
      'primary-bus': options.primaryBus,
      id,
      intremap: options.intremap,
      'caching-mode': options.cachingMode,
      eim: options.eim,
      'device-iotlb': options.iotlb,
      'aw-bits': options.awBits,
      'dma-translation': options.dmaTranslation,
      granule: options.granule,
      accel: options.accel,
      ats: options.ats,
      ril: options.ril,
      ssidsize: options.ssidsize,
      oas: options.oas,
      cmdqv: options.cmdqv,
      ...slotProperties(slot),
    }),
  ];
}

/** What the guest finds on the PCI bus, and the IOMMU behind it, which has no id (libvirt src/qemu/qemu_command.c). */
function amd({ driver, options, id, slot }: PlannedIommu): Arg[] {
  return [
    device({ driver: 'AMDVI-PCI', id, ...slotProperties(slot) }),
    device({
      driver,
      'pci-id': id,
      intremap: options.intremap,
      pt: options.pt,
      xtsup: options.xtsup,
      'device-iotlb': options.iotlb,
    }),
  ];
}
