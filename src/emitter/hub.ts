import type { PlannedOf } from '../model/plan/device';
import { device, type Arg } from './args';
import { slotProperties } from './slot';

export function emitHub({ id, slot }: PlannedOf<'hub'>): Arg[] {
  return [device({ driver: 'usb-hub', id, ...slotProperties(slot) })];
}
