import type { Probe } from '../probed';
import { isObject, type Json } from './qmp';

/**
 * Whether a QEMU was built with KVM, and whether it runs with it. QEMU 11.1 answers for all accelerators at once
 * (`query-accelerators`) and deprecates the question that releases before it know (`query-kvm`): its qapi/accelerator.json.
 * Undefined where it answers neither.
 */
export async function askKvm(ask: (command: string) => Promise<Json | undefined>): Promise<Probe['kvm']> {
  const all = await ask('query-accelerators');
  if (isObject(all) && Array.isArray(all['present']))
    return { present: all['present'].includes('kvm'), enabled: all['enabled'] === 'kvm' };
  const kvm = await ask('query-kvm');
  return isObject(kvm) ? { present: kvm['present'] === true, enabled: kvm['enabled'] === true } : undefined;
}
