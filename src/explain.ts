import { convertDomain, read, type Conversion, type Reading, type WithArguments } from './convert';
import { explainArguments } from './explainer';
import type { Explanation } from './explainer/explanation';
import type { ConvertOptions } from './prepare';

/** A conversion with where each of its arguments comes from. */
export interface ExplainedConversion extends Conversion {
  /** Absent when the domain was refused. */
  readonly explanation?: Explanation | undefined;
}

/** What our own commands work on, too. */
export type Explained = ExplainedConversion & WithArguments;

/** Domain XML -> the QEMU command line with where each argument comes from. Never throws for bad input: see `diagnostics`. */
export function explain(xml: string, options: ConvertOptions = {}): Explained {
  return explainDomain(read(xml, options), options);
}

/** The second half, after `read`. */
export function explainDomain(reading: Reading, options: ConvertOptions = {}): Explained {
  const conversion = convertDomain(reading, options);
  const { plan, emitted, options: words } = conversion;
  const domain = reading.domain?.at;
  if (plan === undefined || emitted === undefined || words === undefined || domain === undefined)
    return conversion;
  return { ...conversion, explanation: explainArguments({ plan, emitted, words, domain }) };
}
