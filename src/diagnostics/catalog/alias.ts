import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

/** libvirt takes no notice of such a name either. */
export const aliasInvalid = (at: Place, alias: string) =>
  warning('alias-invalid', at, `'${alias}' cannot be a QEMU id: the device gets a name as if it had none`, {
    help: "use letters, digits, '-' and '_' after 'ua-'",
  });

/** The same of a name that is none of libvirt's own. */
export const aliasWithoutMark = (at: Place, alias: string) =>
  warning(
    'alias-invalid',
    at,
    `'${alias}' does not begin with 'ua-': the device gets a name as if it had none`,
    {
      help: `write '${/^[\w-]+$/.test(alias) ? `ua-${alias}` : 'ua-NAME'}', or leave it out`,
    },
  );

export const aliasTaken = (at: Place, alias: string, first: Place) =>
  error('alias-taken', at, `the alias '${alias}' is used by more than one device`, {
    notes: [{ message: 'it is used here first', at: first }],
    help: 'give each device an alias of its own',
  });

export const aliasTooLong = (at: Place, length: number, most: number) =>
  error(
    'alias-too-long',
    at,
    `QEMU does not find the bus of a controller whose alias has ${length} characters`,
    {
      help: `use at most ${most}`,
    },
  );
export const overrideWithoutDevice = (at: Place, alias: string) =>
  warning('override-without-device', at, `no device has the alias '${alias}'`, {
    help: "give the device one: <alias name='ua-NAME'/>, and name that",
  });
