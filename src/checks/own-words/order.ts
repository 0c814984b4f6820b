import { ownDeviceEarly } from '../../diagnostics/catalog';
import { devicesAreJson } from '../../qemu/json-devices';
import type { Check, CheckInput } from '../check';
import { optionsOf } from './read';

/** A `-device` of the user on the bus of a controller that QEMU makes after it. */
export const ownOrder: Check = ({ guest, plan, context }) => {
  if (!devicesAreJson(context.profile, context.qemu)) return;
  for (const { at, name, pairs, json } of optionsOf(guest)) {
    const bus = pairs.get('bus');
    if (name !== '-device' || json !== undefined || bus === undefined) continue;
    const controller = controllerOf(bus, plan);
    if (controller !== undefined)
      context.report(ownDeviceEarly(at, bus, controller.id, controller.device.at));
  }
};

/** `pci.1` is a controller's id, `scsi0.0` the first bus of one. What is on the board is there from the beginning. */
function controllerOf(bus: string, { devices }: CheckInput['plan']) {
  const ids = [bus, bus.replace(/\.\d+$/, '')];
  return devices.find(
    (device) => device.kind === 'controller' && device.type !== 'pci-root' && ids.includes(device.id),
  );
}
