import type { DeviceBase } from './device-base';

export const IOMMU_MODELS = ['intel', 'smmuv3', 'virtio', 'amd'] as const;
export type IommuModel = (typeof IOMMU_MODELS)[number];

/** The size of the pages that a virtio IOMMU maps (QEMU qapi/virtio.json GranuleMode). */
export const GRANULES = ['4k', '8k', '16k', '64k', 'host'] as const;
export type Granule = (typeof GRANULES)[number];

/** `<driver>` of an IOMMU; each model takes some of it (resolver/iommu/driver-options.ts). */
export interface IommuDriver {
  readonly intremap?: boolean | undefined;
  readonly cachingMode?: boolean | undefined;
  readonly eim?: boolean | undefined;
  readonly iotlb?: boolean | undefined;
  readonly awBits?: number | undefined;
  readonly dmaTranslation?: boolean | undefined;
  readonly xtsup?: boolean | undefined;
  readonly passthrough?: boolean | undefined;
  /** The index of the PCI controller whose root complex an smmuv3 stands before. */
  readonly pciBus?: number | undefined;
  readonly accel?: boolean | undefined;
  readonly ats?: boolean | undefined;
  readonly ril?: boolean | undefined;
  /** Bits of a SubstreamID. */
  readonly ssidsize?: number | undefined;
  /** Bits of an address that leaves it. */
  readonly oas?: number | undefined;
  readonly cmdqv?: boolean | undefined;
  readonly granule?: Granule | undefined;
}

/** `<iommu>`. */
export interface Iommu extends DeviceBase {
  readonly kind: 'iommu';
  readonly model: IommuModel;
  readonly driver: IommuDriver;
}
