import { isX86 } from '../../../qemu/architectures';
import {
  featureForeign,
  featureInvalid,
  hypervOfHost,
  qemuLacks,
  qemuLeavesOut,
} from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import { MIB, isPowerOfTwo } from '../../../model/number';
import type { Context } from '../../context';
import { asksHost, hypervFeatures, lacksVpindex } from '../hyperv';
import { hasAcpi } from '../machine';
import { usesKvm } from '../../machine/accel';
import { machineOf } from '../../machine/type';
import { validateBoard } from './board-features';
import { validateEnlightenments } from './enlightenments';
import { validateForeign } from './foreign-features';

/** QEMU accel/kvm/kvm-all.c: a power of 2 of entries, each of 16 bytes. */
const DIRTY_RING = { min: 1024, max: 65_536 };

export function validateFeatures(guest: Domain, context: Context): void {
  validateAcpi(guest, context);
  validateBoard(guest, context);
  if (!isX86(guest.os.arch ?? context.qemu.arch)) validateForeign(guest, context);
  validateKvm(guest, context);
  validateVendor(guest, context);
  if (context.profile.checksForQemu) validateHyperv(guest, context);
  else if (guest.features.hyperv?.mode === 'host-model')
    context.report(hypervOfHost(guest.features.at.of('hyperv/@mode')));
  if (guest.features.viridian)
    context.report(
      qemuLeavesOut(guest.features.at.of('viridian'), '<viridian>', 'Windows is helped by <hyperv>', false),
    );
  if (guest.features.tcgTbCache !== undefined && guest.type !== 'qemu')
    context.report(
      featureInvalid(guest.features.at.of('tcg'), 'only TCG has translated code', 'remove <tcg>'),
    );
  if ((guest.features.tcgTbCache ?? 0) % MIB !== 0)
    context.report(
      featureInvalid(guest.features.at.of('tcg/tb-cache'), 'QEMU counts the cache in MiB', 'use whole MiB'),
    );
}

/** What -cpu of this QEMU has no switch for, and what it takes under KVM alone. */
function validateHyperv(guest: Domain, context: Context): void {
  const { at, hyperv } = guest.features;
  const { qemu, report } = context;
  for (const { name, value } of isX86(qemu.arch) ? hypervFeatures(hyperv) : [])
    if (value === true && qemu.hasCpuFeature(name) === false)
      report(qemuLacks(at.of('hyperv'), `'${name}'`, 'use a newer QEMU, or remove it'));
  if (hyperv?.mode === 'host-model') {
    const mode = at.of('hyperv/@mode');
    if (!asksHost(guest, context)) report(hypervOfHost(mode));
    else if (qemu.hasCpuFeature('hv-passthrough') === false)
      report(qemuLacks(mode, "'hv-passthrough'", 'use QEMU 4.2 or later, or name what is to be on'));
  }
  if (hyperv?.enlightenments.vpindex === true && lacksVpindex(guest, context))
    report(qemuLeavesOut(at.of('hyperv/vpindex'), '<vpindex>', 'it is told under KVM alone'));
  if (hyperv !== undefined && usesKvm(guest, context) && qemu.has('hv.needs'))
    validateEnlightenments(guest, hyperv, context);
}

/** What CPUID has room for, and -cpu can say. */
function validateVendor({ features: { at, hyperv } }: Domain, { report }: Context): void {
  const { vendorId = '' } = hyperv ?? {};
  if (vendorId.length > 12 || vendorId.includes(','))
    report(
      featureInvalid(
        at.of('hyperv/vendor_id/@value'),
        `'${vendorId}' is no vendor`,
        'use 12 characters at most, and no comma',
      ),
    );
}

/** QEMU tells which machines have tables to give since 8.0. */
function validateAcpi(guest: Domain, context: Context): void {
  const { at, acpi } = guest.features;
  if (!acpi || !context.qemu.has('machine-acpi.class') || hasAcpi(guest, context)) return;
  context.report(featureForeign(at.of('acpi'), 'acpi', machineOf(guest, context), 'PC and virt'));
}

function validateKvm({ features }: Domain, { report }: Context): void {
  const { at, kvmDirtyRing, kvmDirtyRingSize: size } = features;
  if (kvmDirtyRing === true && !isRingSize(size))
    report(
      featureInvalid(
        at.of('kvm/dirty-ring/@size'),
        'a dirty ring has a power of 2 of entries, from 1024 to 65536',
        "write size='4096'",
      ),
    );
}

function isRingSize(size: number | undefined): boolean {
  return size !== undefined && size >= DIRTY_RING.min && size <= DIRTY_RING.max && isPowerOfTwo(size);
}
