import type { Iommu } from '../../model/iommu';
import type { PlannedIommu } from '../../model/plan/iommu';
import type { KindResolver } from '../kind';
import { slotOf } from '../address/slot';
import { validateIommu } from './validate';

export const iommu: KindResolver<'iommu'> = {
  validate: validateIommu,
  plan: (device, guest, context) => {
    const driver = driverOf(device);
    return (
      driver && {
        kind: 'iommu',
        device,
        id: device.alias ?? '',
        slot: slotOf(device, guest, context),
        driver,
        options: device.driver,
      }
    );
  },
};

/** That of Arm boards is one of -machine's properties. */
function driverOf({ model }: Iommu): PlannedIommu['driver'] | undefined {
  return model === 'smmuv3' ? undefined : `${model}-iommu`;
}
