import type { Domain } from '../model/domain';
import type { LaunchPlan } from '../model/plan';
import type { Context } from '../resolver/context';

/** What a check looks at. */
export interface CheckInput {
  /** After all passes of the resolver. */
  readonly guest: Domain;
  /** Not to be started where the conversion found an error; it may be looked at all the same. */
  readonly plan: LaunchPlan;
  readonly context: Context;
  /** Says what this check had to leave out: a short noun phrase, and why. By default for want of facts of the host. */
  readonly skip: (what: string, reason?: string) => void;
}

/**
 * Looks at a whole guest for what a conversion does not mind and its user would. Pure: what it finds goes to
 * `context.report`, what it had to leave out to `skip`; only of what the guest has, so that no guest gets a list of
 * what does not concern it.
 */
export type Check = (input: CheckInput) => void;

/** What was not checked, and why: for want of facts of the host as a rule. */
export interface NotChecked {
  /** A short noun phrase. */
  readonly what: string;
  readonly reason: string;
}
