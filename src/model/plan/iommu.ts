import type { IommuDriver } from '../iommu';
import type { Planned } from './planned';

export interface PlannedIommu extends Planned<'iommu'> {
  readonly driver: 'intel-iommu' | 'virtio-iommu';
  readonly options: IommuDriver;
}
