import { onOff } from '../../model/on-off';
import type { Domain } from '../../model/domain';
import type { Iommu } from '../../model/iommu';
import type { IommuOptions, PlannedIommu } from '../../model/plan/iommu';
import type { Context } from '../context';
import type { KindResolver } from '../kind';
import { pciBus, slotOf } from '../address/slot';
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
        options: optionsOf(device, guest, context),
      }
    );
  },
};

/** One for all of an Arm board is one of -machine's properties. */
function driverOf({ model, driver }: Iommu): PlannedIommu['driver'] | undefined {
  if (model !== 'smmuv3') return `${model}-iommu`;
  return driver.pciBus === undefined ? undefined : 'arm-smmuv3';
}

function optionsOf({ driver }: Iommu, guest: Domain, context: Context): IommuOptions {
  const { pciBus: bus, ssidsize, oas, ...rest } = driver;
  return {
    ...rest,
    primaryBus: bus === undefined ? undefined : pciBus(bus, guest, context),
    intremap: onOff(driver.intremap),
    eim: onOff(driver.eim),
    pt: passThrough(driver.passthrough, context),
    ats: onOff(driver.ats),
    ril: onOff(driver.ril),
    ssidsize: ssidsize === undefined ? undefined : `${ssidsize}`,
    oas: oas === undefined ? undefined : `${oas}`,
    cmdqv: onOff(driver.cmdqv),
  };
}

/** What QEMU does by default, and where it has no word for it, always. */
function passThrough(passthrough: boolean | undefined, { qemu, profile }: Context): boolean | undefined {
  if (passthrough === true && !profile.libvirtDefaults) return undefined;
  return qemu.has('amd-iommu.pt') ? passthrough : undefined;
}
