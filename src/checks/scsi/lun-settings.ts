import { lunNotThrottled, lunSettingIdle } from '../../diagnostics/catalog';
import type { Disk } from '../../model/disk';
import type { Context } from '../../resolver/context';
import type { Check } from '../check';
import { passedLuns, type PassedLun } from './passed';

/** Settings of a disk that QEMU's block layer answers to, which a LUN that is passed through goes around. */
export const lunSettings: Check = ({ plan, context }) => {
  for (const { device, driver } of passedLuns(plan)) {
    if (device.kind !== 'disk') continue;
    const { at, iotune } = device;
    if (iotune !== undefined) context.report(lunNotThrottled(at.of('iotune'), driver));
    for (const name of idleSettings(device, driver, context))
      context.report(lunSettingIdle(at.of(`driver/@${name}`), name, driver));
  }
};

/** cache='none' and 'directsync' are what such a LUN has anyway; so is io='threads'. */
function idleSettings({ driver }: Disk, by: PassedLun['driver'], { qemu }: Context): readonly string[] {
  const { cache, io, discard, detectZeroes, copyOnRead } = driver;
  const bypass = by === 'scsi-generic' || qemu.has('scsi-block.sg-io-only');
  const idle = {
    cache: cache === 'writeback' || cache === 'writethrough' || cache === 'unsafe',
    io: io === 'native' || io === 'io_uring',
    discard: discard !== undefined,
    detect_zeroes: detectZeroes === 'on' || detectZeroes === 'unmap',
    copy_on_read: copyOnRead === true,
  };
  return bypass ? Object.entries(idle).flatMap(([name, is]) => (is ? [name] : [])) : [];
}
