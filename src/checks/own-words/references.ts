import { ownAliasShifts, ownIdUnknown } from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import type { Place } from '../../model/place';
import type { Check, CheckInput } from '../check';
import { optionsOf, type OwnOption } from './read';

/** Names of devices of this guest in `<qemu:commandline>` and `<qemu:override>`: those that are not there, and that move. */
export const ownReferences: Check = (input) => {
  const { guest, context } = input;
  const own = optionsOf(guest);
  const made = new Set(own.flatMap(({ pairs }) => pairs.get('id') ?? []));
  for (const option of own)
    for (const reference of referencesOf(option)) {
      const device = guest.devices.find(({ alias }) => alias === reference.id);
      if (device !== undefined) tellShift(option.at, device, input);
      else if (!made.has(reference.id) && isName(reference.id))
        context.report(ownIdUnknown(option.at, reference.what, reference.id));
    }
  for (const { at, alias } of guest.qemu.overrides) {
    const device = guest.devices.find((other) => other.alias === alias);
    if (device !== undefined) tellShift(at.of('@alias'), device, input);
  }
};

interface Reference {
  readonly id: string;
  /** As it is written. */
  readonly what: string;
}

/** Only what can mean nothing but a device of the guest: `-set device.ID.x=`, and the bus of a SCSI controller. */
function referencesOf({ name, value = '', pairs }: OwnOption): readonly Reference[] {
  if (name === '-set') {
    const id = /^device\.([^.]+)\./.exec(value)?.[1];
    return id === undefined ? [] : [{ id, what: `device.${id}` }];
  }
  if (name !== '-device') return [];
  const bus = pairs.get('bus');
  const [, id, index] = /^(.+)\.(\d+)$/.exec(bus ?? '') ?? [];
  const isScsi = id !== undefined && index === '0' && /^(ua-|scsi\d)/.test(id);
  return isScsi ? [{ id, what: `bus=${bus ?? ''}` }] : [];
}

/** QEMU's ids; anything else is not one of a device. */
function isName(id: string): boolean {
  return /^[A-Za-z][\w.-]*$/.test(id);
}

/** A name that was made from the order of devices is another one's when a device is added before it. */
function tellShift(at: Place, device: Device, { context }: CheckInput): void {
  const { alias = '' } = device;
  if (alias.startsWith('ua-') || !COUNTED.test(alias)) return;
  context.report(ownAliasShifts(at, alias, device.at));
}

/**
 * net0, hostdev1, serial2 of libvirt's names (src/qemu/qemu_alias.c); not scsi0, pci.1, virtio-disk0 or scsi0-0-0-1, which
 * come from an index, a name or a place, nor balloon0 and its like, of which a guest has one.
 */
const COUNTED =
  /^(net|hostdev|serial|parallel|console|channel|audio|hub|input|graphics|video|sound|rng|watchdog|fs|smartcard|redir|shmem|crypto|tpm|panic)\d+$/;
