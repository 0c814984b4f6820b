import { eventInvalid, eventUnfollowed } from '../../../diagnostics/catalog';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';

/** What can follow a shutdown, a reset or a crash (libvirt src/qemu/qemu_validate.c). */
export function validateEvents({ at, events }: Domain, { report, profile }: Context): void {
  const { poweroff, reboot, crash } = events;
  if (!profile.libvirtDefaults) unfollowed({ at, events }).forEach(report);
  for (const [name, action] of Object.entries({ poweroff, reboot, crash })) {
    const kept = action === 'preserve' && name !== 'crash';
    if (kept || action === 'rename-restart') report(eventInvalid(at.of(`on_${name}`), name, action));
  }
  if (reboot === 'destroy' && poweroff === 'restart')
    report(eventInvalid(at.of('on_poweroff'), 'poweroff', "restart' with on_reboot 'destroy"));
}

const AGAIN = 'have it started again by what starts it, as a unit of systemd with Restart=always';

/** QEMU ends, or stands still; it starts no guest anew but by a reset, and dumps none (qemu-options.hx, -action). */
function unfollowed({ at, events }: Pick<Domain, 'at' | 'events'>): readonly Diagnostic[] {
  const { poweroff, crash = '' } = events;
  const off =
    poweroff === 'restart'
      ? [eventUnfollowed(at.of('on_poweroff'), 'poweroff', poweroff, 'QEMU ends when the guest does', AGAIN)]
      : [];
  const help = CRASHES[crash];
  if (help === undefined) return off;
  return [
    ...off,
    eventUnfollowed(at.of('on_crash'), 'crash', crash, 'QEMU ends when the guest panics', help),
  ];
}

const DUMP = "take 'preserve' and a monitor, whose dump-guest-memory writes it";

const CRASHES: Readonly<Record<string, string | undefined>> = {
  restart: AGAIN,
  'coredump-destroy': DUMP,
  'coredump-restart': DUMP,
};
