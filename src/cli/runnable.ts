import type { LaunchPlan } from '../model/plan';
import { Failure, STATUS } from './status';

/** Nobody hands descriptors to what `what` starts. */
export function assertRunnable({ profile }: LaunchPlan, what: string): void {
  if (profile.descriptors)
    throw new Failure(
      STATUS.usage,
      `${what} is for commands that run as they are, which those of '${profile.name}' do not`,
      'leave --profile out',
    );
}
