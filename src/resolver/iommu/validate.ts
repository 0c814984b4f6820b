import { iommuInvalid, iommuTwice } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Iommu } from '../../model/iommu';
import type { Place } from '../../model/place';
import type { Context } from '../context';
import { isEmulated } from '../machine/accel';
import { machineFamily } from '../machine/family';
import { requires } from '../requires';
import { DRIVER_OPTIONS } from './driver-options';
import { isSmmuOfBus, validateSmmu } from './validate-smmu';

/** What libvirt refuses (src/conf/domain_validate.c, src/qemu/qemu_validate.c qemuValidateDomainDeviceDefIOMMU). */
export function validateIommu(device: Iommu, guest: Domain, context: Context): void {
  const { at, model, address } = device;
  const [first] = devicesOf(guest, 'iommu');
  if (first !== undefined && first !== device && !(isSmmuOfBus(first) && isSmmuOfBus(device)))
    context.report(iommuTwice(at, first.at));
  validateMachine(device, guest, context);
  const isPci = model === 'virtio' || model === 'amd';
  if (!isPci && address !== undefined)
    refuse(context, address.at, `an IOMMU of model '${model}' is on no bus`, 'remove the address');
  else if (isPci && address !== undefined && address.type !== 'pci')
    refuse(context, address.at.of('@type'), `an IOMMU of model '${model}' is a PCI device`, "use type='pci'");
  if (model === 'virtio' && !guest.features.acpi)
    refuse(context, at.of('@model'), 'guests find a virtio IOMMU by ACPI', 'add <acpi/> to <features>');
  validateOptions(device, context);
  if (model === 'smmuv3') validateSmmu(device, guest, context);
  else if (model === 'virtio') validateVirtio(device, context);
  else validateRemapping(device, guest, context);
}

const BOARDS = {
  intel: { families: ['q35'], help: "use machine='q35'", capability: 'intel-iommu' },
  smmuv3: { families: ['virt'], help: "use machine='virt' of Arm", capability: 'machine.virt.iommu' },
  virtio: {
    families: ['q35', 'virt'],
    help: "use machine='q35', or 'virt' of Arm",
    capability: 'virtio-iommu-pci',
  },
  // one without gets a PCI device of its own wherever there is room when it is made
  amd: { families: ['q35'], help: "use machine='q35'", capability: 'amd-iommu.pci-id' },
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

function validateOptions({ at, model, driver }: Iommu, context: Context): void {
  for (const { name, path, models } of DRIVER_OPTIONS) {
    if (driver[name] === undefined) continue;
    const place = at.of(`driver/${path}`);
    const word = path.replace('@', '');
    const capability = models[model];
    if (capability !== undefined) requires(context, capability, place, `'${word}' of an IOMMU`);
    else if (!(model in models)) refuse(context, place, `'${word}' is not of model '${model}'`, 'remove it');
  }
  if (driver.passthrough === false && model === 'amd')
    requires(context, 'amd-iommu.pt', at.of('driver/@passthrough'), 'an IOMMU that lets no DMA through');
  if (model === 'smmuv3' && driver.pciBus !== undefined)
    requires(context, 'arm-smmuv3', at.of('driver/@pciBus'), 'the SMMU of one bus');
}

/** libvirt 12.9 src/conf/domain_validate.c; QEMU hw/virtio/virtio-iommu.c. */
function validateVirtio({ at, driver: { awBits = 64 } }: Iommu, context: Context): void {
  if (awBits < 32 || awBits > 64)
    refuse(context, at.of('driver/@aw_bits'), 'addresses behind it have 32 to 64 bits', "use aw_bits='64'");
}

/** QEMU hw/i386/intel_iommu.c vtd_decide_config. */
const WIDTHS: readonly number[] = [39, 48];

function validateRemapping(device: Iommu, guest: Domain, context: Context): void {
  const { at, driver } = device;
  const { features } = guest;
  if (driver.intremap === true && features.ioapic !== 'qemu')
    refuse(
      context,
      at.of('driver/@intremap'),
      'interrupts can be remapped only where QEMU has the I/O APIC',
      "add <ioapic driver='qemu'/> to <features>",
    );
  if (device.model === 'intel') validateIntel(device, guest, context);
}

function validateIntel({ at, driver, implicit }: Iommu, guest: Domain, context: Context): void {
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
