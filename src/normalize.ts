import { read, refuses, tellLacking } from './convert';
import type { Diagnostic } from './diagnostics/diagnostic';
import { emit } from './emitter';
import { fillIn } from './normalizer';
import { contextOf, type ConvertOptions } from './prepare';
import { decideAll, planOf } from './resolver';
import { complete } from './resolver/implicit/complete';
import type { Findings } from './resolver/context';

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
  return normalizeDomain(xml, read(xml, options), options);
}

/** The second half, after `read`. */
export function normalizeDomain(
  xml: string,
  { domain, diagnostics: said }: ReturnType<typeof read>,
  options: ConvertOptions = {},
): Normalization {
  if (domain === undefined) return { diagnostics: said };
  const diagnostics = [...said];
  const findings: Findings = { decisions: [], companions: [], resources: [], hostSteps: [] };
  const context = contextOf(options, (diagnostic) => void diagnostics.push(diagnostic), findings, domain);
  const guest = decideAll(domain, context);
  const plan = planOf(guest, context, findings);
  if (diagnostics.some(({ severity }) => refuses(severity, options))) return { diagnostics };
  if (tellLacking(emit(plan), guest, context)) return { diagnostics };
  const arch = context.qemu.arch === 'i386' ? 'i686' : context.qemu.arch;
  return { text: fillIn(xml, { domain, guest: complete(guest, context), plan, arch }), diagnostics };
}
