import { checkGuest } from './checks';
import type { NotChecked } from './checks/check';
import type { GuestClaims } from './checks/together/claim';
import { claimsOf } from './checks/together/claims';
import { read, type Reading } from './convert';
import type { Diagnostic } from './diagnostics/diagnostic';
import type { ConvertOptions } from './prepare';
import { convertOne } from './underway';

export type { NotChecked } from './checks/check';

export interface CheckResult {
  /** All that a conversion says, then all that the checks say. */
  readonly diagnostics: readonly Diagnostic[];
  /** What there was to check and could not be. */
  readonly notChecked: readonly NotChecked[];
  /** What another guest that runs beside it cannot have; undefined: nothing could be read. */
  readonly claims?: GuestClaims;
}

/**
 * Domain XML -> all there is to say about it for the same options as `convert`: what stands against a command line, and
 * what stands against a good evening. Never throws for bad input.
 */
export function check(xml: string, options: ConvertOptions = {}): CheckResult {
  return checkDomain(read(xml, options), options);
}

/** The second half, after `read`. The checks run also where the conversion found errors: people mend all at once. */
export function checkDomain(
  { domain, diagnostics: said }: Reading,
  options: ConvertOptions = {},
): CheckResult {
  if (domain === undefined) return { diagnostics: said, notChecked: [] };
  const looked = convertOne({ domain, diagnostics: said, options });
  const notChecked = checkGuest(looked);
  return { diagnostics: looked.diagnostics, notChecked, claims: claimsOf(looked) };
}
