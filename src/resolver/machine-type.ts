import type { Domain } from '../model/domain';

/** libvirt takes QEMU's default machine where the XML names none; on x86 that is pc. */
export function machineOf(guest: Domain): string {
  return guest.os.machine ?? 'pc';
}

export function isQ35(machine: string): boolean {
  return machine === 'q35' || machine.startsWith('pc-q35-');
}

/** The version that a machine type carries: `pc-q35-4.2` is [4, 2]; undefined for an alias, which is the newest. */
export function machineVersion(machine: string): readonly [number, number] | undefined {
  const match = /-(\d+)\.(\d+)(?:\.\d+)?$/.exec(machine);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

/** The id of the machine's RAM, which `memory-backend=` replaces (QEMU default_ram_id). */
export function ramIdOf(machine: string): string | undefined {
  if (machine === 'microvm') return 'microvm.ram';
  return machine === 'none' || machine === 'x-remote' ? undefined : 'pc.ram';
}

/** Machines up to 5.0 take `-numa node,mem=`; newer ones want a back end for each cell (QEMU numa_mem_supported). */
export function takesNumaMem(machine: string): boolean {
  const version = machineVersion(machine);
  return version !== undefined && (version[0] < 5 || (version[0] === 5 && version[1] === 0));
}
