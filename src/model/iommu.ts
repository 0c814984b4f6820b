import type { DeviceBase } from './device-base';

export const IOMMU_MODELS = ['intel', 'smmuv3', 'virtio'] as const;
export type IommuModel = (typeof IOMMU_MODELS)[number];

/** `<driver intremap= caching_mode= eim= iotlb= aw_bits= dma_translation=>` of an Intel IOMMU. */
export interface IommuDriver {
  readonly intremap?: boolean | undefined;
  readonly cachingMode?: boolean | undefined;
  readonly eim?: boolean | undefined;
  readonly iotlb?: boolean | undefined;
  readonly awBits?: number | undefined;
  readonly dmaTranslation?: boolean | undefined;
}

/** `<iommu>`. */
export interface Iommu extends DeviceBase {
  readonly kind: 'iommu';
  readonly model: IommuModel;
  readonly driver: IommuDriver;
}
