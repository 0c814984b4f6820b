import type { Place } from '../../model/place';
import { warning } from '../diagnostic';

/** `file` has it at `first`; the place of a note is one of the file that the diagnostic is about. */
export const guestsClash = (at: Place, what: string, help: string, file: string, first: Place) =>
  warning('guests-clash', at, `${what} is another guest's, too: only one of those that run can have it`, {
    notes: [{ message: `${file}:${first.line}:${first.column} has it, too` }],
    help,
  });

/** Two guests of a cluster on one host. */
export const guestsOneNexus = (at: Place, what: string, file: string, first: Place) =>
  warning('guests-one-nexus', at, `a reservation of ${what} by one guest holds for the other too`, {
    notes: [
      { message: `${file}:${first.line}:${first.column} reserves it through the same port of this host` },
      {
        message: 'a reservation is of an I_T nexus: the storage cannot tell two guests apart behind one port',
      },
    ],
    help: "run the two on different hosts, or give each a port of its own (NPIV), or QEMU's iSCSI initiator",
  });
