import type { IommuDriver, IommuModel } from '../../model/iommu';
import type { Capability } from '../../qemu/capabilities';

interface DriverOption {
  readonly name: keyof IommuDriver;
  /** Below `<driver>`. */
  readonly path: string;
  /** The models that take it, each with what a QEMU needs for it; undefined: what it needs for the model. */
  readonly models: Partial<Readonly<Record<IommuModel, Capability | undefined>>>;
}

/**
 * What `<driver>` says of which model (libvirt docs/formatdomain, IOMMU devices; what libvirt 12.9 refuses). `passthrough`
 * is looked at by itself: a QEMU may do it without being told.
 */
export const DRIVER_OPTIONS: readonly DriverOption[] = [
  { name: 'intremap', path: '@intremap', models: { intel: 'intel-iommu.intremap', amd: undefined } },
  { name: 'cachingMode', path: '@caching_mode', models: { intel: 'intel-iommu.caching-mode' } },
  { name: 'eim', path: '@eim', models: { intel: 'intel-iommu.eim' } },
  { name: 'iotlb', path: '@iotlb', models: { intel: 'intel-iommu.device-iotlb', amd: undefined } },
  {
    name: 'awBits',
    path: '@aw_bits',
    models: { intel: 'intel-iommu.aw-bits', virtio: 'virtio-iommu.aw-bits' },
  },
  { name: 'dmaTranslation', path: '@dma_translation', models: { intel: 'intel-iommu.dma-translation' } },
  { name: 'xtsup', path: '@xtsup', models: { amd: undefined } },
  { name: 'passthrough', path: '@passthrough', models: { amd: undefined } },
  { name: 'granule', path: 'granule', models: { virtio: 'virtio-iommu.granule' } },
  { name: 'pciBus', path: '@pciBus', models: { smmuv3: undefined } },
  { name: 'accel', path: '@accel', models: { smmuv3: 'arm-smmuv3.accel' } },
  { name: 'ats', path: '@ats', models: { smmuv3: 'arm-smmuv3.ats' } },
  { name: 'ril', path: '@ril', models: { smmuv3: 'arm-smmuv3.ril' } },
  { name: 'ssidsize', path: '@ssidsize', models: { smmuv3: 'arm-smmuv3.ssidsize' } },
  { name: 'oas', path: '@oas', models: { smmuv3: 'arm-smmuv3.oas' } },
  { name: 'cmdqv', path: '@cmdqv', models: { smmuv3: 'arm-smmuv3.cmdqv' } },
];
