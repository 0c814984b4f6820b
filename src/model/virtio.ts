/** `<driver iommu= ats= packed= page_per_vq=>`, the options that every virtio device takes; undefined: not written. */
export interface VirtioOptions {
  readonly iommu?: boolean | undefined;
  readonly ats?: boolean | undefined;
  readonly packed?: boolean | undefined;
  readonly pagePerVq?: boolean | undefined;
}

/** The properties that spelled a variant before it had a device of its own. */
export interface VirtioLegacy {
  readonly disableLegacy: boolean;
  readonly disableModern: boolean;
}

/** The variants of a virtio PCI device; plain `virtio` follows the bus it is plugged into. */
export const VIRTIO_MODELS = ['virtio', 'virtio-transitional', 'virtio-non-transitional'] as const;
export type VirtioModel = (typeof VIRTIO_MODELS)[number];

/** `<iothread id=><queue id=/></iothread>` of a `<driver>`'s `<iothreads>`. */
export interface IothreadMapping {
  readonly id: number;
  /** Empty: all queues. */
  readonly queues: readonly number[];
}
