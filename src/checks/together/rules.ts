import { guestsClash, guestsOneNexus, guestsSourcePart } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { sameAddress } from '../port';
import { goTogether } from '../source-use';
import type { Claim, Owned } from './claim';

/** What the guests before claim under a key, or have a part of. */
export interface OthersOf {
  readonly same: (key: string) => readonly Owned[];
  readonly parts: (key: string) => readonly Owned[];
}

/** Of one claim, what is said of it beside those of other guests. */
type Rule = (claim: Claim, others: OthersOf) => Diagnostic | undefined;

const RULES: readonly Rule[] = [clash, partOfOther, wholeOfOther, oneNexus];

/** The first of the rules that has something to say of any of the claims, which are all of one thing. */
export function saidOf(claims: readonly Claim[], others: OthersOf): Diagnostic | undefined {
  for (const rule of RULES)
    for (const claim of claims) {
      const said = rule(claim, others);
      if (said !== undefined) return said;
    }
  return undefined;
}

function clash(claim: Claim, { same }: OthersOf): Diagnostic | undefined {
  const first = same(claim.key).find((other) => clashes(other.claim, claim));
  return first && guestsClash(claim.at, claim.what, claim.help, first.file, first.claim.at);
}

function partOfOther(claim: Claim, { same }: OthersOf): Diagnostic | undefined {
  const whole = (claim.wholes ?? []).flatMap(same).find((other) => !goTogether(other.claim, claim));
  return (
    whole && guestsSourcePart(claim.at, claim.what, whole.claim.what, { ...placeOf(whole), has: 'whole' })
  );
}

function wholeOfOther(claim: Claim, { parts }: OthersOf): Diagnostic | undefined {
  const part = parts(claim.key).find((other) => !goTogether(other.claim, claim));
  return part && guestsSourcePart(claim.at, part.claim.what, claim.what, { ...placeOf(part), has: 'part' });
}

const placeOf = ({ file, claim }: Owned) => ({ file, at: claim.at });

/** Two that share a LUN, for which its storage has one name. */
function oneNexus(claim: Claim, { same }: OthersOf): Diagnostic | undefined {
  if (claim.nexus === undefined || !shares(claim)) return undefined;
  const beside = same(claim.key).find(({ claim: other }) => other.nexus === claim.nexus && shares(other));
  return beside && guestsOneNexus(claim.at, claim.what, beside.file, beside.claim.at);
}

const shares = ({ shared, reads }: Claim) => shared && !reads;

function clashes(a: Claim, b: Claim): boolean {
  if (goTogether(a, b)) return false;
  return a.address === undefined || b.address === undefined || sameAddress(a.address, b.address);
}
