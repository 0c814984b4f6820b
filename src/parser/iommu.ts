import { IOMMU_MODELS, type Iommu } from '../model/iommu';
import { UINT } from '../model/number';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

/** `<iommu>`. */
export function parseIommu(element: XmlElement): Iommu | undefined {
  element.required('@model', `use one of: ${IOMMU_MODELS.join(', ')}`);
  const model = element.choice('@model', IOMMU_MODELS);
  if (model === undefined) {
    element.skipAll();
    return undefined;
  }
  return {
    kind: 'iommu',
    ...parseDeviceBase(element),
    model,
    driver: {
      intremap: element.on('driver/@intremap'),
      cachingMode: element.on('driver/@caching_mode'),
      eim: element.on('driver/@eim'),
      iotlb: element.on('driver/@iotlb'),
      awBits: element.integer('driver/@aw_bits', { max: UINT }),
      dmaTranslation: element.on('driver/@dma_translation'),
    },
  };
}
