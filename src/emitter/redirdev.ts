import type { PlannedRedirdev } from '../model/plan/redirdev';
import { device as deviceArg, type Arg } from './args';
import { emitChardev } from './chardev';
import { slotProperties } from './slot';

export function emitRedirdev({ chardev, filter, id, slot, bootindex }: PlannedRedirdev): Arg[] {
  return [
    ...emitChardev(chardev),
    deviceArg({ driver: 'usb-redir', chardev: chardev.id, id, filter, bootindex, ...slotProperties(slot) }),
  ];
}
