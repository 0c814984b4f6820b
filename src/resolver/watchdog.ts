import { addressInvalid, deviceTwice, watchdogActions, watchdogModel } from '../diagnostics/catalog';
import { devicesOf } from '../model/device';
import { keepLast } from '../model/keep-last';
import type { Domain } from '../model/domain';
import type { Watchdog, WatchdogModel } from '../model/watchdog';
import type { Context } from './context';
import type { KindResolver } from './kind';
import { lacksIsa } from './machine/isa';
import { machineFamily } from './machine/family';
import { machineOf } from './machine/type';
import { slotOf } from './address/slot';

export const watchdog: KindResolver<'watchdog'> = {
  defaults: (device) => (device.action === undefined ? { ...device, action: 'reset' } : device),
  validate: (device, guest, context) => {
    const fits = modelFits(device.model, guest, context);
    if (!fits)
      context.report(watchdogModel(device.at.of('@model'), device.model ?? '', machineOf(guest, context)));
    const first = devicesOf(guest, 'watchdog')[0];
    if (first && first.action !== device.action && device.action !== undefined)
      context.report(watchdogActions(device.at.of('@action'), first.at));
    validatePlace(device, context);
    validateOnce(device, guest, context);
  },
  plan: (device, guest, context) => {
    const { model = 'i6300esb', alias: id = '', action } = device;
    return {
      kind: 'watchdog',
      device,
      id,
      slot: slotOf(device, guest, context),
      front:
        model === 'itco'
          ? { type: 'chipset', global: 'ICH9-LPC.noreboot=off' }
          : { type: 'device', driver: model },
      action: isLast(device, guest) ? (action === 'dump' ? 'pause' : action) : undefined,
    };
  },
};

/** Of those that are written: the one of the chipset comes after all devices. */
const isLast = (device: Watchdog, guest: Domain) => lastOf(guest) === device;
const lastOf = keepLast((guest: Domain) => {
  const all = devicesOf(guest, 'watchdog');
  return all.find(({ model }) => model === 'itco') ?? all.at(-1);
});

/** Only i6300esb is on a bus (libvirt src/qemu/qemu_validate.c qemuValidateDomainWatchdogDef). */
function validatePlace({ model, address }: Watchdog, { report }: Context): void {
  if (model === undefined || address === undefined || (model === 'i6300esb' && address.type === 'pci'))
    return;
  const problem = model === 'i6300esb' ? 'is a PCI device' : 'has its place, and takes no address';
  report(addressInvalid(address.at, `a watchdog of model '${model}' ${problem}`));
}

function validateOnce(device: Watchdog, guest: Domain, { report }: Context): void {
  const { at, model } = device;
  const first = devicesOf(guest, 'watchdog').find((other) => other.model === model);
  if (model !== 'i6300esb' && first !== undefined && first !== device)
    report(deviceTwice(at, `watchdog of model '${model}'`, first.at));
}

function modelFits(model: WatchdogModel | undefined, guest: Domain, context: Context): boolean {
  // QEMU itself has it wherever there is an ISA bus
  if (model === 'ib700' && context.profile.libvirtDefaults) return machineFamily(guest, context) === 'i440fx';
  if (model === 'ib700' && lacksIsa(guest, context)) return false;
  if (model === 'itco') return machineFamily(guest, context) === 'q35';
  // a PCI card: s390x has PCI as well
  return model === 'i6300esb' || (model === 'diag288') === (context.qemu.arch === 's390x');
}
