import type { Granule } from '../iommu';
import type { Planned } from './planned';

export interface PlannedIommu extends Planned<'iommu'> {
  readonly driver: 'intel-iommu' | 'virtio-iommu' | 'amd-iommu' | 'arm-smmuv3';
  readonly options: IommuOptions;
}

/** Properties in the words of QEMU; each driver takes some of them. */
export interface IommuOptions {
  /** The PCI bus whose root complex an smmuv3 stands before. */
  readonly primaryBus?: string | undefined;
  readonly intremap?: 'on' | 'off' | undefined;
  readonly cachingMode?: boolean | undefined;
  readonly eim?: 'on' | 'off' | undefined;
  /** That of an AMD one; undefined where QEMU does it without being told. */
  readonly pt?: boolean | undefined;
  readonly xtsup?: boolean | undefined;
  readonly iotlb?: boolean | undefined;
  readonly awBits?: number | undefined;
  readonly dmaTranslation?: boolean | undefined;
  readonly granule?: Granule | undefined;
  readonly accel?: boolean | undefined;
  readonly ats?: 'on' | 'off' | undefined;
  readonly ril?: 'on' | 'off' | undefined;
  /** A mode of QEMU's: a number, as text. */
  readonly ssidsize?: string | undefined;
  readonly oas?: string | undefined;
  readonly cmdqv?: 'on' | 'off' | undefined;
}
