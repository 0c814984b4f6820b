/**
 * Features that a model had in QEMU once and no longer has, so that it can run elsewhere; libvirt says so each time,
 * for the guest's sake (`removed='yes'` in the CPU map of libvirt 11.3).
 */
const REMOVED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(Cascadelake-Server|Skylake-(Client|Server))(-noTSX)?(-IBRS)?$/, ['mpx']],
  [/^Icelake-Client(-noTSX)?$/, ['intel-pt']],
  [/^Icelake-Server(-noTSX)?$/, ['intel-pt', 'mpx']],
  [/^(Dhyana|EPYC|EPYC-IBPB|Opteron_G3)$/, ['monitor']],
];

export function removedFeatures(model: string): readonly string[] {
  return REMOVED.find(([name]) => name.test(model))?.[1] ?? [];
}
