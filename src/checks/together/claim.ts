import type { Place } from '../../model/place';
import type { SourceUse } from '../source-use';

/** What a guest that runs has, and another that runs beside it cannot have as well, unless their uses go together. */
export interface Claim extends SourceUse {
  /** The same for all who mean the same. */
  readonly key: string;
  /** In a sentence: `the MAC 52:54:00:00:00:01`. */
  readonly what: string;
  readonly at: Place;
  /** Of a TCP port: where the guest listens. */
  readonly address?: string;
  /** Of a LUN that the guest can reserve: by what of this host its commands go there, the same for those that share it. */
  readonly nexus?: string | undefined;
  /** Of a partition, a volume or a map: the keys of all that it is made of. */
  readonly wholes?: readonly string[];
  /** How the two can go together. */
  readonly help: string;
}

/** A guest as others see it. */
export interface GuestClaims {
  readonly name: string;
  readonly uuid: string | undefined;
  readonly claims: readonly Claim[];
}

/** A claim of a guest that came before. */
export interface Owned {
  readonly claim: Claim;
  readonly file: string;
  readonly guest: GuestClaims;
}
