import type { Planned } from './planned';

export interface PlannedPanic extends Planned<'panic'> {
  readonly driver: 'pvpanic' | 'pvpanic-pci';
  /** isa: an I/O port other than the usual one. */
  readonly ioport?: number | undefined;
}
