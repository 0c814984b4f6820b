import { qemuLacks } from '../diagnostics/catalog';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Place } from '../model/place';
import type { Capability } from '../qemu/capabilities';
import { rowOf } from '../qemu/capabilities/lookup';
import { inTable, sinceOn, type Qemu } from '../qemu/qemu';
import type { Context } from './context';

/** What to say when this QEMU lacks what the XML asks for at `at`; undefined: it has it. */
export function missing(qemu: Qemu, capability: Capability, at: Place, what: string): Diagnostic | undefined {
  if (qemu.has(capability)) return undefined;
  return qemuLacks(at, what, wayOut(qemu, capability));
}

/** Another release, another machine, or another build: what would have it. */
function wayOut({ version, arch }: Qemu, capability: Capability): string {
  const row = rowOf(capability);
  const { until, arch: there, build } = row;
  if (there !== undefined && !there.includes(arch))
    return `remove it: only QEMU for ${there.join(', ')} has it`;
  if (inTable(capability, version, arch))
    return `remove it, or use a QEMU that is built with ${build ?? 'it'}`;
  const since = sinceOn(row, arch);
  const when = until === undefined ? `${since} or later` : `from ${since} up to the one before ${until}`;
  return `use QEMU ${when}, or remove it`;
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

/** What libvirt does not ask a QEMU for (libvirt src/qemu/qemu_validate.c): the QEMU itself then refuses it. */
export const LEFT_TO_QEMU: readonly string[] = ['hda-duplex', 'input-linux', 'rtl8139', 'virtio-net-pci'];
