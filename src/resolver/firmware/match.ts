import type { FirmwareFacts } from '../../host/facts';
import type { Domain } from '../../model/domain';

/** Why a firmware does not do what the guest asks for; undefined: it does. */
export function misfit(firmware: FirmwareFacts, guest: Domain): string | undefined {
  for (const check of CHECKS) {
    const why = check(firmware, guest);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** The interface that the guest's firmware is to have, as QEMU's firmware.json names it. */
export function wantedInterface({ os: { firmware, loader } }: Domain): 'bios' | 'uefi' | undefined {
  if (firmware !== undefined) return firmware === 'efi' ? 'uefi' : 'bios';
  if (loader?.type === undefined) return undefined;
  return loader.type === 'pflash' ? 'uefi' : 'bios';
}

type Check = (firmware: FirmwareFacts, guest: Domain) => string | undefined;

/** The order and the rules of libvirt's qemuFirmwareMatchDomain (src/qemu/qemu_firmware.c). */
const CHECKS: readonly Check[] = [
  sleeps,
  hasFeatures,
  protectsFlash,
  isMapped,
  isExecutable,
  hasTemplate,
  runsEncrypted,
];

function sleeps({ features }: FirmwareFacts, { pm }: Domain): string | undefined {
  if (pm.suspendToMem === true && !features.includes('acpi-s3')) return 'it cannot suspend to memory';
  if (pm.suspendToDisk === true && !features.includes('acpi-s4')) return 'it cannot suspend to disk';
  return undefined;
}

function hasFeatures({ features }: FirmwareFacts, { os }: Domain): string | undefined {
  const wrong = os.firmwareFeatures.find(({ name, enabled }) => features.includes(name) !== enabled);
  return wrong && (wrong.enabled ? `it has no ${wrong.name}` : `it has ${wrong.name}`);
}

function protectsFlash({ features }: FirmwareFacts, { os: { loader } }: Domain): string | undefined {
  const smm = features.includes('requires-smm');
  if (loader?.secure === true && !smm) return "it does not protect its flash, as secure='yes' asks";
  return loader?.secure === false && smm ? "it needs SMM, against secure='no'" : undefined;
}

function isMapped(firmware: FirmwareFacts, guest: Domain): string | undefined {
  switch (firmware.device) {
    case 'flash':
      return isFlash(firmware, guest);
    case 'memory':
      return isRom(firmware, guest);
    case 'kernel':
      return guest.os.loader?.type === undefined ? undefined : 'it is booted as a kernel';
  }
}

function isFlash(
  { mode = 'split' }: FirmwareFacts,
  { os: { loader, varstore } }: Domain,
): string | undefined {
  if (varstore !== undefined) return 'it keeps its variables in flash, against <varstore>';
  if (loader?.type === 'rom') return "it is in flash, against type='rom'";
  if (loader?.readonly === false) return "its code is read-only, against readonly='no'";
  const wanted = loader?.stateless === true ? 'stateless' : 'split';
  return mode === wanted ? undefined : `its flash is ${mode}, not ${wanted}`;
}

function isRom({ varstoreTemplate }: FirmwareFacts, { os }: Domain): string | undefined {
  const { loader, nvram, varstore } = os;
  if (loader?.type === 'pflash') return "it is no flash, against type='pflash'";
  if (varstoreTemplate !== undefined) {
    if (nvram !== undefined) return 'it keeps its variables in a <varstore>, not in flash';
    if (loader?.stateless === true) return "it keeps state, against stateless='yes'";
    if ((varstore?.template ?? varstoreTemplate) !== varstoreTemplate)
      return 'its template of variables is another';
  } else if (loader?.stateless === false || nvram !== undefined || varstore !== undefined)
    return 'it keeps no state';
  return loader?.readonly === false ? "it is read-only, against readonly='no'" : undefined;
}

const FORMATS: readonly string[] = ['raw', 'qcow2'];

function isExecutable({ executable }: FirmwareFacts, { os: { loader } }: Domain): string | undefined {
  if (loader?.path !== undefined && loader.path !== executable.filename) return 'its path is another';
  return formatProblem(executable.format, loader?.format);
}

function formatProblem(format: string, wanted: string | undefined): string | undefined {
  if (wanted !== undefined && wanted !== format) return `its format is ${format}, not ${wanted}`;
  return FORMATS.includes(format) ? undefined : `its format is ${format}`;
}

/** libvirt copies a template as it is: a store in another format needs another template. */
function hasTemplate({ nvramTemplate }: FirmwareFacts, { os: { nvram } }: Domain): string | undefined {
  if (nvramTemplate === undefined || nvram === undefined) return undefined;
  const { template, templateFormat, format } = nvram;
  if (template !== undefined && template !== nvramTemplate.filename) return 'its NVRAM template is another';
  return formatProblem(nvramTemplate.format, templateFormat) ?? formatProblem(nvramTemplate.format, format);
}

/** The bit of SEV's policy that asks for encrypted registers: SEV-ES. */
const ENCRYPTED_STATE = 4;

function runsEncrypted({ features }: FirmwareFacts, { launchSecurity }: Domain): string | undefined {
  if (launchSecurity === undefined || launchSecurity.type === 's390-pv') return undefined;
  if (launchSecurity.type === 'tdx')
    return features.includes('intel-tdx') ? undefined : 'it cannot run with TDX';
  if (launchSecurity.type === 'sev-snp')
    return features.includes('amd-sev-snp') ? undefined : 'it cannot run with SEV-SNP';
  if (!features.includes('amd-sev')) return 'it cannot run with SEV';
  const es = (launchSecurity.policy & ENCRYPTED_STATE) !== 0;
  return es && !features.includes('amd-sev-es') ? 'it cannot run with SEV-ES' : undefined;
}
