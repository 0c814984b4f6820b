import type { LaunchPlan } from '../model/plan';

/** What is needed of a plan to start it. */
export interface Launch extends Pick<LaunchPlan, 'environment' | 'program' | 'companions' | 'hostSteps'> {
  /** The words of each option of QEMU. */
  readonly options: readonly (readonly string[])[];
  /** Sockets that QEMU opens, and what else was made for this start: removed when it is over, a folder after its files. */
  readonly paths: readonly string[];
}
