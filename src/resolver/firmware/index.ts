import { firmwareNotFound, firmwareUnknown } from '../../diagnostics/catalog';
import { NO_FACTS, type FirmwareFacts } from '../../host/facts';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { withFirmware } from './apply';
import { contradictions } from './contradictions';
import { misfit, wantedInterface } from './match';
import { withStore } from './store';
import { isTarget } from './target';
import { withVarstore } from './varstore';
import { wellKnown } from './well-known';

/**
 * `<os firmware=>`: the first of the host's firmware that does what is asked for. Firmware that is given by its path
 * is looked up as well, for the template of its store and its format (libvirt src/qemu/qemu_firmware.c).
 */
export function selectFirmware(guest: Domain, context: Context): Domain {
  const problems = contradictions(guest, context);
  problems.forEach(context.report);
  return problems.length > 0
    ? guest
    : withVarstore(withStore(choose(withFormat(guest, context), context), context), context);
}

/** Guests that are older than firmware in other formats keep a raw one. */
function withFormat(guest: Domain, { options }: Context): Domain {
  const { os } = guest;
  const open = os.loader?.format === undefined && os.nvram?.format === undefined;
  if (os.firmware === undefined || !open || options.context?.abiUpdate === true) return guest;
  return { ...guest, os: { ...os, loader: { at: os.at, ...os.loader, format: 'raw' } } };
}

function choose(guest: Domain, context: Context): Domain {
  const wanted = wantedInterface(guest);
  const byPathAlone = isRomByPath(guest.os);
  if (wanted === undefined && !byPathAlone) return guest;
  const candidates = (context.host.firmware ?? []).filter(
    (firmware) =>
      ((wanted !== undefined && firmware.interfaces.includes(wanted)) ||
        (byPathAlone && firmware.varstoreTemplate !== undefined)) &&
      isTarget(firmware, guest, context),
  );
  const chosen = candidates.find((firmware) => misfit(firmware, guest) === undefined);
  if (chosen !== undefined) {
    decide(guest, chosen, context);
    return withFirmware(guest, chosen, context);
  }
  const os = wellKnown(guest.os);
  return os === undefined ? byPath(guest, candidates, context) : { ...guest, os };
}

/** A ROM may be UEFI, where its descriptor says that it keeps its variables by a device (libvirt since 12.1). */
const isRomByPath = ({ firmware, loader }: Domain['os']) =>
  firmware === undefined && loader?.path !== undefined && loader.type !== 'pflash';

function decide({ os }: Domain, { path, executable }: FirmwareFacts, { decide: tell }: Context): void {
  if (os.loader?.path !== undefined) return;
  tell({
    subject: 'firmware',
    value: executable.filename,
    reason: 'the first of the host that fits this machine and what <os> asks for',
    at: os.at.of('@firmware'),
    fact: path,
  });
}

/** No descriptor fits: the guest's own words must do. */
function byPath(guest: Domain, candidates: readonly FirmwareFacts[], context: Context): Domain {
  const { host, profile, report } = context;
  const { os } = guest;
  if (os.firmware === undefined) return guest;
  const unknown = host.firmware === undefined;
  if (os.loader?.path !== undefined && (unknown || !profile.firmwareByDescriptor))
    return {
      ...guest,
      os: { ...os, loader: { type: os.firmware === 'efi' ? 'pflash' : 'rom', ...os.loader } },
    };
  const at = os.at.of('@firmware');
  if (unknown) report(firmwareUnknown(at, os.firmware, host !== NO_FACTS));
  else report(firmwareNotFound(at, os.firmware, candidates.map(refusal(guest))));
  return guest;
}

function refusal(guest: Domain) {
  return (firmware: FirmwareFacts) => `${firmware.path}: ${misfit(firmware, guest) ?? ''}`;
}
