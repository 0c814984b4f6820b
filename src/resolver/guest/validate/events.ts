import { eventInvalid } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';

/** What can follow a shutdown, a reset or a crash (libvirt src/qemu/qemu_validate.c). */
export function validateEvents({ at, events }: Domain, { report }: Context): void {
  const { poweroff, reboot, crash } = events;
  for (const [name, action] of Object.entries({ poweroff, reboot, crash })) {
    const kept = action === 'preserve' && name !== 'crash';
    if (kept || action === 'rename-restart') report(eventInvalid(at.of(`on_${name}`), name, action));
  }
  if (reboot === 'destroy' && poweroff === 'restart')
    report(eventInvalid(at.of('on_poweroff'), 'poweroff', "restart' with on_reboot 'destroy"));
}
