import { deviceUnsupported } from '../../diagnostics/catalog';
import type { ChardevSource } from '../../model/chardev';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';

/** Whether there is a spice server, through which ports can be reached. */
export function hasSpice(guest: Domain): boolean {
  return devicesOf(guest, 'graphics').some(({ type }) => type === 'spice');
}

/** Whether it is a port of a server that is not there, which QEMU refuses (QEMU chardev/spice.c). */
export function hasNoServer({ type }: ChardevSource, guest: Domain): boolean {
  return type === 'spiceport' && !hasSpice(guest);
}

/** spicevmc is for what spice knows: its agent's channel, smartcards and USB devices. */
export function refuseSpiceVmc({ type, at }: ChardevSource, device: string, { report }: Context): void {
  if (type === 'spicevmc') report(deviceUnsupported(at.of('@type'), `spicevmc for ${device}`, 'spiceport'));
}
