import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { FloppyController, PlannedDisk } from '../../model/plan/disk';
import type { PlannedDevice } from '../../model/plan/device';
import type { Qemu } from '../../qemu/qemu';
import { busOf } from './rule';

/** What the floppy controller has to be told: boot order, and before -blockdev the drives themselves. */
export function planFloppyController(
  guest: Domain,
  planned: readonly PlannedDevice[],
  qemu: Qemu,
): FloppyController | undefined {
  const floppies = planned.filter(
    (device): device is PlannedDisk => device.kind === 'disk' && busOf(device.device) === 'fdc',
  );
  if (floppies.length === 0 || devicesOf(guest, 'disk').length === 0) return undefined;
  const at = (unit: number) =>
    floppies.find(({ device: { address } }) => address?.type === 'drive' && address.unit === unit);
  const driveOf = (unit: number) => {
    const backend = at(unit)?.backend;
    return backend?.form === 'drive' && qemu.has('isa-fdc.drives') ? backend.drive : undefined;
  };
  return {
    form: needsController(guest.os.machine ?? '') ? 'device' : 'global',
    driveA: driveOf(0),
    driveB: driveOf(1),
    bootindexA: at(0)?.bootindex,
    bootindexB: at(1)?.bootindex,
  };
}

/** Q35 boards lost theirs with version 2.4 (QEMU hw/i386/pc_q35.c). */
function needsController(machine: string): boolean {
  return /^(pc-)?q35/.test(machine) && !/^pc-q35-(1\.\d+|2\.[0-3])$/.test(machine);
}
