import { convertDomain, convertDomains, type Conversion } from '../convert';
import type { GuestInput } from './guest';

/**
 * The conversions of some guests, done all at once, which takes half the time. Where one throws, each is converted when
 * it is asked for: the others do without what is gained.
 */
export function together(inputs: readonly GuestInput[]): (input: GuestInput) => Conversion {
  const known = allOf(inputs);
  return (input) => known.get(input) ?? convertDomain(input.reading, input.options);
}

function allOf(inputs: readonly GuestInput[]): ReadonlyMap<GuestInput | undefined, Conversion> {
  try {
    const conversions = convertDomains(inputs);
    return new Map(conversions.map((conversion, index) => [inputs[index], conversion] as const));
  } catch {
    return new Map();
  }
}
