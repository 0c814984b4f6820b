import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';

export const ownOptionGone = (at: Place, what: string, release: string, instead: string, version: string) =>
  error('own-option-gone', at, `QEMU ${version} has no ${what}, which went with ${release}`, {
    help: `use ${instead}`,
  });

export const ownOptionDeprecated = (at: Place, what: string, since: string, instead: string) =>
  note('own-option-deprecated', at, `QEMU means to drop ${what}, and says so since ${since}`, {
    help: `use ${instead}`,
  });

export const ownOptionLater = (at: Place, what: string, since: string, version: string) =>
  error('own-option-later', at, `QEMU ${version} has no ${what}, which came with ${since}`, {
    help: `use QEMU ${since} or later, or remove it`,
  });

export const ownJsonUntyped = (at: Place, name: string, value: string) =>
  error('own-json-untyped', at, `'${name}' is a number, and QEMU takes no text for it in JSON`, {
    help: `write "${name}":${value}`,
  });

export const ownIdUnknown = (at: Place, what: string, id: string) =>
  warning('own-id-unknown', at, `${what} names no device: nothing here has the id '${id}'`, {
    help: `give the device that is meant <alias name='ua-NAME'/>, and name that`,
  });

export const ownDeviceEarly = (at: Place, bus: string, id: string, controller: Place) =>
  error(
    'own-device-early',
    at,
    `QEMU makes this device before '${id}', so there is no bus '${bus}' for it yet`,
    {
      notes: [
        { message: 'this controller is JSON on the command line, which QEMU comes to last', at: controller },
      ],
      help: `write the device as JSON too ({"driver":...,"bus":"${bus}"}), or leave out -p libvirt`,
    },
  );

export const ownAliasShifts = (at: Place, alias: string, device: Place) =>
  note('own-alias-shifts', at, `'${alias}' is the name of this device by its place among others`, {
    notes: [{ message: 'this device has it now; one that is added before it takes the name', at: device }],
    help: "give it <alias name='ua-NAME'/>, and name that",
  });

export const setOverMonitor = (at: Place, what: string, command: string) =>
  note('set-over-monitor', at, `${what} is not on the command line: libvirt sets it over its monitor`, {
    help: `add --qmp PATH and send ${command}, or do without`,
  });
