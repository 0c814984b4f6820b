import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

/** What the XML asks for came with a later release, went with an earlier one, or is not in this build. */
export const qemuLacks = (at: Place, what: string, wayOut: string) =>
  error('qemu-lacks', at, `this QEMU does not have ${what}`, { help: wayOut });

/** Of a build of QEMU that is known to have no such device, object or back end; `own`: the XML asks for it. */
export const qemuLacksDriver = (at: Place, option: string, name: string, own: boolean) =>
  qemuLacks(
    at,
    `'${name}' of -${option}`,
    `${own ? 'remove it, or use' : 'use'} a QEMU that is built with it`,
  );

/** The guest runs without it as it would have: said, not refused. `later`: another QEMU has it. */
export const qemuLeavesOut = (at: Place, what: string, effect: string, later = true) =>
  warning('qemu-leaves-out', at, `${what} is left out, which this QEMU does not have: ${effect}`, {
    help: later ? 'use a later QEMU, or remove it' : 'remove it',
  });

/** Of `qemuBuilds` in facts of a host. */
export const buildUnknown = (name: string) =>
  warning(
    'qemu-capability-unknown',
    undefined,
    `nothing depends on a capability '${name}', of which qemuBuilds of the host's facts speaks`,
    { help: "use one of libvirt's names, as domxml2qemu probe prints them, or remove it" },
  );

export const capabilityUnknown = (at: Place, name: string) =>
  warning('qemu-capability-unknown', at, `nothing depends on a capability '${name}' here`, {
    help: "use one of libvirt's names, as domxml2qemu probe prints them, or remove it",
  });
