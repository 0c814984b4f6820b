import type { Iothread } from '../../model/domain';
import type { Domain } from '../../model/domain';
import type { PlannedIothread } from '../../model/plan/machine';

/** `<iothreads>` fills up what `<iothreadids>` does not name, with the lowest free ids. */
export function fillIothreads(guest: Domain): Domain {
  const missing = (guest.iothreadCount ?? 0) - guest.iothreads.length;
  const taken = new Set(guest.iothreads.map(({ id }) => id));
  const added: Iothread[] = [];
  for (let id = 1; added.length < missing; id++)
    if (!taken.has(id)) added.push({ at: guest.at.of('iothreads'), id });
  return { ...guest, iothreads: [...guest.iothreads, ...added] };
}

export function planIothreads({ iothreads }: Domain): PlannedIothread[] {
  return iothreads.map(({ id, poll, threadPoolMin, threadPoolMax }) => ({
    id: `iothread${id}`,
    pollMax: poll?.max,
    pollGrow: poll?.grow,
    pollShrink: poll?.shrink,
    threadPoolMin,
    threadPoolMax,
  }));
}
