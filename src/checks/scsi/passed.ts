import type { Disk } from '../../model/disk';
import type { Hostdev } from '../../model/hostdev';
import type { Place } from '../../model/place';
import type { LaunchPlan } from '../../model/plan';
import type { BlockBackend } from '../../model/plan/block-backend';
import type { PlannedDevice } from '../../model/plan/device';

/** A LUN of the host that the guest talks to itself, as the plan has it. */
export interface PassedLun {
  readonly device: Disk | Hostdev;
  readonly driver: 'scsi-block' | 'scsi-generic';
  /** Of its source. */
  readonly at: Place;
  /** What QEMU opens; absent for an iSCSI URL. */
  readonly path?: string | undefined;
}

export function passedLuns({ devices }: LaunchPlan): readonly PassedLun[] {
  return devices.flatMap(passedLun);
}

function passedLun(planned: PlannedDevice): PassedLun[] {
  if (planned.kind === 'disk') {
    const { device, frontend, backend } = planned;
    const driver = frontend?.driver;
    if (device.device !== 'lun' || (driver !== 'scsi-block' && driver !== 'scsi-generic')) return [];
    return [{ device, driver, at: device.source?.at ?? device.at, path: pathOf(backend) }];
  }
  if (planned.kind !== 'hostdev' || planned.passed.type !== 'scsi') return [];
  const { driver, backend } = planned.passed;
  return [{ device: planned.device, driver, at: planned.device.at.of('source'), path: pathOf(backend) }];
}

/**
 * Whether the guest's PERSISTENT RESERVE reaches the LUN: by the helper, by the capability, or by an sg node that is open for
 * writing, which the kernel does not filter (Linux drivers/scsi/sg.c sg_new_write).
 */
export function reserves({ device, driver }: PassedLun): boolean {
  if (device.kind === 'disk' && device.source?.reservations !== undefined) return true;
  return device.rawio === true || (driver === 'scsi-generic' && !device.readonly);
}

/** The local path that a back end opens. */
export function pathOf(backend: BlockBackend | undefined): string | undefined {
  const source = backend?.image?.source;
  return source?.type === 'block' || source?.type === 'file' ? source.path : undefined;
}
