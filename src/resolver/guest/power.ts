import { isX86 } from '../../qemu/architectures';
import type { Domain } from '../../model/domain';
import type { PlannedBoot, PlannedPower } from '../../model/plan/start';
import type { Context } from '../context';
import { reads } from '../opened';
import { machineFamily } from '../machine/family';
import { hasAcpi } from './machine';

/**
 * libvirt handles the end of a guest itself and keeps QEMU alive; a command of its own has to let QEMU do it.
 */
export function planPower(guest: Domain, context: Context): PlannedPower {
  const { profile, qemu } = context;
  const { events, pm } = guest;
  const sleeps = pm.suspendToMem !== undefined || pm.suspendToDisk !== undefined;
  return {
    noShutdown: profile.libvirtDefaults || events.poweroff === 'preserve',
    noReboot: !profile.libvirtDefaults && events.reboot === 'destroy',
    panic: profile.libvirtDefaults || !qemu.has('set-action') ? undefined : panicAction(guest),
    noAcpi: saysNoAcpi(guest, context),
    sleep: sleeps
      ? {
          driver: machineFamily(guest, context) === 'q35' ? 'ICH9-LPC' : 'PIIX4_PM',
          disableS3: disabled(pm.suspendToMem),
          disableS4: disabled(pm.suspendToDisk),
        }
      : undefined,
  };
}

/** Elsewhere QEMU has no -no-acpi (qemu-options.hx), and boards without ACPI refuse it since QEMU 7.1 (softmmu/vl.c). */
function saysNoAcpi(guest: Domain, context: Context): boolean {
  const { profile, qemu } = context;
  const known = isX86(qemu.arch) || qemu.arch === 'aarch64' || qemu.arch === 'arm';
  if (!known || qemu.has('machine-acpi.class') || guest.features.acpi) return false;
  return profile.libvirtDefaults || hasAcpi(guest, context);
}

const ON_CRASH: Readonly<Record<string, PlannedPower['panic']>> = {
  preserve: 'pause',
  'preserve-running': 'none',
};

/** What the guest asks for where that is not QEMU's default. */
export function panicAction({ events }: Domain): PlannedPower['panic'] {
  return ON_CRASH[events.crash ?? ''];
}

function disabled(enabled: boolean | undefined): number | undefined {
  return enabled === undefined ? undefined : Number(!enabled);
}

/** `<os>`: the boot menu, and a kernel that is booted without a disk. */
export function planBoot({ os }: Domain, context: Context): PlannedBoot {
  const { qemu } = context;
  for (const part of ['kernel', 'initrd', 'dtb', 'shim'] as const) reads(os[part], part, context);
  for (const { path } of os.acpiTables) reads(path, 'acpi', context);
  return {
    menu: os.bootmenu?.enable,
    splashTime: os.bootmenu?.enable === true ? os.bootmenu.timeout : undefined,
    rebootTimeout: os.bios?.rebootTimeout,
    strict: qemu.has('boot-strict') ? true : undefined,
    kernel: os.kernel,
    initrd: os.initrd,
    append: os.cmdline,
    dtb: os.dtb,
    shim: os.shim,
    acpiTables: os.acpiTables.map(({ type, path }) => ({
      sig: type === 'slic' || type === 'msdm' ? type.toUpperCase() : undefined,
      file: path,
    })),
  };
}
