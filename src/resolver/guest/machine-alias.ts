import { isX86 } from '../../qemu/architectures';
import type { Domain } from '../../model/domain';
import { formatVersion } from '../../qemu/version';
import type { Context } from '../context';
import { machineOf } from '../machine/type';

/** Aliases of machines -> the family whose newest member they stand for (QEMU hw/i386, hw/s390x). */
const PC: Readonly<Record<string, string>> = { pc: 'pc-i440fx', q35: 'pc-q35' };
const S390X: Readonly<Record<string, string>> = { 's390-ccw-virtio': 's390-ccw-virtio' };

/** libvirt pins an alias to the machine of this QEMU's release, so that the guest stays what it is. */
export function resolveMachineAlias(guest: Domain, context: Context): Domain {
  const { profile, qemu, host } = context;
  const arch = guest.os.arch ?? qemu.arch;
  const aliases = isX86(arch) ? PC : arch === 's390x' ? S390X : {};
  const machine = machineOf(guest, context);
  const family = Object.hasOwn(aliases, machine) ? aliases[machine] : undefined;
  const kept = host.keepsMachineAliases?.includes(formatVersion(qemu.version)) === true;
  if (!profile.libvirtDefaults || kept || family === undefined) return guest;
  const { major, minor } = qemu.version;
  return { ...guest, os: { ...guest.os, machine: `${family}-${major}.${minor}` } };
}
