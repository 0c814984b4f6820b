import { isUsualPage, mountOfPages } from '../../host/huge-pages';
import type { Domain } from '../../model/domain';
import type { HugePage } from '../../model/memory';
import type { Context } from '../context';
import type { BackendRequest } from './backend-request';
import { shortName } from './paths';

/** A size of page and the guest's folder where the host has such pages mounted. */
export interface HugePageChoice {
  /** bytes */
  readonly size: number;
  readonly path: string;
  /** The XML names them to this cell, or device, and not to all memory. */
  readonly ofCell: boolean;
}

/** The pages behind a cell: those that name it, else those that name none. */
export function hugePageOf(
  guest: Domain,
  { cell, device }: Pick<BackendRequest, 'cell' | 'device'>,
  context: Context,
): HugePageChoice | undefined {
  const own = device?.source.pageSize;
  if (own !== undefined)
    return isUsualPage(own, context.host) ? undefined : mounted(guest, own, true, context);
  // an enclave's pages are the processor's own; what is behind a path has its own pages
  if (device?.model === 'sgx-epc' || device?.source.path !== undefined) return undefined;
  const pages = guest.memory.backing?.hugepages;
  if (pages === undefined) return undefined;
  const chosen: Partial<HugePage> | undefined = pages.length === 0 ? {} : pageFor(pages, cell, guest);
  if (chosen === undefined || isUsualPage(chosen.size, context.host)) return undefined;
  return mounted(guest, chosen.size, chosen.nodeset !== undefined, context);
}

/** Of a guest without cells, cell 0 is all there is (libvirt virDomainDefPostParseMemtune). */
export function cellsOf({ nodeset }: HugePage, { numa }: Domain): readonly number[] | undefined {
  const whole = numa.cells.length === 0 && nodeset?.length === 1 && nodeset[0] === 0;
  return whole ? undefined : nodeset;
}

function pageFor(pages: readonly HugePage[], cell: number | undefined, guest: Domain): HugePage | undefined {
  const named = cell === undefined ? undefined : pages.find((page) => nodesOf(page).has(cell));
  return named ?? pages.find((page) => cellsOf(page, guest) === undefined);
}

const known = new WeakMap<HugePage, ReadonlySet<number>>();

/** Every cell asks for the nodes of the same few pages. */
function nodesOf(page: HugePage): ReadonlySet<number> {
  let nodes = known.get(page);
  if (nodes === undefined) {
    nodes = new Set(page.nodeset);
    known.set(page, nodes);
  }
  return nodes;
}

/** Where the host is unknown: the mount that systemd makes, for the size that x86 has by default. */
const USUAL = { size: 2048, mount: '/dev/hugepages' };

/** Whether the host can have pages of that size behind memory; undefined: of its default size. */
export function isMounted(size: number | undefined, context: Context): boolean {
  return (
    isUsualPage(size, context.host) ||
    context.host.hugepages === undefined ||
    mountOfPages(size, context.host) !== undefined
  );
}

/** The folder that is guessed for these pages, where the host is not known and they are not what that usually has. */
export function guessedMount(size: number | undefined, context: Context): string | undefined {
  const isGuess =
    context.host.hugepages === undefined && size !== undefined && !isUsualPage(size, context.host);
  return isGuess && size !== USUAL.size * 1024 ? USUAL.mount : undefined;
}

function mounted(guest: Domain, size: number | undefined, ofCell: boolean, context: Context): HugePageChoice {
  const page = mountOfPages(size, context.host) ?? {
    ...USUAL,
    size: size === undefined ? USUAL.size : size / 1024,
  };
  const path = context.profile.libvirtDefaults
    ? `${page.mount}/libvirt/qemu/${shortName(guest)}`
    : page.mount;
  return { size: page.size * 1024, path, ofCell };
}
