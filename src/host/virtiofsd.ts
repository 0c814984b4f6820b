import type { HostFacts, VirtiofsdFacts } from './facts';

/** The name by which a guest calls for the one of its host. */
export const ANY_VIRTIOFSD = 'virtiofsd';

/** What is known of the virtiofsd that a guest names, by its path or not at all; undefined: nothing is. */
export function virtiofsdOf(facts: HostFacts, program = ANY_VIRTIOFSD): VirtiofsdFacts | undefined {
  return facts.virtiofsd?.find((one) => one.program === program);
}
