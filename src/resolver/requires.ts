import { qemuLacks } from '../diagnostics/catalog';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Place } from '../model/place';
import { CAPABILITIES, type Capability } from '../qemu/capabilities';
import type { CapabilityRow } from '../qemu/capabilities/row';
import type { Qemu } from '../qemu/qemu';

/** What to say when this QEMU lacks what the XML asks for at `at`; undefined: it has it. */
export function missing(qemu: Qemu, capability: Capability, at: Place, what: string): Diagnostic | undefined {
  if (qemu.has(capability)) return undefined;
  const row: CapabilityRow = CAPABILITIES[capability];
  return qemuLacks(at, what, row);
}
