import { deviceTwice } from '../../diagnostics/catalog';
import type { Console, Serial } from '../../model/chardev';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';

/** The operator's consoles of s390x: a machine has one of each (QEMU hw/char/sclpconsole.c, hw/char/sclpconsole-lm.c). */
const OF_CONSOLES = { sclp: 'sclpconsole', sclplm: 'sclplmconsole' } as const;

/** libvirt leaves it to QEMU. */
export function refuseSecondSclp(device: Serial | Console, guest: Domain, context: Context): void {
  const driver = driverOf(device);
  if (driver === undefined || !context.profile.checksForQemu) return;
  const ports = [...devicesOf(guest, 'serial'), ...devicesOf(guest, 'console')];
  const first = ports.find((port) => driverOf(port) === driver);
  if (first !== undefined && first !== device)
    context.report(deviceTwice(device.at, `console that is a ${driver}`, first.at));
}

function driverOf(device: Serial | Console): string | undefined {
  if (device.kind === 'serial') return device.targetType === 'sclp-serial' ? device.targetModel : undefined;
  const { targetType } = device;
  return targetType === 'sclp' || targetType === 'sclplm' ? OF_CONSOLES[targetType] : undefined;
}
