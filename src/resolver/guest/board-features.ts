import { isArm } from '../../qemu/architectures';
import type { Domain } from '../../model/domain';
import type { PlannedMachine } from '../../model/plan/machine';
import type { Context } from '../context';
import { usesKvm } from '../machine/accel';
import { machineFamily } from '../machine/family';

/** What -machine is told of features that only this board has, in libvirt's order (src/qemu/qemu_command.c). */
export function boardWords(guest: Domain, context: Context): PlannedMachine['board'] {
  const { board } = guest.features;
  return {
    'gic-version': gicVersion(guest, context),
    virtualization: board.virtualization,
    'resize-hpt': board.hpt?.resizing,
    'cap-hpt-max-page-size':
      board.hpt?.maxPageSize === undefined ? undefined : `${board.hpt.maxPageSize / 1024}k`,
    'cap-htm': board.htm,
    'cap-nested-hv': board['nested-hv'],
    'cap-ccf-assist': board['ccf-assist'],
    'cap-cfpc': board.cfpc,
    'cap-sbbc': board.sbbc,
    'cap-ibs': board.ibs,
    ras: board.ras,
    aia: board.aia,
  };
}

/** Processors (QEMU include/hw/intc/arm_gic_common.h GIC_NCPU). */
export const REACHED_BY_GIC_2 = 8;

/**
 * A virt board of ARM always has a GIC. libvirt names the newest that KVM offers here; without KVM version 2, since
 * the third took long to get message interrupts under TCG (libvirt src/qemu/qemu_postparse.c).
 */
function gicVersion(guest: Domain, context: Context): string | undefined {
  if (!isArmVirt(guest, context)) return undefined;
  const { profile } = context;
  const asked = guest.features.board.gic?.version;
  // libvirt knows the option of 64-bit emulators alone; without it the board has version 2
  if (profile.libvirtDefaults && !hasGicOption(guest, context)) return undefined;
  if (asked !== undefined) return asked;
  const { host, options } = context;
  const accelerated = usesKvm(guest, context);
  const versions = offered(options.context?.gic) ?? host.gicVersions;
  const newest = accelerated && versions?.length ? String(Math.max(...versions)) : undefined;
  if (newest !== undefined || profile.libvirtDefaults) return newest ?? '2';
  if (!accelerated && guest.vcpu.max > REACHED_BY_GIC_2) return '3';
  // Which one KVM has is not known: `host` takes it, whichever it is.
  return accelerated ? 'host' : undefined;
}

/** A 32-bit guest on a host of 64 bits runs in the 64-bit emulator. */
export function hasGicOption(guest: Domain, context: Context): boolean {
  const { host, qemu } = context;
  return qemu.arch === 'aarch64' || (usesKvm(guest, context) && host.arch === 'aarch64');
}

/** What a test says that KVM offers. */
function offered(gic: string | undefined): readonly number[] | undefined {
  if (gic === undefined) return undefined;
  return { GIC_V2: [2], GIC_V3: [3], GIC_BOTH: [2, 3] }[gic] ?? [];
}

export function isArmVirt(guest: Domain, context: Context): boolean {
  return isArm(guest.os.arch ?? context.qemu.arch) && machineFamily(guest, context) === 'virt';
}
