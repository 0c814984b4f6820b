import { read, type Reading } from './convert';
import type { Diagnostic } from './diagnostics/diagnostic';
import { fillIn } from './normalizer';
import { MARK, withoutMark } from './parser/byte-order-mark';
import type { ConvertOptions } from './prepare';
import { libvirtArch } from './qemu/architectures';
import { complete } from './resolver/implicit/complete';
import { convertOne } from './underway';

export interface Normalization {
  /** The domain XML with all that a conversion decides written into it; absent when the domain was refused. */
  readonly text?: string | undefined;
  /** Everything there is to say, in the order of discovery. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Domain XML -> the same with all defaults, controllers and addresses, for the same options as `convert`, which makes
 * the same of both. Never throws for bad input: see `diagnostics`.
 */
export function normalize(xml: string, options: ConvertOptions = {}): Normalization {
  const text = withoutMark(xml);
  const normalization = normalizeDomain(text, read(text, options), options);
  if (text === xml || normalization.text === undefined) return normalization;
  return { ...normalization, text: MARK + normalization.text };
}

/** The second half, after `read`. */
export function normalizeDomain(
  xml: string,
  { domain, diagnostics: said }: Reading,
  options: ConvertOptions = {},
): Normalization {
  if (domain === undefined) return { diagnostics: said };
  const { guest, plan, context, emitted, diagnostics } = convertOne({ domain, diagnostics: said, options });
  if (emitted === undefined) return { diagnostics };
  const arch = libvirtArch(context.qemu.arch);
  return { text: fillIn(xml, { domain, guest: complete(guest, context), plan, arch }), diagnostics };
}
