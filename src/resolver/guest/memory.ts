import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import { hasHmat } from '../../model/numa';
import { MIB } from '../../model/number';
import type { PlannedMemory } from '../../model/plan/memory';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { ramIdOf, takesNumaMem } from '../machine/type';
import { hugePageOf } from './hugepages';
import { accessOf, isPlain, memoryBackendOf } from './memory-backend';

const KIB = 1024;

/** QEMU gets whole MiB, on pSeries whole blocks of 256 MiB (libvirt qemuDomainAlignMemorySizes). */
export function aligned(bytes: number, { os }: Domain, { qemu, options }: Context): number {
  if (arrives({ options })) return bytes;
  const unit = (os.arch ?? qemu.arch).startsWith('ppc64') ? 256 * MIB : MIB;
  return Math.ceil(bytes / unit) * unit;
}

/** A guest that comes from another host has the sizes that it has there. */
export function arrives({ options }: Pick<Context, 'options'>): boolean {
  return options.context?.migrateFrom !== undefined;
}

/** RAM at the start: the sum of the cells, else what `<memory>` says without what devices have of it. */
export function initialMemory(guest: Domain, context: Context): number {
  const { memory, numa } = guest;
  const added = devicesOf(guest, 'memory').reduce((sum, { target }) => sum + target.size, 0);
  if (memory.size !== undefined && arrives(context)) return memory.size - added;
  if (numa.cells.length > 0)
    return numa.cells.reduce((sum, cell) => sum + aligned(cell.memory, guest, context), 0);
  return aligned((memory.size ?? 0) - added, guest, context);
}

export function planMemory(guest: Domain, context: Context): PlannedMemory {
  const { max, backing } = guest.memory;
  const size = initialMemory(guest, context);
  const backend = ramBackend(guest, size, context);
  return {
    // whole MiB in any case
    size: Math.floor(size / MIB) * KIB,
    plain: !context.qemu.has('memory-opts'),
    slots: max === undefined || max.slots === 0 ? undefined : max.slots,
    maxmem: max === undefined ? undefined : aligned(max.size, guest, context) / KIB,
    backend,
    ...(backend === undefined && asksForBackend(guest, context)
      ? withoutBackend(guest, context)
      : allCells(guest, context)),
    memLock: memLock(backing?.locked === true, context),
  };
}

/** What is said once of cells without back ends. */
export function allCells(guest: Domain, context: Context): Pick<PlannedMemory, 'preallocAll' | 'pathOfAll'> {
  if (!usesNumaMem(guest, context)) return { preallocAll: false };
  const page = hugePageOf(guest, {}, context);
  const immediate = guest.memory.backing?.allocation?.mode === 'immediate';
  return { preallocAll: page !== undefined || immediate, pathOfAll: page?.path };
}

/** What the whole memory has without a back end: the files that it is made of, which nobody shares. */
function withoutBackend(guest: Domain, context: Context): Pick<PlannedMemory, 'preallocAll' | 'pathOfAll'> {
  const { prealloc, memPath } = memoryBackendOf(guest, { id: 'ram', size: 0 }, context);
  return { preallocAll: prealloc === true, pathOfAll: memPath };
}

/** Whether the memory of a guest without cells is to be a file's, or a node's of the host, or there at once. */
export function asksForBackend(guest: Domain, context: Context): boolean {
  if (guest.numa.cells.length > 0 || context.profile.libvirtDefaults) return false;
  const backend = memoryBackendOf(guest, { id: 'ram', size: 0 }, context);
  return !isPlain(backend) || backend.prealloc !== undefined;
}

/** Whether the machine's own memory can have a back end. */
export function hasRamBackend(guest: Domain, context: Context): boolean {
  return context.qemu.has('machine-memory-backend') && ramIdOf(guest, context) !== undefined;
}

/** Whether it can have that from a cell alone: until 5.0 a machine's own memory had no back end (QEMU vl.c). */
export function backendOfCell(guest: Domain, context: Context): boolean {
  const { qemu } = context;
  return (
    !qemu.has('machine-memory-backend') &&
    qemu.has('memory-backend-file') &&
    HAVE_CELLS.has(machineFamily(guest, context)) &&
    asksForBackend(guest, context)
  );
}

/** Machines with NUMA (QEMU: those with possible_cpu_arch_ids and get_default_cpu_node_id). */
const HAVE_CELLS: ReadonlySet<string> = new Set(['i440fx', 'q35', 'virt', 'pseries']);

/** libvirt says it in any case. */
function memLock(locked: boolean, { profile, qemu }: Context): PlannedMemory['memLock'] {
  if (!locked && !profile.libvirtDefaults) return undefined;
  if (qemu.has('overcommit')) return { option: '-overcommit', locked };
  return qemu.has('locked-memory') ? { option: '-realtime', locked } : undefined;
}

/** A command of its own leaves plain RAM to -m; libvirt always names it, so that -machine can. */
function ramBackend(guest: Domain, size: number, context: Context): PlannedMemory['backend'] {
  const id = ramIdOf(guest, context);
  if (guest.numa.cells.length > 0 || id === undefined || !hasRamBackend(guest, context)) return undefined;
  const backend = memoryBackendOf(guest, { id, size }, context);
  const plain = isPlain(backend) && backend.prealloc === undefined;
  return plain && !context.profile.libvirtDefaults ? undefined : backend;
}

/**
 * Cells with no wish but memory of their own are written without back ends, where the machine takes that. An HMAT speaks
 * of back ends.
 */
export function usesNumaMem(guest: Domain, context: Context): boolean {
  const { cells } = guest.numa;
  return (
    cells.length > 0 &&
    !hasHmat(guest.numa) &&
    takesNumaMem(guest, context) &&
    cells.every(({ id }) => asksNothing(id, guest, context))
  );
}

/**
 * Whether a cell needs no back end. libvirt has cgroups for the nodes of a whole guest, and names huge pages of all cells to
 * all memory (src/qemu/qemu_command.c qemuBuildMemoryBackendProps).
 */
function asksNothing(cell: number, guest: Domain, context: Context): boolean {
  if (!context.profile.libvirtDefaults)
    return isPlain(memoryBackendOf(guest, { id: `ram-node${cell}`, size: 0, cell }, context));
  const { source } = guest.memory.backing ?? {};
  return (
    (source === undefined || source === 'anonymous') &&
    guest.numatune?.memnodes.some(({ cellid }) => cellid === cell) !== true &&
    accessOf(guest, cell) === undefined &&
    hugePageOf(guest, { cell }, context)?.ofCell !== true
  );
}
