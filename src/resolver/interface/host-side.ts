import type { PlannedCard } from '../../model/plan/interface';

/** What a card is plugged into on the host. */
export type HostSide = Pick<PlannedCard, 'netdev' | 'chardev' | 'descriptor'>;
