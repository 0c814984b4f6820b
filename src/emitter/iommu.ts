import type { PlannedIommu } from '../model/plan/iommu';
import { device, type Arg } from './args';
import { slotProperties } from './slot';

export function emitIommu({ driver, options, id, slot }: PlannedIommu): Arg[] {
  return [
    device({
      driver,
      id,
      intremap: onOffAuto(options.intremap),
      'caching-mode': options.cachingMode,
      eim: onOffAuto(options.eim),
      'device-iotlb': options.iotlb,
      'aw-bits': options.awBits,
      'dma-translation': options.dmaTranslation,
      ...slotProperties(slot),
    }),
  ];
}

/** QEMU's OnOffAuto is a string in JSON, not a boolean. */
function onOffAuto(value: boolean | undefined): 'on' | 'off' | undefined {
  return value === undefined ? undefined : value ? 'on' : 'off';
}
