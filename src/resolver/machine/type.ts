import { isX86 } from '../../qemu/architectures';
import type { Domain } from '../../model/domain';
import { hardwareOf } from '../../qemu/machines';
import type { Context } from '../context';
import { defaultMachine } from './family';

/** libvirt takes QEMU's default machine where the XML names none. */
export function machineOf({ os }: Pick<Domain, 'os'>, { qemu }: Pick<Context, 'qemu'>): string {
  return os.machine ?? defaultMachine(os.arch ?? qemu.arch);
}

/** The id of the machine's RAM, which `memory-backend=` replaces (QEMU default_ram_id). */
export function ramIdOf(guest: Domain, context: Context): string | undefined {
  const known = context.qemu.machine(machineOf(guest, context));
  return known === undefined && isX86(guest.os.arch ?? context.qemu.arch) ? 'pc.ram' : known?.defaultRamId;
}

/**
 * Whether the machine takes `-numa node,mem=` (QEMU numa_mem_supported). Of a machine that is not known its version
 * tells: those up to 5.0 do.
 */
export function takesNumaMem(guest: Pick<Domain, 'os'>, context: Pick<Context, 'qemu'>): boolean {
  const machine = machineOf(guest, context);
  const known = context.qemu.machine(machine);
  if (known !== undefined) return known.numaMem;
  const version = hardwareOf(machine);
  return version !== undefined && (version[0] < 5 || (version[0] === 5 && version[1] === 0));
}
