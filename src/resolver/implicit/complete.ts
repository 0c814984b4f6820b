import { isX86 } from '../../qemu/architectures';
import type { Controller } from '../../model/controller';
import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Input, InputType } from '../../model/input';
import type { Panic } from '../../model/panic';
import type { Context } from '../context';
import { pciDriver } from '../controller/pci';
import { companionPort } from '../controller/lookup';
import { machineAt } from '../controller/implicit';
import { machineFamily } from '../machine/family';
import { RANDOM } from '../rng';

/**
 * What a guest has besides, as libvirt shows it (src/qemu/qemu_domain.c, src/conf/domain_postparse.c). It is no pass: none
 * of it changes an argument, and a conversion need not pay for it.
 */
export function complete(guest: Domain, context: Context): Domain {
  const consoles = devicesOf(guest, 'console');
  const screen = firstScreen(guest);
  const devices = guest.devices.map((device): Device => {
    switch (device.kind) {
      case 'controller':
        return withDriver(device, guest, context);
      case 'console':
        return { ...device, port: device.port ?? consoles.indexOf(device) };
      case 'video':
        return device === screen ? { ...device, primary: true } : device;
      case 'rng':
        return device.backend.type === 'random'
          ? { ...device, backend: { type: 'random', path: device.backend.path ?? RANDOM } }
          : device;
      default:
        return device;
    }
  });
  return { ...guest, devices: [...devices, ...inputs(guest, context), ...panics(guest, context)] };
}

/** Which QEMU device a bridge is, and which ports a USB companion serves. */
function withDriver(controller: Controller, guest: Domain, context: Context): Controller {
  if (controller.type === 'usb') return { ...controller, masterStartPort: companionPort(controller) };
  if (controller.type !== 'pci') return controller;
  return { ...controller, pci: { ...controller.pci, modelName: pciDriver(controller, guest, context) } };
}

function firstScreen(guest: Domain): Device | undefined {
  const [first] = devicesOf(guest, 'video');
  return first?.model === 'none' ? undefined : first;
}

/** The mouse and keyboard of every x86 board. */
function inputs(guest: Domain, { qemu }: Context): Input[] {
  if (!isX86(guest.os.arch ?? qemu.arch) || guest.features.ps2 === false) return [];
  const has = (type: InputType) =>
    devicesOf(guest, 'input').some((input) => input.type === type && input.bus === 'ps2');
  return (['mouse', 'keyboard'] as const)
    .filter((type) => !has(type))
    .map((type) => ({
      kind: 'input',
      at: machineAt(guest),
      implicit: true,
      alias: undefined,
      address: undefined,
      type,
      bus: 'ps2',
      virtio: {},
    }));
}

/** Where the machine itself hears that its guest crashed. */
function panics(guest: Domain, context: Context): Panic[] {
  const family = machineFamily(guest, context);
  const model = family === 's390' || family === 'pseries' ? family : undefined;
  if (model === undefined || devicesOf(guest, 'panic').some((panic) => panic.model === model)) return [];
  return [{ kind: 'panic', at: machineAt(guest), implicit: true, model }];
}
