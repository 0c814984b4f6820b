import type { DeviceKind } from '../model/device';
import type { LaunchPlan } from '../model/plan';
import type { PlannedOf } from '../model/plan/device';
import { text, words, type Arg } from './args';
import { EMITTERS } from './kinds';

type Section = (plan: LaunchPlan) => readonly Arg[];

/** The order of the command line. Nothing else decides it. */
const SECTIONS: readonly Section[] = [
  (plan) => (plan.uuid === undefined ? [] : [text('-uuid', plan.uuid)]),
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
