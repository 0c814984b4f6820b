import { featureForeign, featureInvalid, qemuLacks, qemuLeavesOut } from '../../../diagnostics/catalog';
import type { BoardFeatures } from '../../../model/board-features';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { requires } from '../../requires';
import { hypervFeatures, lacksVpindex } from '../hyperv';
import { hasGicOption, isArmVirt } from '../board-features';
import { hasAcpi } from '../machine';
import { isEmulated } from '../../machine/accel';
import { isX86, machineFamily } from '../../machine/family';
import { machineOf } from '../../machine/type';

/** QEMU accel/kvm/kvm-all.c: a power of 2 of entries, each of 16 bytes. */
const DIRTY_RING = { min: 1024, max: 65_536 };

const MIB = 1024 ** 2;

export function validateFeatures(guest: Domain, context: Context): void {
  validateAcpi(guest, context);
  validateBoard(guest, context);
  if (!isX86(guest.os.arch ?? context.qemu.arch)) validateForeign(guest, context);
  validateKvm(guest, context);
  validateVendor(guest, context);
  if (context.profile.checksForQemu) validateHyperv(guest, context);
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
  if (hyperv?.enlightenments.vpindex === true && lacksVpindex(guest, context))
    report(qemuLeavesOut(at.of('hyperv/vpindex'), '<vpindex>', 'it is told under KVM alone'));
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

/** What only PCs have, however it is switched (libvirt src/qemu/qemu_validate.c qemuValidateDomainDefFeatures). */
function validateForeign(guest: Domain, context: Context): void {
  const { at, apic, hyperv, ioapic, pmu, pvspinlock, smm } = guest.features;
  const machine = machineOf(guest, context);
  const foreign = (name: string, value: unknown, board = 'x86') => {
    if (value !== undefined) context.report(featureForeign(at.of(name), name, machine, board));
  };
  foreign('pvspinlock', pvspinlock);
  foreign('ioapic', ioapic);
  foreign('apic/@eoi', apic?.eoi);
  if (!isArmVirt(guest, context)) foreign('hyperv', hyperv, 'x86 and ARM virt');
  // that it is wanted was said before, as of a QEMU that is too old
  if (smm?.state === false && context.profile.checksForQemu) foreign('smm', smm);
  // processors of x86 and ARM have the property; libvirt names it to s390x too
  if (pmu !== undefined && context.qemu.arch === 's390x' && context.profile.checksForQemu)
    foreign('pmu', pmu, 'x86 and ARM');
  if (pmu === false && context.qemu.arch === 'ppc64')
    context.report(
      featureInvalid(at.of('pmu'), 'POWER processors are never without their PMU', 'remove <pmu>'),
    );
}

type Board = 'ARM virt' | 'RISC-V virt' | 'pseries';

const BOARDS: Readonly<Record<keyof BoardFeatures, Board>> = {
  gic: 'ARM virt',
  ras: 'ARM virt',
  aia: 'RISC-V virt',
  hpt: 'pseries',
  htm: 'pseries',
  'nested-hv': 'pseries',
  'ccf-assist': 'pseries',
  cfpc: 'pseries',
  sbbc: 'pseries',
  ibs: 'pseries',
};

/** libvirt takes these switched off anywhere. */
const OFF_ANYWHERE: readonly (keyof BoardFeatures)[] = ['gic', 'aia'];

function validateBoard(guest: Domain, context: Context): void {
  const { at, board } = guest.features;
  for (const name of Object.keys(BOARDS) as (keyof BoardFeatures)[]) {
    const value = board[name];
    if (value === undefined || (value === false && OFF_ANYWHERE.includes(name))) continue;
    if (!isBoard(BOARDS[name], guest, context))
      context.report(featureForeign(at.of(name), name, machineOf(guest, context), BOARDS[name]));
  }
  if (board.htm === true && isEmulated(guest, context) && context.profile.checksForQemu)
    context.report(
      featureInvalid(at.of('htm'), 'TCG has no transactional memory', "use state='off', or KVM on POWER"),
    );
  if (board.ras !== undefined && isArmVirt(guest, context))
    requires(context, 'machine.virt.ras', at.of('ras'), '<ras>');
  const { gic } = board;
  const chosen = gic !== undefined && gic.version !== undefined && gic.version !== '2';
  if (
    chosen &&
    context.profile.checksForLibvirt &&
    isArmVirt(guest, context) &&
    !hasGicOption(guest, context)
  )
    context.report(featureForeign(at.of('gic/@version'), 'gic', machineOf(guest, context), '64-bit ARM'));
  if (board.aia !== undefined && isBoard('RISC-V virt', guest, context))
    requires(context, 'machine.virt.aia', at.of('aia'), '<aia>');
}

function isBoard(board: Board, guest: Domain, context: Context): boolean {
  if (board === 'ARM virt') return isArmVirt(guest, context);
  const family = machineFamily(guest, context);
  if (board === 'pseries') return family === 'pseries';
  return family === 'virt' && (guest.os.arch ?? context.qemu.arch).startsWith('riscv');
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
  return (
    size !== undefined &&
    size >= DIRTY_RING.min &&
    size <= DIRTY_RING.max &&
    Number.isInteger(Math.log2(size))
  );
}
