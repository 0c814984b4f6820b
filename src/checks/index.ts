import type { HostFacts } from '../host/facts';
import type { Check, CheckInput, NotChecked } from './check';
import { ownOptions } from './own-words/options';
import { ownOrder } from './own-words/order';
import { ownReferences } from './own-words/references';
import { lunAccess } from './scsi/access';
import { openElsewhere } from './scsi/busy';
import { iothreadEvents, scsiControllers } from './scsi/controller';
import { lunBoot } from './scsi/boot';
import { lunDrivers } from './scsi/driver';
import { emulatedDisks } from './scsi/emulated';
import { writtenBases } from './backing';
import { deviceNodes } from './device-node';
import { discards, diskCaches } from './disk';
import { bridges, macs } from './interface';
import { images } from './image';
import { kvm, machine } from './machine';
import { memory } from './memory';
import { memoryLock } from './memory-lock';
import { nvramStore } from './nvram';
import { paths } from './path';
import { nvmeDisks, pciDevices } from './pci';
import { ports } from './port';
import { programs } from './program';
import { sourceParts } from './source-parts';
import { usbDevices } from './usb';
import { hostDevices } from './scsi/host-devices';
import { transferLimits } from './scsi/limits';
import { lunSettings } from './scsi/lun-settings';
import { scsiOrder } from './scsi/order';
import { reservations } from './scsi/reservations';
import { diskSerial } from './scsi/serial';
import { sharedSources } from './scsi/shared';
import { iscsiLuns, vhostTargets } from './scsi/targets';
import { windowsLuns } from './scsi/windows';

/** Each looks at the whole guest; their order is that of the report. */
const CHECKS: readonly Check[] = [
  programs,
  machine,
  kvm,
  memory,
  memoryLock,
  paths,
  nvramStore,
  images,
  writtenBases,
  diskCaches,
  discards,
  scsiControllers,
  iothreadEvents,
  scsiOrder,
  windowsLuns,
  lunDrivers,
  lunBoot,
  emulatedDisks,
  lunSettings,
  diskSerial,
  sharedSources,
  sourceParts,
  reservations,
  lunAccess,
  vhostTargets,
  iscsiLuns,
  hostDevices,
  openElsewhere,
  transferLimits,
  macs,
  bridges,
  ports,
  deviceNodes,
  usbDevices,
  pciDevices,
  nvmeDisks,
  ownOptions,
  ownReferences,
  ownOrder,
];

/** Runs every check; gives what they had to leave out, each once. */
export function checkGuest(input: Omit<CheckInput, 'skip'>): readonly NotChecked[] {
  const left = new Map<string, NotChecked>();
  const skip: CheckInput['skip'] = (what, reason = whyUnknown(input.context.host)) =>
    void left.set(`${what}: ${reason}`, { what, reason });
  for (const check of CHECKS) check({ ...input, skip });
  return [...left.values()];
}

function whyUnknown(host: HostFacts): string {
  const read = Object.keys(host).some((name) => name !== 'schema');
  return read ? 'the facts of the host do not say' : 'the host was not read';
}
