import { iothreadInvalid } from '../../diagnostics/catalog';
import type { Iothread } from '../../model/domain';
import type { Domain } from '../../model/domain';
import type { PlannedIothread } from '../../model/plan/machine';
import type { Context } from '../context';

/** QEMU has no limit, but the host's memory has one: no guest has use for so many. */
const MOST_IOTHREADS = 4096;

/** `<iothreads>` fills up what `<iothreadids>` does not name, with the lowest free ids. */
export function fillIothreads(guest: Domain, { report }: Context): Domain {
  const { iothreadCount = 0 } = guest;
  if (iothreadCount > MOST_IOTHREADS) {
    const at = guest.at.of('iothreads');
    report(iothreadInvalid(at, `${iothreadCount} I/O threads are more than a host can run`, 'use a few'));
    return guest;
  }
  const missing = iothreadCount - guest.iothreads.length;
  if (missing <= 0) return guest;
  const taken = new Set(guest.iothreads.map(({ id }) => id));
  const added: Iothread[] = [];
  for (let id = 1; added.length < missing; id++)
    if (!taken.has(id)) added.push({ at: guest.at.of('iothreads'), id });
  return { ...guest, iothreads: [...guest.iothreads, ...added] };
}

export function planIothreads({ iothreads, defaultIothread }: Domain): PlannedIothread[] {
  const planned = iothreads.map(({ id, poll, threadPoolMin, threadPoolMax }) => ({
    type: 'iothread' as const,
    id: `iothread${id}`,
    pollMax: poll?.max,
    pollGrow: poll?.grow,
    pollShrink: poll?.shrink,
    pollWeight: poll?.weight,
    threadPoolMin,
    threadPoolMax,
  }));
  const { threadPoolMin, threadPoolMax } = defaultIothread ?? {};
  return threadPoolMin === undefined && threadPoolMax === undefined
    ? planned
    : [...planned, { type: 'main-loop', id: 'main-loop', threadPoolMin, threadPoolMax }];
}
