import { featureForeign, featureInvalid } from '../../../diagnostics/catalog';
import type { BoardFeatures } from '../../../model/board-features';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { isEmulated } from '../../machine/accel';
import { machineFamily } from '../../machine/family';
import { machineOf } from '../../machine/type';
import { requires } from '../../requires';
import { hasGicOption, isArmVirt } from '../board-features';

type Board = 'ARM virt' | 'RISC-V virt' | 'pseries';

const BOARDS: Readonly<Record<keyof BoardFeatures, Board>> = {
  gic: 'ARM virt',
  virtualization: 'ARM virt',
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

/** What one board alone has, by its own rules. */
export function validateBoard(guest: Domain, context: Context): void {
  const { at, board } = guest.features;
  for (const name of Object.keys(BOARDS) as (keyof BoardFeatures)[]) {
    const value = board[name];
    if (value === undefined || (value === false && OFF_ANYWHERE.includes(name))) continue;
    if (!isBoard(BOARDS[name], guest, context))
      context.report(featureForeign(at.of(name), name, machineOf(guest, context), BOARDS[name]));
  }
  if (board.ras !== undefined && isArmVirt(guest, context)) validateRas(guest, context);
  if (board.virtualization !== undefined && isArmVirt(guest, context))
    requires(context, 'machine.virt.virtualization', at.of('virtualization'), '<virtualization>');
  if (board.aia !== undefined && isBoard('RISC-V virt', guest, context))
    requires(context, 'machine.virt.aia', at.of('aia'), '<aia>');
  if (isArmVirt(guest, context)) validateGic(guest, context);
  if (context.profile.checksForQemu && isEmulated(guest, context)) validateEmulated(guest, context);
}

/** What tells of errors is a part of ACPI, which a firmware of 64 bits shows (QEMU hw/arm/virt.c; 7.2 aborts without). */
function validateRas(guest: Domain, context: Context): void {
  const { features, os } = guest;
  const { at, acpi, board } = features;
  requires(context, 'machine.virt.ras', at.of('ras'), '<ras>');
  const shown = os.loader !== undefined && (os.arch ?? context.qemu.arch) === 'aarch64';
  if (context.profile.checksForQemu && board.ras === true && acpi && !shown)
    context.report(
      featureInvalid(
        at.of('ras'),
        'errors of memory are told by the ACPI of a 64-bit firmware',
        "use <os firmware='efi'>, or remove <ras>",
      ),
    );
}

function validateGic(guest: Domain, context: Context): void {
  const { at, board } = guest.features;
  const { version = '2' } = board.gic ?? {};
  if (version !== '2' && context.profile.checksForLibvirt && !hasGicOption(guest, context))
    context.report(featureForeign(at.of('gic/@version'), 'gic', machineOf(guest, context), '64-bit ARM'));
}

/** What KVM has and TCG has not. */
function validateEmulated({ features: { at, board } }: Domain, { report }: Context): void {
  if (board.htm === true)
    report(
      featureInvalid(at.of('htm'), 'TCG has no transactional memory', "use state='off', or KVM on POWER"),
    );
  if (board.gic?.version === 'host')
    report(featureInvalid(at.of('gic/@version'), "TCG has no GIC of the host's", "use version='3' or '2'"));
}

function isBoard(board: Board, guest: Domain, context: Context): boolean {
  if (board === 'ARM virt') return isArmVirt(guest, context);
  const family = machineFamily(guest, context);
  if (board === 'pseries') return family === 'pseries';
  return family === 'virt' && (guest.os.arch ?? context.qemu.arch).startsWith('riscv');
}
