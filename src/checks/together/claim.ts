import type { Place } from '../../model/place';

/** How a guest uses what it claims: others may read what it reads, and share what it shares. */
export type ClaimUse = 'alone' | 'shares' | 'reads';

/** What a guest that runs has, and another that runs beside it cannot have as well. */
export interface Claim {
  /** The same for all who mean the same. */
  readonly key: string;
  /** In a sentence: `the MAC 52:54:00:00:00:01`. */
  readonly what: string;
  readonly at: Place;
  readonly use: ClaimUse;
  /** Of a TCP port: where the guest listens. */
  readonly address?: string;
  /** Of a LUN that the guest can reserve: by what of this host its commands go there, the same for those that share it. */
  readonly nexus?: string | undefined;
  /** How the two can go together. */
  readonly help: string;
}

/** A guest as others see it. */
export interface GuestClaims {
  readonly name: string;
  readonly uuid: string | undefined;
  readonly claims: readonly Claim[];
}
