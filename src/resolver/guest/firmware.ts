import { unsupported } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { PlannedFirmware, PlannedFlash } from '../../model/plan/machine';
import type { Context } from '../context';
import { STATE } from './paths';

const NONE: PlannedFirmware = { flash: [], secure: false };

/** `<loader>` and `<nvram>`: firmware by path. */
export function planFirmware(guest: Domain, context: Context): PlannedFirmware {
  const { os } = guest;
  const { loader } = os;
  if (os.firmware !== undefined && loader?.path === undefined) {
    context.report(
      unsupported(os.at.of('@firmware'), `<os firmware='${os.firmware}'>`, 'give <loader> a path'),
    );
    return NONE;
  }
  if (loader?.path === undefined) return NONE;
  if (loader.type !== 'pflash') return { bios: loader.path, flash: [], secure: false };
  return { flash: flashOf(guest, context), secure: loader.secure === true };
}

function flashOf(guest: Domain, context: Context): PlannedFlash[] {
  const { loader, nvram } = guest.os;
  const code = flash(0, loader?.path ?? '', loader?.format ?? 'raw', loader?.readonly ?? false, context);
  const store = nvram?.path ?? defaultStore(guest);
  if (store === undefined) return [code];
  const vars = flash(1, store, nvram?.format ?? loader?.format ?? 'raw', false, context);
  return [code, { ...vars, driver: nvram?.type === 'block' ? 'host_device' : 'file' }];
}

/** libvirt copies the template to a file of the guest's own. */
function defaultStore({ name, os: { loader, nvram } }: Domain): string | undefined {
  if (loader?.stateless === true || loader?.readonly !== true) return undefined;
  const ending = (nvram?.format ?? loader.format) === 'qcow2' ? 'qcow2' : 'fd';
  return `${STATE}/nvram/${name}_VARS.${ending}`;
}

function flash(unit: 0 | 1, path: string, format: string, readonly: boolean, context: Context): PlannedFlash {
  const { profile, qemu, resource } = context;
  resource({ path, access: readonly ? 'read' : 'read-write', shared: readonly, usedBy: `pflash${unit}` });
  const bare = unit === 1 && format === 'raw' && qemu.has('blockdev-set-active');
  return {
    unit,
    path,
    format,
    readonly,
    driver: 'file',
    form: profile.storage === 'blockdev' && qemu.has('blockdev') ? 'blockdev' : 'drive',
    storageNode: `libvirt-pflash${unit}-storage`,
    formatNode: bare ? undefined : `libvirt-pflash${unit}-format`,
  };
}
