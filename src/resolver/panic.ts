import { deviceTwice, panicAddress, panicModel, panicModelMissing } from '../diagnostics/catalog';
import type { Address } from '../model/address';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { PanicModel } from '../model/panic';
import { isX86 } from '../qemu/architectures';
import type { Context } from './context';
import { isArmVirt } from './guest/board-features';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { machineFamily } from './machine/family';
import { slotOf } from './address/slot';

export const panic: KindResolver<'panic'> = {
  defaults: (device, guest, context) =>
    device.model === undefined ? { ...device, model: defaultModel(guest, context) } : device,
  validate: (device, guest, context) => {
    const { at, model, address } = device;
    const { qemu, report } = context;
    const first = devicesOf(guest, 'panic').find((other) => other.model === model);
    if (model !== undefined && first !== undefined && first !== device)
      report(deviceTwice(at, `panic device of model '${model}'`, first.at));
    if (model === 'pvpanic')
      requires(context, 'pvpanic-pci', at.of('@model'), "a panic device of model 'pvpanic'");
    if (model === undefined) report(panicModelMissing(at));
    else if (!fits(model, guest, context)) report(panicModel(at.of('@model'), model, qemu.arch));
    if (model !== undefined && address !== undefined && address.type !== ADDRESSES[model])
      report(panicAddress(at.of('address/@type'), model, address.type));
  },
  plan: (device, guest, context) => {
    const { model, address, alias: id = '' } = device;
    // hyperv is a feature of the CPU; on pseries and s390 the machine itself tells
    if (model !== 'isa' && model !== 'pvpanic') return undefined;
    return {
      kind: 'panic',
      device,
      id,
      slot: model === 'pvpanic' ? slotOf(device, guest, context) : { type: 'none' },
      driver: model === 'isa' ? 'pvpanic' : 'pvpanic-pci',
      ioport: address?.type === 'isa' ? (address.iobase ?? unwritten(context)) : undefined,
    };
  },
};

/** libvirt writes an I/O port of 0 for one that nobody wrote. */
function unwritten({ profile }: Context): 0 | undefined {
  return profile.libvirtDefaults ? 0 : undefined;
}

/** The one type of address that each has, where it has any (libvirt src/qemu/qemu_validate.c). */
const ADDRESSES: { readonly [M in PanicModel]?: Address['type'] } = { isa: 'isa', pvpanic: 'pci' };

/** RISC-V, LoongArch and others have none that goes by itself. */
function defaultModel(guest: Domain, context: Context): PanicModel | undefined {
  const { arch } = context.qemu;
  if (machineFamily(guest, context) === 'pseries') return 'pseries';
  if (arch === 's390x') return 's390';
  if (isX86(arch)) return 'isa';
  return isArmVirt(guest, context) ? 'pvpanic' : undefined;
}

function fits(model: PanicModel, guest: Domain, context: Context): boolean {
  if (model === 'pvpanic') return true;
  const native = defaultModel(guest, context);
  return model === native || (model === 'hyperv' && native === 'isa');
}
