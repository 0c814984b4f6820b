import type { PlannedWatchdog } from '../model/plan/watchdog';
import { device, text, type Arg } from './args';
import { slotProperties } from './slot';

export function emitWatchdog({ front, id, slot, action }: PlannedWatchdog): Arg[] {
  return [
    front.type === 'chipset'
      ? text('-global', front.global)
      : device({ driver: front.driver, id, ...slotProperties(slot) }),
    ...(action === undefined ? [] : [text('-watchdog-action', action)]),
  ];
}
