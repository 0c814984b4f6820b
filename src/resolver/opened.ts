import type { Hostdev } from '../model/hostdev';
import type { Context } from './context';

/** Counts a file among those that QEMU reads; other guests may do so, too. `usedBy`: an id, or a part of the guest. */
export function reads(path: string | undefined, usedBy: string, context: Context): void {
  if (path !== undefined) context.resource({ path, access: 'read', shared: true, usedBy });
}

/** The same of a card's own firmware, unless it has none: `<rom file=>`. */
export function readsRom(rom: Hostdev['rom'], usedBy: string, context: Context): void {
  if (rom?.enabled !== false) reads(rom?.file, usedBy, context);
}
