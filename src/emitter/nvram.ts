import type { Planned } from '../model/plan/planned';
import { keyval, type Arg } from './args';

/** The board has it; only where it is can be said. */
export function emitNvram({ slot }: Planned<'nvram'>): Arg[] {
  return slot.type === 'spapr-vio'
    ? [keyval('-global', { 'spapr-nvram.reg': `0x${slot.reg.toString(16)}` })]
    : [];
}
