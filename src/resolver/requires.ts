import { qemuLacks } from '../diagnostics/catalog';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Place } from '../model/place';
import { CAPABILITIES, type Capability } from '../qemu/capabilities';
import type { CapabilityRow } from '../qemu/capabilities/row';
import type { Qemu } from '../qemu/qemu';
import type { Context } from './context';

/** What to say when this QEMU lacks what the XML asks for at `at`; undefined: it has it. */
export function missing(qemu: Qemu, capability: Capability, at: Place, what: string): Diagnostic | undefined {
  if (qemu.has(capability)) return undefined;
  const row: CapabilityRow = CAPABILITIES[capability];
  return qemuLacks(at, what, row);
}

/** Reports what this QEMU lacks of that which the XML asks for at `at`. */
export function requires(
  { qemu, report }: Pick<Context, 'qemu' | 'report'>,
  capability: Capability,
  at: Place,
  what: string,
): void {
  const problem = missing(qemu, capability, at, what);
  if (problem) report(problem);
}
