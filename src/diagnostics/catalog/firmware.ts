import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const firmwareInvalid = (at: Place, problem: string, help: string) =>
  error('firmware-invalid', at, problem, { help });

export const firmwareUnused = (at: Place, what: string) =>
  warning('firmware-unused', at, `a ROM has no use for ${what}`, {
    help: "remove it, or use type='pflash'",
  });

export const varstoreUnused = (at: Place) =>
  warning('firmware-unused', at, 'the usual BIOS has no use for <varstore>', {
    help: "add firmware='efi' to <os>, or give <loader> the path of firmware that keeps its variables there",
  });

/** `refusals`: each firmware of the host that is for this machine, and why it was not taken. */
export const firmwareNotFound = (at: Place, kind: string, refusals: readonly string[]) =>
  error('firmware-not-found', at, `no '${kind}' firmware of this host fits what the guest asks for`, {
    notes: refusals.map((message) => ({ message })),
    help: 'install one, relax what is asked for, or remove firmware= from <os> and give <loader> its path',
  });

/** `isRead`: the host was looked at, or told. */
export const firmwareUnknown = (at: Place, kind: string, isRead: boolean) =>
  error(
    'firmware-unknown',
    at,
    isRead
      ? `this host has no description of '${kind}' firmware, so none can be chosen`
      : `no host was read that describes its '${kind}' firmware, so none can be chosen`,
    { help: firmwareInstead(kind) },
  );

function firmwareInstead(kind: string): string {
  return kind === 'efi'
    ? "give paths: <loader readonly='yes' type='pflash'>CODE</loader> <nvram template='VARS'>FILE</nvram>, install firmware that has descriptors, such as ovmf, or describe the host with --host"
    : "give a path: <loader type='rom'>FILE</loader>, or describe the host with --host";
}

export const nvramInvalid = (at: Place, problem: string, help: string) =>
  error('nvram-invalid', at, problem, { help });
