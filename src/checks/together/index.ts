import { callInvalid } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { isObject } from '../../host/shape';
import type { Claim, GuestClaims, Owned } from './claim';
import { saidOf, type OthersOf } from './rules';

export type { Claim, GuestClaims } from './claim';

/**
 * Guests that may run side by side: what two of them cannot both have. Two files with one name and UUID are versions of
 * one guest, and never run together.
 */
export class Together {
  private readonly owners = new Map<string, Owned[]>();
  /** By what it is a part of. */
  private readonly parts = new Map<string, Owned[]>();

  /**
   * What of the guest is another's already, by the files that came before. `guest`: the `claims` of a check, undefined where it
   * could read none. Never throws for bad input.
   */
  add(file: string, guest: GuestClaims | undefined): Diagnostic[] {
    if (guest === undefined) return [];
    if (!isClaims(guest)) return [callInvalid('guest', 'is not what check gives as claims')];
    const strangers = (owned: readonly Owned[] = []) =>
      owned.filter((other) => !isSameGuest(other.guest, guest));
    const others: OthersOf = {
      same: (key) => strangers(this.owners.get(key)),
      parts: (key) => strangers(this.parts.get(key)),
    };
    const said = byWhat(guest.claims).flatMap((claims) => saidOf(claims, others) ?? []);
    for (const claim of guest.claims) {
      const owned = { claim, file, guest };
      keep(this.owners, claim.key, owned);
      for (const whole of claim.wholes ?? []) keep(this.parts, whole, owned);
    }
    return said;
  }
}

function keep(map: Map<string, Owned[]>, key: string, owned: Owned): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [owned]);
  else known.push(owned);
}

/** A program without types may pass anything. */
function isClaims(guest: unknown): guest is GuestClaims {
  return isObject(guest) && Array.isArray(guest['claims']) && guest['claims'].every(isClaim);
}

function isClaim(claim: unknown): boolean {
  if (!isObject(claim)) return false;
  const { key, at, wholes = [] } = claim;
  return typeof key === 'string' && isObject(at) && Array.isArray(wholes);
}

/** In the order of the file; what two devices of one guest share is another check's, and is told of once here. */
function byWhat(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const inOrder = [...claims].sort(({ at: a }, { at: b }) => a.line - b.line || a.column - b.column);
  const groups = new Map<string, Claim[]>();
  for (const claim of inOrder) {
    const what = `${claim.key} ${claim.address ?? ''}`;
    const group = groups.get(what);
    if (group === undefined) groups.set(what, [claim]);
    else group.push(claim);
  }
  return [...groups.values()];
}

/** A description without a UUID is of any guest of its name. */
function isSameGuest(a: GuestClaims, b: GuestClaims): boolean {
  return a.name === b.name && (a.uuid === b.uuid || a.uuid === undefined || b.uuid === undefined);
}
