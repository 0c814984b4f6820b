import { findProgram } from '../launcher/program';
import type { Domain } from '../model/domain';
import { PROFILES } from '../model/profile';
import { hostArch } from '../qemu/probe';
import { emulatorArch } from '../resolver/machine/emulator';
import type { ConversionValues } from './conversion-values';

/** Where neither the user nor the guest names a QEMU, the one that will run is asked what it can do. */
export function withInstalledQemu(values: ConversionValues, domain: Domain | undefined): ConversionValues {
  if ((values.qemu ?? values.qemuVersion ?? domain?.emulator) !== undefined) return values;
  const { arch, accel, profile = 'standalone' } = values;
  const { libvirtDefaults } = PROFILES[profile];
  const wanted = { arch, options: { accel }, hostArch: hostArch(), libvirtDefaults };
  const qemu = `qemu-system-${emulatorArch(domain, wanted)}`;
  return findProgram(qemu) === undefined ? values : { ...values, qemu };
}
