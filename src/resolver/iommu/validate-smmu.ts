import { iommuInvalid } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Iommu, IommuDriver } from '../../model/iommu';
import type { Context } from '../context';
import { controllerAt } from '../controller/lookup';
import { isEmulated } from '../machine/accel';

/** An smmuv3 that stands before one root complex: a device, where the plain one is a property of the machine. */
export function isSmmuOfBus({ model, driver }: Iommu): boolean {
  return model === 'smmuv3' && driver.pciBus !== undefined;
}

/** What the host's SMMU has to do with (QEMU hw/arm/smmuv3.c: only with accel=on). */
const OF_HOST: readonly (readonly [keyof IommuDriver, attribute: string])[] = [
  ['ats', 'ats'],
  ['ril', 'ril'],
  ['ssidsize', 'ssidsize'],
  ['oas', 'oas'],
  ['cmdqv', 'cmdqv'],
];

/** What QEMU 11.1 refuses of smmuv3, and libvirt 12.9 where it looks. */
export function validateSmmu(device: Iommu, guest: Domain, context: Context): void {
  const { at, driver } = device;
  const { report } = context;
  const { pciBus, accel, oas } = driver;
  for (const [name, attribute] of OF_HOST)
    if (driver[name] !== undefined && accel !== true)
      report(
        iommuInvalid(at.of(`driver/@${attribute}`), `'${attribute}' is of the host's SMMU`, "add accel='on'"),
      );
  if (pciBus === undefined) {
    if (accel !== undefined)
      report(
        iommuInvalid(
          at.of('driver/@accel'),
          'only the SMMU of one bus can use that of the host',
          "add pciBus='0'",
        ),
      );
    return;
  }
  validateBus(device, pciBus, guest, context);
  if (!context.profile.checksForQemu) return;
  if (oas !== undefined && oas !== 44 && oas !== 48)
    report(iommuInvalid(at.of('driver/@oas'), 'addresses behind it have 44 or 48 bits', "use oas='48'"));
  if (accel === true && isEmulated(guest, context))
    report(
      iommuInvalid(
        at.of('driver/@accel'),
        "QEMU uses the host's SMMU with KVM alone",
        "use <domain type='kvm'>",
      ),
    );
}

/** Root complexes alone, each with one (QEMU hw/arm/smmu-common.c smmu_base_realize). */
const ROOTS: readonly (string | undefined)[] = ['pcie-root', 'pcie-expander-bus'];

function validateBus(device: Iommu, bus: number, guest: Domain, { profile, report }: Context): void {
  const place = device.at.of('driver/@pciBus');
  const controller = controllerAt(guest, 'pci', bus);
  const help = 'give the index of the pcie-root or of a pcie-expander-bus';
  if (controller === undefined) report(iommuInvalid(place, `the guest has no PCI controller ${bus}`, help));
  else if (!ROOTS.includes(controller.model) && profile.checksForQemu)
    report(iommuInvalid(place, `PCI controller ${bus} is no root complex`, help));
  const first = devicesOf(guest, 'iommu').find(({ driver }) => driver.pciBus === bus);
  if (first !== device && profile.checksForQemu)
    report(iommuInvalid(place, `PCI controller ${bus} has an IOMMU already`, 'give each another one'));
}
