import { guestsClash } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { sameAddress } from '../port';
import type { Claim, GuestClaims } from './claim';

export type { Claim, ClaimUse, GuestClaims } from './claim';

interface Owned {
  readonly claim: Claim;
  readonly file: string;
  readonly guest: GuestClaims;
}

/**
 * Guests that may run side by side: what two of them cannot both have. Two files with one name and UUID are versions of
 * one guest, and never run together.
 */
export class Together {
  private readonly owners = new Map<string, Owned[]>();

  /** What of the guest is another's already, by the files that came before. */
  add(file: string, guest: GuestClaims): Diagnostic[] {
    // once each: what two devices of one guest share is another check's
    const own = new Map(guest.claims.map((claim) => [`${claim.key} ${claim.address ?? ''}`, claim]));
    const inOrder = [...own.values()].sort(({ at: a }, { at: b }) => a.line - b.line || a.column - b.column);
    return inOrder.flatMap((claim) => {
      const others = this.owners.get(claim.key) ?? [];
      const first = others.find((other) => !isSameGuest(other.guest, guest) && clashes(other.claim, claim));
      this.owners.set(claim.key, [...others, { claim, file, guest }]);
      return first === undefined
        ? []
        : [guestsClash(claim.at, claim.what, claim.help, first.file, first.claim.at)];
    });
  }
}

/** A description without a UUID is of any guest of its name. */
function isSameGuest(a: GuestClaims, b: GuestClaims): boolean {
  return a.name === b.name && (a.uuid === b.uuid || a.uuid === undefined || b.uuid === undefined);
}

function clashes(a: Claim, b: Claim): boolean {
  if (a.use === 'reads' && b.use === 'reads') return false;
  if (a.use === 'shares' && b.use === 'shares') return false;
  return a.address === undefined || b.address === undefined || sameAddress(a.address, b.address);
}
