import { panicModel } from '../diagnostics/catalog';
import type { PanicModel } from '../model/panic';
import type { KindResolver } from './kind';
import { slotOf } from './address/slot';

export const panic: KindResolver<'panic'> = {
  defaults: (device, _guest, { qemu }) =>
    device.model === undefined ? { ...device, model: defaultModel(qemu.arch) } : device,
  validate: ({ at, model = 'isa' }, _guest, { qemu, report }) => {
    if (!fits(model, qemu.arch)) report(panicModel(at.of('@model'), model, qemu.arch));
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

function defaultModel(arch: string): PanicModel {
  if (arch.startsWith('ppc64')) return 'pseries';
  if (arch === 's390x') return 's390';
  return arch === 'x86_64' || arch === 'i386' ? 'isa' : 'pvpanic';
}

function fits(model: PanicModel, arch: string): boolean {
  if (model === 'pvpanic') return true;
  const native = defaultModel(arch);
  return model === native || (model === 'hyperv' && native === 'isa');
}
