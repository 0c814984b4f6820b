import {
  acpiIndexMisplaced,
  acpiIndexTaken,
  acpiIndexTooLarge,
  acpiIndexUnused,
} from '../../diagnostics/catalog';
import type { Controller } from '../../model/controller';
import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Place } from '../../model/place';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { machineOf } from '../machine/type';
import { hardwareOf } from '../../qemu/machines';
import { missing } from '../requires';

/** QEMU hw/acpi/pcihp.c, hw/pci/pci.c ONBOARD_INDEX_MAX. */
const MOST = 16383;

/** `<acpi index=>` names a device after its PCI slot. */
export function checkAcpiIndexes(devices: readonly Device[], guest: Domain, context: Context): void {
  const taken = new Map<number, Place>();
  const looks = looksAtIndexes(guest, context);
  for (const device of devices) {
    const { acpiIndex: index = 0, at } = device;
    const place = at.of('acpi/@index');
    const problem = misplaced(device, place, context);
    if (problem) context.report(problem);
    else if (looks) {
      const first = taken.get(index);
      if (index > MOST) context.report(acpiIndexTooLarge(place, index, MOST));
      else if (first !== undefined) context.report(acpiIndexTaken(place, index, first));
      else taken.set(index, place);
    }
  }
}

function misplaced({ address }: Device, place: Place, { qemu }: Context) {
  if (address === undefined) return acpiIndexUnused(place);
  if (address.type !== 'pci') return acpiIndexMisplaced(place);
  return missing(qemu, 'acpi-index', place, 'an ACPI index of devices');
}

/** Before QEMU 8.0 only where ACPI plugs devices in: never on other boards, nor where a guest has it otherwise. */
function looksAtIndexes(guest: Domain, context: Context): boolean {
  if (!context.profile.checksForQemu) return false;
  if (context.qemu.has('acpi-index.everywhere')) return true;
  return guest.features.acpi && plugsByAcpi(guest, context) && !devicesOf(guest, 'controller').some(isApart);
}

/** q35 plugs its devices in so since its version 6.1 (QEMU hw/i386/pc.c pc_compat_6_0). */
function plugsByAcpi(guest: Domain, context: Context): boolean {
  const family = machineFamily(guest, context);
  const [major, minor] = hardwareOf(machineOf(guest, context)) ?? [0, 0];
  return family === 'i440fx' || (family === 'q35' && (major > 6 || (major === 6 && minor >= 1)));
}

/** An expander, or a port that nothing is plugged into later: what is below is none of ACPI's. */
const isApart = ({ model, pci }: Controller): boolean =>
  pci.hotplug === false || model === 'pci-expander-bus' || model === 'pcie-expander-bus';
