import { firmwareInvalid } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';

/** What libvirt's virDomainDefOSValidate and qemuFirmware refuse. */
export function validateFirmware(guest: Domain, context: Context): void {
  const { firmware, loader } = guest.os;
  validateFeatures(guest, context);
  const flash = firmware === 'efi' || (firmware === undefined && loader?.type === 'pflash');
  if (flash) validateFlash(guest, context);
  else validateRom(guest, context);
}

/** Firmware that is there by path may carry the features by which it was once selected. */
function validateFeatures({ os }: Domain, { report, options }: Context): void {
  const chosenBefore = os.loader?.path !== undefined && options.context?.abiUpdate !== true;
  if (os.firmware !== undefined || os.firmwareFeatures.length === 0 || chosenBefore) return;
  report(
    firmwareInvalid(
      os.at.of('firmware'),
      'features of firmware are for automatic selection',
      "add firmware='efi' to <os>, or remove <firmware>",
    ),
  );
}

function validateRom({ os: { nvram, loader } }: Domain, { report }: Context): void {
  if (nvram !== undefined)
    report(firmwareInvalid(nvram.at, 'only EFI firmware in flash has an NVRAM', 'remove <nvram>'));
  if (loader?.stateless === false)
    report(
      firmwareInvalid(loader.at.of('@stateless'), 'this firmware never keeps state', "remove stateless='no'"),
    );
}

function validateFlash({ os, features }: Domain, { report }: Context): void {
  const { loader, nvram } = os;
  if (loader?.stateless === true && nvram !== undefined)
    report(firmwareInvalid(nvram.at, 'stateless firmware has no NVRAM', "remove <nvram> or stateless='yes'"));
  if (!features.acpi)
    report(
      firmwareInvalid(loader?.at ?? os.at, 'UEFI needs ACPI on this machine', 'add <acpi/> to <features>'),
    );
}
