import type { Place } from './place';

/** `<iommufd enabled= fdgroup=>`: PCI functions of the host go through /dev/iommu, unless they say otherwise. */
export interface Iommufd {
  readonly at: Place;
  readonly enabled: boolean;
  /** Its descriptor is handed over under this name. */
  readonly fdGroup?: string | undefined;
}
