import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const qemuRefused = (
  at: Place | undefined,
  message: string,
  { said, help }: { readonly said: readonly string[]; readonly help: string | undefined },
) =>
  error('qemu-refused', at, `QEMU did not start: ${message}`, {
    notes: said.map((line) => ({ message: line })),
    help,
  });

export const vportToMake = (steps: readonly string[]) =>
  error('vport-to-make', undefined, 'the guest needs an NPIV port that is not there', {
    notes: steps.map((message) => ({ message })),
    help: "'run --create-vports' makes it and converts again; 'run --dry-run' shows how",
  });
