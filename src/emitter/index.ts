import type { DeviceKind } from '../model/device';
import type { LaunchPlan } from '../model/plan';
import type { PlannedOf } from '../model/plan/device';
import { words, type Arg } from './args';
import { EMITTERS } from './kinds';
import { accelArgs, cpuArgs, flashArgs, iothreadArgs, loaderArgs, machineArgs, smpArgs } from './machine';
import { memoryArgs, numaArgs } from './memory';
import {
  configArgs,
  genidArgs,
  lastArgs,
  monitorArgs,
  sandboxArgs,
  startArgs,
  vmcoreinfoArgs,
} from './start';
import { bootArgs, clockArgs, powerArgs, smbiosArgs, uuidArgs } from './system';

type Section = (plan: LaunchPlan) => readonly Arg[];

/** The order of the command line. Nothing else decides it. */
const SECTIONS: readonly Section[] = [
  startArgs,
  flashArgs,
  machineArgs,
  accelArgs,
  cpuArgs,
  loaderArgs,
  memoryArgs,
  smpArgs,
  iothreadArgs,
  numaArgs,
  uuidArgs,
  smbiosArgs,
  genidArgs,
  configArgs,
  monitorArgs,
  clockArgs,
  powerArgs,
  bootArgs,
  each('controller'),
  each('disk'),
  each('interface'),
  each('serial'),
  each('parallel'),
  each('channel'),
  each('console'),
  each('input'),
  each('audio'),
  each('graphics'),
  each('video'),
  each('hostdev'),
  each('memballoon'),
  each('rng'),
  vmcoreinfoArgs,
  sandboxArgs,
  lastArgs,
  (plan) => (plan.passthroughArgs.length === 0 ? [] : [words(...plan.passthroughArgs)]),
];

/** LaunchPlan -> arguments, in the order of QEMU's command line as libvirt writes it. */
export function emit(plan: LaunchPlan): Arg[] {
  return SECTIONS.flatMap((section) => section(plan));
}

function each<K extends DeviceKind>(kind: K): Section {
  return (plan) =>
    plan.devices
      .filter((planned): planned is PlannedOf<K> => planned.kind === kind)
      .flatMap((planned) => EMITTERS[kind](planned));
}
