import { panicAddress, panicModel, panicModelMissing } from '../diagnostics/catalog';
import type { Domain } from '../model/domain';
import type { PanicModel } from '../model/panic';
import type { Context } from './context';
import { isArmVirt } from './guest/board-features';
import type { KindResolver } from './kind';
import { machineFamily } from './machine/family';
import { slotOf } from './address/slot';

export const panic: KindResolver<'panic'> = {
  defaults: (device, guest, context) =>
    device.model === undefined ? { ...device, model: defaultModel(guest, context) } : device,
  validate: ({ at, model, address }, guest, context) => {
    const { qemu, report } = context;
    if (model === undefined) report(panicModelMissing(at));
    else if (!fits(model, guest, context)) report(panicModel(at.of('@model'), model, qemu.arch));
    if (model === 'pvpanic' && address !== undefined && address.type !== 'pci')
      report(panicAddress(at.of('address/@type'), address.type));
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
      ioport: address?.type === 'isa' ? address.iobase : undefined,
    };
  },
};

/** RISC-V and others have none that goes by itself. */
function defaultModel(guest: Domain, context: Context): PanicModel | undefined {
  const { arch } = context.qemu;
  if (machineFamily(guest, context) === 'pseries') return 'pseries';
  if (arch === 's390x') return 's390';
  if (arch === 'x86_64' || arch === 'i386') return 'isa';
  return isArmVirt(guest, context) || arch === 'loongarch64' ? 'pvpanic' : undefined;
}

function fits(model: PanicModel, guest: Domain, context: Context): boolean {
  if (model === 'pvpanic') return true;
  const native = defaultModel(guest, context);
  return model === native || (model === 'hyperv' && native === 'isa');
}
