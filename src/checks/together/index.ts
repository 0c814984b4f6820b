import { callInvalid, guestsClash, guestsOneNexus } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { isObject } from '../../host/shape';
import { sameAddress } from '../port';
import type { Claim, ClaimUse, GuestClaims } from './claim';

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

  /**
   * What of the guest is another's already, by the files that came before. `guest`: the `claims` of a check, undefined where it
   * could read none. Never throws for bad input.
   */
  add(file: string, guest: GuestClaims | undefined): Diagnostic[] {
    if (guest === undefined) return [];
    if (!isClaims(guest)) return [callInvalid('guest', 'is not what check gives as claims')];
    const inOrder = onceEach(guest.claims).sort(
      ({ at: a }, { at: b }) => a.line - b.line || a.column - b.column,
    );
    return inOrder.flatMap((claim) => {
      const others = this.owners.get(claim.key) ?? [];
      const strangers = others.filter((other) => !isSameGuest(other.guest, guest));
      const first = strangers.find((other) => clashes(other.claim, claim));
      const beside = strangers.find((other) => isOneNexus(other.claim, claim));
      others.push({ claim, file, guest });
      this.owners.set(claim.key, others);
      if (first !== undefined)
        return [guestsClash(claim.at, claim.what, claim.help, first.file, first.claim.at)];
      return beside === undefined ? [] : [guestsOneNexus(claim.at, claim.what, beside.file, beside.claim.at)];
    });
  }
}

/** A program without types may pass anything. */
function isClaims(guest: unknown): guest is GuestClaims {
  return isObject(guest) && Array.isArray(guest['claims']) && guest['claims'].every(isClaim);
}

function isClaim(claim: unknown): boolean {
  return isObject(claim) && typeof claim['key'] === 'string' && isObject(claim['at']);
}

const STRICTEST: readonly ClaimUse[] = ['alone', 'shares', 'reads'];

/** What two devices of one guest share is another check's; of their uses the one counts that leaves others the least. */
function onceEach(claims: readonly Claim[]): Claim[] {
  const once = new Map<string, Claim>();
  for (const use of STRICTEST)
    for (const claim of claims) {
      const name = `${claim.key} ${claim.address ?? ''}`;
      if (claim.use === use && !once.has(name)) once.set(name, claim);
    }
  return [...once.values()];
}

/** A description without a UUID is of any guest of its name. */
function isSameGuest(a: GuestClaims, b: GuestClaims): boolean {
  return a.name === b.name && (a.uuid === b.uuid || a.uuid === undefined || b.uuid === undefined);
}

/** Two that share a LUN, for which its storage has one name. */
function isOneNexus(a: Claim, b: Claim): boolean {
  return a.nexus !== undefined && a.nexus === b.nexus && a.use === 'shares' && b.use === 'shares';
}

function clashes(a: Claim, b: Claim): boolean {
  if (a.use === 'reads' && b.use === 'reads') return false;
  if (a.use === 'shares' && b.use === 'shares') return false;
  return a.address === undefined || b.address === undefined || sameAddress(a.address, b.address);
}
