import { findProgram } from '../launcher/program';
import type { Domain } from '../model/domain';
import { qemuArch } from '../qemu/architectures';
import { hostArch } from '../qemu/probe';
import type { ConversionValues } from './conversion-values';

/** Where neither the user nor the guest names a QEMU, the one that will run is asked what it can do. */
export function withInstalledQemu(values: ConversionValues, domain: Domain | undefined): ConversionValues {
  if ((values.qemu ?? values.qemuVersion ?? domain?.emulator) !== undefined) return values;
  const qemu = `qemu-system-${qemuArch(values.arch ?? domain?.os.arch ?? hostArch())}`;
  return findProgram(qemu) === undefined ? values : { ...values, qemu };
}
