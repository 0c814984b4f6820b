import { deviceTwice, pstoreInvalid, pstoreUnseen } from '../diagnostics/catalog';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import { isPowerOfTwo } from '../model/number';
import type { Place } from '../model/place';
import type { Pstore } from '../model/pstore';
import type { Context } from './context';
import { STATE } from './guest/paths';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { slotOf } from './address/slot';

export const pstore: KindResolver<'pstore'> = {
  defaults: (device, guest, context) => ({
    ...device,
    path: device.path ?? usualPath(device, guest, context),
  }),
  validate: validatePstore,
  plan: (device, guest, context) => {
    const id = device.alias ?? '';
    const { path = '' } = device;
    context.resource({ path, access: 'read-write', shared: false, usedBy: id });
    return { kind: 'pstore', device, id, slot: slotOf(device, guest, context), path };
  },
};

function usualPath({ at }: Pstore, { name }: Domain, { decide }: Context): string {
  const value = `${STATE}/nvram/${name}_PSTORE.raw`;
  const reason = "the guest names no file for its kernel's last words: this is libvirt's place for them";
  decide({ subject: 'pstore', value, reason, at });
  return value;
}

/** What libvirt asks for at the least. */
const LEAST = 4096;
/** QEMU's store is made of records of 8 KiB, and 32 bits count its bytes (hw/acpi/erst.c). */
const RECORD = 8192;
const MOST = 2 ** 31;

function validatePstore(device: Pstore, guest: Domain, context: Context): void {
  const { at, address, size } = device;
  const [first] = devicesOf(guest, 'pstore');
  if (first !== undefined && first !== device) context.report(deviceTwice(at, 'pstore', first.at));
  validateSize(at.of('size'), size, context);
  requires(context, 'acpi-erst', at.of('@backend'), 'a store for the last words of a kernel');
  if (!guest.features.acpi) context.report(pstoreUnseen(at.of('@backend')));
  if (address !== undefined && address.type !== 'pci')
    context.report(pstoreInvalid(address.at.of('@type'), 'it is a PCI device', "use type='pci'"));
}

function validateSize(at: Place, size: number, { profile, report }: Context): void {
  const [least, most] = profile.checksForQemu ? [RECORD, MOST] : [LEAST, Infinity];
  const range = most === Infinity ? 'or more' : 'to 2 GiB';
  if (size < least || size > most || !isPowerOfTwo(size))
    report(
      pstoreInvalid(
        at,
        `it holds a power of 2 of bytes, ${least / 1024} KiB ${range}`,
        "write unit='KiB' and 8",
      ),
    );
}
