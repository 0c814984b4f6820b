import type { ControllerType } from '../model/controller';
import type { DeviceKind } from '../model/device';
import type { LaunchPlan } from '../model/plan';
import type { PlannedDevice, PlannedOf } from '../model/plan/device';
import { text, words, type Arg } from './args';
import { emitBackendObject } from './block-backend/objects';
import { CONTROLLER_ORDER, emitController } from './controller';
import { emitDisks } from './disk';
import { overridden } from './override';
import { emitPciRoot } from './controller/pci';
import { emitPassedCards } from './hostdev';
import { EMITTERS } from './kinds';
import { accelArgs, cpuArgs, flashArgs, iothreadArgs, loaderArgs, machineArgs, smpArgs } from './machine';
import { launchSecurityArgs } from './launch-security';
import { memoryArgs, numaArgs } from './memory';
import {
  configArgs,
  genidArgs,
  lastArgs,
  monitorArgs,
  reservationArgs,
  sandboxArgs,
  sgaArgs,
  startArgs,
  vmcoreinfoArgs,
} from './start';
import { bootArgs, clockArgs, powerArgs, smbiosArgs, uuidArgs } from './system';

type Section = (plan: LaunchPlan, planned: ByKind) => readonly Arg[];

/** The planned devices by kind, since most sections are about one. */
type ByKind = ReadonlyMap<DeviceKind, readonly PlannedDevice[]>;

/** The order of the command line. Nothing else decides it. */
const SECTIONS: readonly Section[] = [
  startArgs,
  reservationArgs,
  flashArgs,
  machineArgs,
  accelArgs,
  cpuArgs,
  loaderArgs,
  memoryArgs,
  smpArgs,
  iothreadArgs,
  ({ throttleGroups }) => throttleGroups.map(emitBackendObject),
  numaArgs,
  uuidArgs,
  smbiosArgs,
  genidArgs,
  configArgs,
  sgaArgs,
  monitorArgs,
  clockArgs,
  powerArgs,
  bootArgs,
  each('iommu'),
  pciRootArgs,
  controllers(CONTROLLER_ORDER),
  each('memory'),
  each('hub'),
  controllers(['ccid']),
  emitDisks,
  each('filesystem'),
  each('interface'),
  each('smartcard'),
  each('serial'),
  each('parallel'),
  each('channel'),
  each('console'),
  each('tpm'),
  each('input'),
  each('audio'),
  each('graphics'),
  each('video'),
  each('sound'),
  each('watchdog'),
  each('redirdev'),
  ({ devices }) => emitPassedCards(devices, false),
  each('hostdev'),
  ({ devices }) => emitPassedCards(devices, true),
  ({ incoming }) => (incoming === undefined ? [] : [text('-incoming', incoming)]),
  each('memballoon'),
  each('rng'),
  each('nvram'),
  vmcoreinfoArgs,
  launchSecurityArgs,
  (plan) => (plan.passthroughArgs.length === 0 ? [] : [words(...plan.passthroughArgs)]),
  sandboxArgs,
  each('panic'),
  each('shmem'),
  each('vsock'),
  each('crypto'),
  each('pstore'),
  lastArgs,
];

/** LaunchPlan -> arguments, in the order of QEMU's command line as libvirt writes it. */
export function emit(plan: LaunchPlan): readonly Arg[] {
  const planned = byKind(plan.devices);
  const args: Arg[] = [];
  for (const section of SECTIONS) for (const arg of section(plan, planned)) args.push(arg);
  return overridden(args, plan.overrides);
}

function byKind(devices: readonly PlannedDevice[]): ByKind {
  const kinds = new Map<DeviceKind, PlannedDevice[]>();
  for (const device of devices) {
    const list = kinds.get(device.kind);
    if (list === undefined) kinds.set(device.kind, [device]);
    else list.push(device);
  }
  return kinds;
}

const NONE: readonly never[] = [];

/** What was sorted under a kind is of that kind. */
function ofKind<K extends DeviceKind>(planned: ByKind, kind: K): readonly PlannedOf<K>[] {
  return (planned.get(kind) ?? NONE) as readonly PlannedOf<K>[];
}

function pciRootArgs(_plan: LaunchPlan, planned: ByKind): readonly Arg[] {
  return ofKind(planned, 'controller').flatMap((controller) =>
    controller.type === 'pci-root' ? emitPciRoot(controller) : [],
  );
}

/** By type, and within a type as the guest has them. */
function controllers(types: readonly ControllerType[]): Section {
  return (_plan, planned) => {
    const all = ofKind(planned, 'controller');
    return types.flatMap((type) => all.filter((one) => one.type === type)).flatMap(emitController);
  };
}

function each<K extends DeviceKind>(kind: K): Section {
  return (_plan, planned) => {
    const devices = ofKind(planned, kind);
    return devices.length === 0 ? NONE : devices.flatMap((device) => EMITTERS[kind](device));
  };
}
