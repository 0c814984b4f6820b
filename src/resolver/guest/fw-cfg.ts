import { isArm, isLoongarch, isRiscv, isX86 } from '../../qemu/architectures';
import { qemuLacks } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { Place } from '../../model/place';
import { hardwareOf } from '../../qemu/machines';
import { atLeast, releaseOf } from '../../qemu/version';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { machineOf } from '../machine/type';

type Device = 'ramfb' | 'vmcoreinfo';

/**
 * Refuses what writes into the guest's memory by DMA of fw_cfg, on a board that has none (QEMU hw/nvram/fw_cfg.c; "requires
 * fw_cfg with DMA"); libvirt leaves it to QEMU.
 */
export function requiresFwCfgDma(device: Device, at: Place, guest: Domain, context: Context): void {
  const { profile, qemu, report } = context;
  if (!profile.checksForQemu || !qemu.has(device)) return;
  const wayOut = isX86(qemu.arch) ? onPc(device, guest, context) : elsewhere(guest, context);
  if (wayOut !== undefined)
    report(qemuLacks(at, `${device} on machine '${machineOf(guest, context)}'`, wayOut));
}

/** PCs up to 2.4 are kept as they were (hw/i386/pc.c); an ISA PC takes no device that is not on a bus. */
function onPc(device: Device, guest: Domain, context: Context): string | undefined {
  const family = machineFamily(guest, context);
  if (family === 'isapc') return device === 'ramfb' ? 'remove it, or use machine q35' : undefined;
  const [major = 0, minor = 0] = hardwareOf(machineOf(guest, context)) ?? [9];
  return major < 2 || (major === 2 && minor < 5) ? 'remove it, or use a newer machine type' : undefined;
}

/** `-fw_cfg` on a board that has none: "fw_cfg device not available". */
export function requiresFwCfg(at: Place, guest: Domain, context: Context): void {
  const { profile, qemu, report } = context;
  const family = machineFamily(guest, context);
  const known =
    family === 's390' ||
    family === 'pseries' ||
    isArm(qemu.arch) ||
    isRiscv(qemu.arch) ||
    isLoongarch(qemu.arch);
  const wayOut = family === 's390' || family === 'pseries' ? 'remove it' : elsewhere(guest, context);
  if (known && wayOut !== undefined && profile.checksForQemu)
    report(qemuLacks(at, `fw_cfg on machine '${machineOf(guest, context)}'`, wayOut));
}

/** On RISC-V it came in 6.0, and 7.1 and 7.2 set it up after the devices that want it (hw/riscv/virt.c). */
function elsewhere(guest: Domain, context: Context): string | undefined {
  const { arch, version } = context.qemu;
  if (machineFamily(guest, context) !== 'virt') return 'remove it, or use machine virt';
  if (!arch.startsWith('riscv')) return undefined;
  const release = releaseOf(version);
  const has = atLeast(release, '8.0') || (atLeast(release, '6.0') && !atLeast(release, '7.1'));
  return has ? undefined : 'remove it, or use QEMU 8.0 or later';
}
