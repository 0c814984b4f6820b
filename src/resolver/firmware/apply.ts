import { firmwareInvalid } from '../../diagnostics/catalog';
import type { FirmwareFacts } from '../../host/facts';
import type { Domain } from '../../model/domain';
import type { FirmwareFeature, Loader, Nvram, Os, Varstore } from '../../model/os';
import type { Context } from '../context';

/** The guest with a firmware's files in place of what it leaves open. */
export function withFirmware(guest: Domain, firmware: FirmwareFacts, context: Context): Domain {
  const os = { ...withFiles(guest.os, firmware), ...described(guest.os, firmware) };
  return firmware.features.includes('requires-smm') ? withSmm({ ...guest, os }, context) : { ...guest, os };
}

/** The words by which the same firmware is selected again. */
function described({ firmware }: Os, { interfaces, features }: FirmwareFacts) {
  if (firmware === 'bios' || !interfaces.includes('uefi')) return { firmware: 'bios' } as const;
  return {
    firmware: 'efi',
    firmwareFeatures: FEATURES.map((name) => ({ name, enabled: features.includes(name) })),
  } as const;
}

const FEATURES = ['enrolled-keys', 'secure-boot'] as const satisfies readonly FirmwareFeature['name'][];

function withFiles(os: Os, firmware: FirmwareFacts): Os {
  const { filename: path, format } = firmware.executable;
  const loader: Loader = { at: os.at, ...os.loader };
  switch (firmware.device) {
    case 'flash':
      return {
        ...os,
        loader: { ...loader, type: 'pflash', path, format, readonly: true },
        nvram: withTemplate(os, firmware),
      };
    case 'memory':
      return {
        ...os,
        loader: { ...loader, type: 'rom', path, format: 'raw' },
        varstore: withVars(os, firmware),
      };
    case 'kernel':
      return { ...os, kernel: os.kernel ?? path };
  }
}

function withVars({ at, varstore }: Os, { varstoreTemplate }: FirmwareFacts): Varstore | undefined {
  return varstoreTemplate === undefined ? varstore : { at, ...varstore, template: varstoreTemplate };
}

/** A store on a server is not made from a template. */
function withTemplate({ at, nvram }: Os, { nvramTemplate }: FirmwareFacts): Nvram | undefined {
  if (nvramTemplate === undefined) return nvram;
  const format = nvram?.format ?? nvramTemplate.format;
  if (nvram?.source !== undefined && nvram.source.type !== 'file' && nvram.source.type !== 'block')
    return { ...nvram, format };
  return {
    at,
    ...nvram,
    template: nvramTemplate.filename,
    templateFormat: nvramTemplate.format,
    format,
  };
}

/** Such firmware writes to its flash in system management mode, where the guest's own code cannot go. */
function withSmm(guest: Domain, { report }: Context): Domain {
  const { os, features } = guest;
  if (features.smm?.state === false)
    report(
      firmwareInvalid(
        features.at.of('smm/@state'),
        'the firmware that was chosen needs SMM, which is off',
        "remove <smm state='off'/>, or ask for other firmware with <loader secure='no'/>",
      ),
    );
  const loader = os.loader && { ...os.loader, secure: true };
  return {
    ...guest,
    os: { ...os, loader },
    features: { ...features, smm: { ...features.smm, state: true } },
  };
}
