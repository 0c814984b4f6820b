import type { Place } from '../../model/place';
import { warning } from '../diagnostic';

/** `file` has it at `first`; the place of a note is one of the file that the diagnostic is about. */
export const guestsClash = (at: Place, what: string, help: string, file: string, first: Place) =>
  warning('guests-clash', at, `${what} is another guest's, too: only one of those that run can have it`, {
    notes: [{ message: `${file}:${first.line}:${first.column} has it, too` }],
    help,
  });
