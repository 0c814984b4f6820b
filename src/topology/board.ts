import type { LaunchPlan } from '../model/plan';
import type { BusKind } from './topology';

/** A piece of a machine: where it is, and the buses that it carries. */
export interface BoardPiece {
  readonly driver: string;
  /** Its place on the PCI root; absent for one on the ISA bus. */
  readonly addr?: string | undefined;
  readonly buses: readonly (readonly [name: string, kind: BusKind])[];
}

interface Board {
  readonly root: string;
  readonly pieces: (plan: LaunchPlan) => readonly BoardPiece[];
}

const piece = (driver: string, addr: string, ...buses: BoardPiece['buses']): BoardPiece => ({
  driver,
  addr,
  buses,
});

const units = (count: number) => Array.from({ length: count }, (_, unit) => [`ide.${unit}`, 'ide'] as const);

/** The PCI functions that a machine has by itself, by its type (QEMU hw/i386/pc_piix.c, pc_q35.c, hw/pci-host/gpex.c). */
const BOARDS: readonly (readonly [RegExp, Board])[] = [
  [
    /^(pc|pc-i440fx-.*|pc-[01]\..*|rhel[0-9.]+|xenfv.*)$/,
    {
      root: 'pci.0',
      pieces: (plan) => [
        piece('i440FX', '0x0'),
        piece('PIIX3', '0x1', ['isa.0', 'isa']),
        piece('piix3-ide', '0x1.0x1', ...units(2)),
        ...(hasAcpi(plan) ? [piece('PIIX4_PM', '0x1.0x3')] : []),
        ...(hasFloppies(plan) ? [FLOPPY_CONTROLLER] : []),
      ],
    },
  ],
  [
    /^(q35|pc-q35-.*|pc_q35.*)$/,
    {
      root: 'pcie.0',
      pieces: () => [
        piece('mch', '0x0'),
        piece('ICH9-LPC', '0x1f', ['isa.0', 'isa']),
        piece('ich9-ahci', '0x1f.0x2', ...units(6)),
        piece('ICH9-SMB', '0x1f.0x3'),
      ],
    },
  ],
  [/^virt(-.*)?$/, { root: 'pcie.0', pieces: () => [piece('gpex-root', '0x0')] }],
];

const FLOPPY_CONTROLLER: BoardPiece = { driver: 'isa-fdc', buses: [['floppy-bus.0', 'floppy']] };

/** A pc has a floppy controller, which is of interest where it has drives. */
function hasFloppies({ devices }: LaunchPlan): boolean {
  return devices.some((planned) => planned.kind === 'disk' && planned.device.target.bus === 'fdc');
}

function hasAcpi({ machine, power }: LaunchPlan): boolean {
  return machine.acpi !== false && !power.noAcpi;
}

/** Undefined for a board that is not known here: what plugs into it is shown all the same. */
export function boardOf(plan: LaunchPlan): { root: string; pieces: readonly BoardPiece[] } | undefined {
  const board = BOARDS.find(([type]) => type.test(plan.machine.type))?.[1];
  return board && { root: board.root, pieces: board.pieces(plan) };
}
