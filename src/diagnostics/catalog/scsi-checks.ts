import type { Place } from '../../model/place';
import { note } from '../diagnostic';

export const diskSerialCut = (at: Place, limit: number, shown: string) =>
  note('disk-serial-cut', at, `the guest sees the first ${limit} characters of this serial alone`, {
    notes: [{ message: `it sees '${shown}', also in /dev/disk/by-id` }],
    help: 'make sure that no other disk of the guest begins like it, or use a shorter one',
  });
