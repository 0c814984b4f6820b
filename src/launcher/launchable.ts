import type { LaunchPlan } from '../model/plan';

/** What is needed of a plan to start it. */
export interface Launch extends Pick<LaunchPlan, 'environment' | 'program' | 'companions' | 'hostSteps'> {
  /** The words of each option of QEMU. */
  readonly options: readonly (readonly string[])[];
  /** Sockets that QEMU opens: removed when it is over. */
  readonly sockets: readonly string[];
  /** A folder to be made for this start, for some of them: removed after them. */
  readonly folder?: string | undefined;
}
