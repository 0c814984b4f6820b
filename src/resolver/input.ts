import { inputBusInvalid, inputVariant, ps2Disabled, valueMissing } from '../diagnostics/catalog';
import type { Domain } from '../model/domain';
import type { Input, InputBus, InputType } from '../model/input';
import type { PlannedInput } from '../model/plan/input';
import type { VirtioModel } from '../model/virtio';
import { isX86 } from '../qemu/architectures';
import { atLeast, releaseOf } from '../qemu/version';
import type { Context } from './context';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { slotOf } from './address/slot';
import { virtioVariant } from './virtio/variant';

/** Where each type of input can be plugged in. */
const BUSES: { readonly [T in InputType]: readonly InputBus[] } = {
  mouse: ['ps2', 'usb', 'virtio'],
  keyboard: ['ps2', 'usb', 'virtio'],
  tablet: ['usb', 'virtio'],
  passthrough: ['virtio'],
  evdev: ['none'],
};

const USB_DRIVERS: { readonly [T in InputType]?: string } = {
  mouse: 'usb-mouse',
  keyboard: 'usb-kbd',
  tablet: 'usb-tablet',
};

const VIRTIO_DRIVERS: { readonly [T in InputType]?: string } = {
  mouse: 'virtio-mouse',
  keyboard: 'virtio-keyboard',
  tablet: 'virtio-tablet',
  passthrough: 'virtio-input-host',
};

/** QEMU has the device of virtio 1.0 and no other. */
const ONLY_VARIANT: VirtioModel = 'virtio-non-transitional';

/** libvirt once named variants of it, and takes none since (src/qemu/qemu_validate.c): by the oldest QEMU that it still takes. */
function takesVariant(model: VirtioModel, { profile, qemu }: Context): boolean {
  return profile.libvirtDefaults ? !atLeast(releaseOf(qemu.version), '6.2') : model === ONLY_VARIANT;
}

export const input: KindResolver<'input'> = {
  defaults: (device, _guest, context) =>
    device.bus === undefined ? { ...device, bus: defaultBus(device.type, context) } : device,
  validate: (device, guest, context) => {
    validateBus(device, guest, context);
    if (device.type === 'passthrough')
      requires(context, 'virtio-input-host', device.at.of('@type'), "an input of type 'passthrough'");
    if (device.type === 'passthrough' && device.source?.evdev === undefined)
      context.report(valueMissing(device.at.of('source'), "attribute 'evdev' of <source>"));
    if (device.type === 'evdev' && device.source?.dev === undefined)
      context.report(valueMissing(device.at.of('source'), "attribute 'dev' of <source>"));
  },
  plan: (device, guest, context) => {
    const driver = driverOf(device, context);
    if (driver === undefined) return undefined;
    const path = device.type === 'evdev' ? device.source?.dev : evdevOf(device);
    const id = device.alias ?? '';
    if (path !== undefined) context.resource({ path, access: 'read-write', shared: false, usedBy: id });
    return {
      kind: 'input',
      device,
      id,
      slot: slotOf(device, guest, context),
      driver,
      evdev: evdevOf(device),
    };
  },
};

/** Only what is passed through is a device of the host. */
function evdevOf({ type, source }: Input): string | undefined {
  return type === 'passthrough' ? source?.evdev : undefined;
}

/** As libvirt chooses: PS/2 where the machine has a controller for it. */
function defaultBus(type: InputType, { qemu: { arch }, profile }: Context): InputBus {
  // on s390x libvirt means virtio whatever the type, and refuses that then
  if (type === 'evdev') return arch === 's390x' && profile.libvirtDefaults ? 'virtio' : 'none';
  if (type !== 'tablet' && type !== 'passthrough' && isX86(arch)) return 'ps2';
  return arch === 's390x' || type === 'passthrough' ? 'virtio' : 'usb';
}

function validateBus({ at, type, bus, model }: Input, guest: Domain, context: Context): void {
  const { qemu, report } = context;
  if (bus === undefined) return;
  if (!BUSES[type].includes(bus) || (bus === 'ps2' && !isX86(qemu.arch)))
    report(inputBusInvalid(at.of('@bus'), type, bus, BUSES[type]));
  else if (bus === 'ps2' && guest.features.ps2 === false) report(ps2Disabled(at.of('@bus')));
  if (bus === 'virtio' && model !== undefined && model !== 'virtio')
    if (type !== 'passthrough' || !takesVariant(model, context))
      report(inputVariant(at.of('@model'), type, model));
  if (model !== undefined && bus !== 'virtio')
    report(inputBusInvalid(at.of('@model'), `${model} ${type}`, bus, ['virtio']));
}

/** PS/2 devices are part of the machine: no argument. */
function driverOf(
  { type, bus, model = 'virtio', address }: Input,
  context: Context,
): PlannedInput['driver'] | undefined {
  const { profile } = context;
  if (type === 'evdev') return { object: 'input-linux' };
  const usb = bus === 'usb' ? USB_DRIVERS[type] : undefined;
  if (usb !== undefined) return { device: usb };
  const virtio = bus === 'virtio' ? VIRTIO_DRIVERS[type] : undefined;
  if (virtio === undefined) return undefined;
  const variant = profile.libvirtDefaults ? model : 'virtio';
  const { driver, legacy } = virtioVariant(virtio, variant, address, context);
  return { device: driver, legacy };
}
