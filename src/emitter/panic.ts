import type { PlannedPanic } from '../model/plan/panic';
import { device, type Arg } from './args';
import { slotProperties } from './slot';

export function emitPanic({ driver, ioport, slot }: PlannedPanic): Arg[] {
  return [device({ driver, ioport, ...slotProperties(slot) })];
}
