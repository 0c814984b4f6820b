import { isX86 } from '../../qemu/architectures';
import { firmwareInvalid, nvramInvalid } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { Loader, Nvram } from '../../model/os';
import type { StorageSource } from '../../model/storage-source';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { validateVarstore } from './varstore';

/** What firmware asks of the machine, and QEMU of its store (libvirt src/qemu/qemu_validate.c). */
export function validateFirmware(guest: Domain, context: Context): void {
  const { loader, nvram } = guest.os;
  const inFlash = guest.os.firmware === 'efi' || loader?.type === 'pflash';
  if (inFlash && !guest.features.acpi && isX86(guest.os.arch ?? context.qemu.arch))
    context.report(
      firmwareInvalid(
        loader?.at ?? guest.os.at,
        'UEFI needs ACPI on this machine',
        'add <acpi/> to <features>',
      ),
    );
  if (!inFlash && guest.features.acpi && context.qemu.arch === 'aarch64' && context.profile.checksForLibvirt)
    context.report(
      firmwareInvalid(
        guest.features.at.of('acpi'),
        'ACPI needs UEFI on this architecture',
        "add firmware='efi' to <os>, or remove <acpi/>",
      ),
    );
  if (loader?.path !== undefined && loader.secure === true) validateSecure(loader, guest, context);
  if (nvram) validateNvram(nvram, context);
  validateVarstore(guest, context);
}

function validateSecure(loader: Loader, guest: Domain, context: Context): void {
  const at = loader.at.of('@secure');
  const arch = guest.os.arch ?? context.qemu.arch;
  if (machineFamily(guest, context) !== 'q35' || arch !== 'x86_64')
    context.report(
      firmwareInvalid(
        at,
        'only a q35 machine of x86_64 protects its flash',
        "use q35, or remove secure='yes'",
      ),
    );
  else if (guest.features.smm?.state !== true)
    context.report(
      firmwareInvalid(
        at,
        'flash is protected by SMM, which is not on',
        "add <smm state='on'/> to <features>",
      ),
    );
}

/** Where QEMU can keep variables. */
export function isStorable({ type }: StorageSource): boolean {
  return type === 'file' || type === 'block' || type === 'network';
}

function validateNvram({ source, backingAt }: Nvram, { report }: Context): void {
  if (backingAt) report(nvramInvalid(backingAt, 'an NVRAM has no image below it', 'remove <backingStore>'));
  if (source === undefined) return;
  if (!isStorable(source))
    report(
      nvramInvalid(
        source.at,
        `an NVRAM cannot be of type '${source.type}'`,
        "use 'file', 'block' or 'network'",
      ),
    );
  if (source.slice) report(nvramInvalid(source.slice.at, 'an NVRAM cannot be a slice', 'remove <slices>'));
  if (source.reservations)
    report(nvramInvalid(source.reservations.at, 'an NVRAM takes no reservations', 'remove <reservations>'));
}
