import { firmwareInvalid, firmwareUnused, varstoreUnused } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Domain } from '../../model/domain';
import type { Os } from '../../model/os';
import type { Context } from '../context';

/** What no firmware can do, whatever the host has: libvirt's virDomainDefOSValidate. */
export function contradictions({ os }: Domain, context: Context): readonly Diagnostic[] {
  return [
    ...features(os, context),
    ...stores(os),
    ...(os.firmware === undefined && os.loader?.path === undefined ? withoutCode(os) : withCode(os)),
  ];
}

function features(os: Os, { options }: Context): readonly Diagnostic[] {
  if (os.firmwareFeatures.length === 0) return [];
  const at = os.at.of('firmware');
  // firmware that is there by path may carry the features by which it was once selected
  const chosenBefore = os.loader?.path !== undefined && options.context?.abiUpdate !== true;
  if (os.firmware === undefined && !chosenBefore)
    return [
      firmwareInvalid(
        at,
        'features of firmware are for automatic selection',
        "add firmware='efi' to <os>, or remove <firmware>",
      ),
    ];
  const is = (name: string, enabled: boolean) =>
    os.firmwareFeatures.some((feature) => feature.name === name && feature.enabled === enabled);
  if (!is('enrolled-keys', true) || !is('secure-boot', false)) return [];
  return [firmwareInvalid(at, 'enrolled-keys are for secure boot, which is off', "enable 'secure-boot'")];
}

/** Variables are in one place, which the firmware must have. */
function stores({ firmware, loader, nvram, varstore }: Os): readonly Diagnostic[] {
  if (varstore === undefined) return [];
  const refuse = (problem: string, help: string) => [firmwareInvalid(varstore.at, problem, help)];
  if (nvram !== undefined)
    return refuse('variables are kept in <nvram> or in <varstore>, not in both', 'remove one of the two');
  if (loader?.type === 'pflash')
    return refuse('firmware in flash keeps its variables there', "use <nvram>, or type='rom'");
  if (firmware === 'bios')
    return refuse('a BIOS has no variables', "remove <varstore>, or use firmware='efi'");
  if (loader?.stateless === true)
    return refuse('stateless firmware has no variables', "remove <varstore> or stateless='yes'");
  if (loader?.readonly === false)
    return refuse('firmware that can be written to keeps its variables itself', "remove readonly='no'");
  return loader?.path === undefined && firmware === undefined ? [varstoreUnused(varstore.at)] : [];
}

function withoutCode({ loader, nvram }: Os): readonly Diagnostic[] {
  const at = loader?.at ?? nvram?.at;
  if (at === undefined) return [];
  return [
    firmwareInvalid(
      at,
      'no path of the firmware is given, and none is to be selected',
      "write the path into <loader>, or add firmware='efi' to <os>",
    ),
  ];
}

function withCode(os: Os): readonly Diagnostic[] {
  const { firmware, loader } = os;
  const flash = firmware === 'efi' || (firmware === undefined && loader?.type === 'pflash');
  return [...(flash ? [] : rom(os)), ...(loader?.readonly === false ? writable(os) : []), ...stateless(os)];
}

function rom({ firmware, nvram, loader }: Os): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (nvram !== undefined)
    problems.push(
      firmware === undefined
        ? firmwareUnused(nvram.at, '<nvram>')
        : firmwareInvalid(nvram.at, 'only EFI firmware in flash has an NVRAM', 'remove <nvram>'),
    );
  if (loader?.secure === true) problems.push(firmwareUnused(loader.at.of('@secure'), "secure='yes'"));
  if (loader?.stateless === false)
    problems.push(
      firmwareInvalid(loader.at.of('@stateless'), 'this firmware never keeps state', "remove stateless='no'"),
    );
  if (loader?.format !== undefined && loader.format !== 'raw')
    problems.push(
      firmwareInvalid(
        loader.at.of('@format'),
        `a ROM cannot be in format '${loader.format}'`,
        "use type='pflash', or format='raw'",
      ),
    );
  return problems;
}

function writable({ loader, nvram }: Os): readonly Diagnostic[] {
  if (loader?.type === 'rom') return [firmwareUnused(loader.at.of('@readonly'), "readonly='no'")];
  if (nvram === undefined) return [];
  return [
    firmwareInvalid(
      nvram.at,
      'firmware that can be written to keeps its variables itself',
      "remove <nvram>, or use readonly='yes'",
    ),
  ];
}

function stateless({ loader, nvram }: Os): readonly Diagnostic[] {
  if (loader?.stateless !== true || nvram === undefined) return [];
  return [firmwareInvalid(nvram.at, 'stateless firmware has no NVRAM', "remove <nvram> or stateless='yes'")];
}
