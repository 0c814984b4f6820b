import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const deviceUnsupported = (at: Place, what: string, instead: string) =>
  error('device-unsupported', at, `QEMU has no ${what}`, { help: `use ${instead}` });

export const deviceTwice = (at: Place, what: string, first: Place) =>
  error('device-twice', at, `a guest has one ${what} at most`, {
    notes: [{ message: 'the first one is here', at: first }],
    help: 'remove one of the two',
  });

export const elementTwice = (at: Place, element: string, owner: string) =>
  error('element-twice', at, `<${owner}> has one <${element}> too many`, { help: 'leave one' });
