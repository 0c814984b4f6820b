import { posix } from 'node:path';
import type { Domain } from '../model/domain';
import type { Os, Varstore } from '../model/os';
import type { Place } from '../model/place';
import { pathsOfDevice } from './guest-path-kinds';
import type { GuestPath } from './guest-path-use';

/** What the template is to the guest: the one path that is only read where another is not there. */
export const NVRAM_TEMPLATE = 'the NVRAM template';

/** What is made from it, with its folder. */
export const NVRAM_STORE = "the guest's NVRAM";

/** All paths that a guest names, but for the sources of its disks themselves: the host checks of disks have those. */
export function guestPaths(guest: Domain): readonly GuestPath[] {
  return [...pathsOfOs(guest.os), ...guest.devices.flatMap(pathsOfDevice)].filter(({ path }) =>
    path.startsWith('/'),
  );
}

/** What to look at on the host to know of those paths: a file that is to be made needs its folder. */
export function pathsToProbe(paths: readonly GuestPath[]): readonly string[] {
  return [
    ...new Set(
      paths.flatMap(({ path, use }) =>
        use === 'create' || use === 'listen' ? [path, posix.dirname(path)] : [path],
      ),
    ),
  ];
}

function pathsOfOs({ at, loader, nvram, varstore, kernel, initrd, dtb, shim, acpiTables }: Os): GuestPath[] {
  const read = (path: string | undefined, place: Place, what: string): GuestPath[] =>
    path === undefined ? [] : [{ at: place, path, use: 'read', what }];
  return [
    ...(loader === undefined ? [] : read(loader.path, loader.at, 'the firmware')),
    ...(nvram === undefined ? [] : read(nvram.template, nvram.at.of('@template'), NVRAM_TEMPLATE)),
    ...nvramStore(nvram),
    ...(varstore === undefined ? [] : pathsOfVarstore(varstore)),
    ...read(kernel, at.of('kernel'), 'the kernel'),
    ...read(initrd, at.of('initrd'), 'the initrd'),
    ...read(dtb, at.of('dtb'), 'the device tree'),
    ...read(shim, at.of('shim'), 'the boot shim'),
    ...acpiTables.flatMap((table) => read(table.path, table.at, 'the ACPI table')),
  ];
}

/** Where there is a template, the store is made from it. */
function nvramStore(nvram: Os['nvram']): GuestPath[] {
  const source = nvram?.source;
  if (nvram === undefined || source?.type !== 'file' || source.path === undefined) return [];
  const use = nvram.template === undefined ? 'write' : 'create';
  return [{ at: source.at, path: source.path, use, what: NVRAM_STORE }];
}

/** QEMU makes the file where there is none. */
function pathsOfVarstore({ at, template, path }: Varstore): GuestPath[] {
  return [
    ...(template === undefined
      ? []
      : [{ at: at.of('@template'), path: template, use: 'read' as const, what: NVRAM_TEMPLATE }]),
    ...(path === undefined ? [] : [{ at: at.of('@path'), path, use: 'create' as const, what: NVRAM_STORE }]),
  ];
}
