import type { Domain } from '../../model/domain';
import { formatVersion } from '../../qemu/version';
import type { Context } from '../context';
import { isX86 } from '../machine-family';
import { machineOf } from '../machine-type';

/** Aliases of PC machines -> the family whose newest member they stand for (QEMU hw/i386/pc_piix.c, pc_q35.c). */
const ALIASES: Readonly<Record<string, string>> = { pc: 'pc-i440fx', q35: 'pc-q35' };

/** libvirt pins an alias to the machine of this QEMU's release, so that the guest stays what it is. */
export function resolveMachineAlias(guest: Domain, context: Context): Domain {
  const { profile, qemu, host } = context;
  const family = ALIASES[machineOf(guest, context)];
  const kept = host.keepsMachineAliases?.includes(formatVersion(qemu.version)) === true;
  if (!profile.libvirtDefaults || kept || family === undefined || !isX86(guest.os.arch ?? qemu.arch))
    return guest;
  const { major, minor } = qemu.version;
  return { ...guest, os: { ...guest.os, machine: `${family}-${major}.${minor}` } };
}
