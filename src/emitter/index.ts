import type { ControllerType } from '../model/controller';
import type { DeviceKind } from '../model/device';
import type { LaunchPlan } from '../model/plan';
import type { PlannedOf } from '../model/plan/device';
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

type Section = (plan: LaunchPlan) => readonly Arg[];

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
  return overridden(
    SECTIONS.flatMap((section) => section(plan)),
    plan.overrides,
  );
}

function pciRootArgs({ devices }: LaunchPlan): Arg[] {
  return devices
    .filter((device) => device.kind === 'controller')
    .flatMap((controller) => (controller.type === 'pci-root' ? emitPciRoot(controller) : []));
}

/** By type, and within a type as the guest has them. */
function controllers(types: readonly ControllerType[]): Section {
  return (plan) => {
    const planned = plan.devices.filter((device) => device.kind === 'controller');
    return types.flatMap((type) => planned.filter((one) => one.type === type)).flatMap(emitController);
  };
}

function each<K extends DeviceKind>(kind: K): Section {
  return (plan) =>
    plan.devices
      .filter((planned): planned is PlannedOf<K> => planned.kind === kind)
      .flatMap((planned) => EMITTERS[kind](planned));
}
