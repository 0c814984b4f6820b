import { iommuInvalid, iommuTwice } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Iommu, IommuDriver } from '../../model/iommu';
import type { Place } from '../../model/place';
import type { Capability } from '../../qemu/capabilities';
import type { Context } from '../context';
import { isEmulated } from '../machine/accel';
import { machineFamily } from '../machine/family';
import { requires } from '../requires';

/** What libvirt refuses (src/conf/domain_validate.c, src/qemu/qemu_validate.c qemuValidateDomainDeviceDefIOMMU). */
export function validateIommu(device: Iommu, guest: Domain, context: Context): void {
  const { at, model, address } = device;
  const [first] = devicesOf(guest, 'iommu');
  if (first !== undefined && first !== device) context.report(iommuTwice(at, first.at));
  validateMachine(device, guest, context);
  if (model !== 'virtio' && address !== undefined)
    refuse(context, address.at, `an IOMMU of model '${model}' is on no bus`, 'remove the address');
  else if (model === 'virtio' && address !== undefined && address.type !== 'pci')
    refuse(context, address.at.of('@type'), 'a virtio IOMMU is a PCI device', "use type='pci'");
  if (model === 'virtio' && !guest.features.acpi)
    refuse(context, at.of('@model'), 'guests find a virtio IOMMU by ACPI', 'add <acpi/> to <features>');
  if (model === 'intel') validateIntel(device, guest, context);
  else validateNoOptions(device, context);
}

const BOARDS = {
  intel: { families: ['q35'], help: "use machine='q35'", capability: 'intel-iommu' },
  smmuv3: { families: ['virt'], help: "use machine='virt' of Arm", capability: 'machine.virt.iommu' },
  virtio: {
    families: ['q35', 'virt'],
    help: "use machine='q35', or 'virt' of Arm",
    capability: 'virtio-iommu-pci',
  },
} as const;

function validateMachine({ at, model }: Iommu, guest: Domain, context: Context): void {
  const { families, help, capability } = BOARDS[model];
  const family = machineFamily(guest, context);
  const arm = family !== 'virt' || ['aarch64', 'arm'].includes(context.qemu.arch);
  const place = at.of('@model');
  if (!arm || !(families as readonly string[]).includes(family))
    refuse(context, place, `the machine has no IOMMU of model '${model}'`, help);
  else requires(context, capability, place, `an IOMMU of model '${model}'`);
  if (model === 'virtio' && family === 'q35' && context.qemu.has(capability))
    requires(context, 'virtio-iommu-pci.x86', place, 'a virtio IOMMU on x86');
}

const OPTIONS: readonly (readonly [keyof IommuDriver, attribute: string, Capability])[] = [
  ['intremap', 'intremap', 'intel-iommu.intremap'],
  ['cachingMode', 'caching_mode', 'intel-iommu.caching-mode'],
  ['eim', 'eim', 'intel-iommu.eim'],
  ['iotlb', 'iotlb', 'intel-iommu.device-iotlb'],
  ['awBits', 'aw_bits', 'intel-iommu.aw-bits'],
  ['dmaTranslation', 'dma_translation', 'intel-iommu.dma-translation'],
];

function validateNoOptions({ at, model, driver }: Iommu, context: Context): void {
  for (const [name, attribute] of OPTIONS)
    if (driver[name] !== undefined)
      refuse(
        context,
        at.of(`driver/@${attribute}`),
        `'${attribute}' is not of model '${model}'`,
        'remove it',
      );
}

/** QEMU hw/i386/intel_iommu.c vtd_decide_config. */
const WIDTHS: readonly number[] = [39, 48];

function validateIntel({ at, driver, implicit }: Iommu, guest: Domain, context: Context): void {
  const { features } = guest;
  for (const [name, attribute, capability] of OPTIONS)
    if (driver[name] !== undefined)
      requires(context, capability, at.of(`driver/@${attribute}`), `'${attribute}' of an IOMMU`);
  if (driver.intremap === true && features.ioapic !== 'qemu')
    refuse(
      context,
      at.of('driver/@intremap'),
      'interrupts can be remapped only where QEMU has the I/O APIC',
      "add <ioapic driver='qemu'/> to <features>",
    );
  const { awBits } = driver;
  if (awBits !== undefined && !WIDTHS.includes(awBits) && context.profile.checksForQemu)
    refuse(context, at.of('driver/@aw_bits'), 'addresses behind it have 39 or 48 bits', "use aw_bits='48'");
  if (driver.eim === true && driver.intremap !== true)
    refuse(context, at.of('driver/@eim'), 'extended interrupts have to be remapped', "add intremap='on'");
  // of one that nobody wrote the processors are told that call for it
  else if (driver.eim === true && implicit !== true && isHeldToEmulation(guest, context))
    requires(context, 'tcg.x2apic', at.of('driver/@eim'), "'eim' of an IOMMU without KVM");
}

/** Without KVM QEMU learned such interrupts with x2APIC (hw/i386/intel_iommu.c vtd_decide_config); libvirt leaves it to QEMU. */
function isHeldToEmulation(guest: Domain, context: Context): boolean {
  return context.profile.checksForQemu && isEmulated(guest, context);
}

function refuse({ report }: Pick<Context, 'report'>, at: Place, problem: string, help: string): void {
  report(iommuInvalid(at, problem, help));
}
