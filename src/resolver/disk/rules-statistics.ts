import {
  diskHistogramUnset,
  diskOptionConflict,
  diskOptionInvalid,
  diskOptionMisplaced,
} from '../../diagnostics/catalog';
import type { Disk, DiskBus } from '../../model/disk';
import type { Place } from '../../model/place';
import { busOf, isPassedLun, type Rule } from './rule';

type Histogram = NonNullable<Disk['driver']['statistics']>['histograms'][number];

/** Where libvirt 12.9 has statistics; QEMU's nvme-ns takes them, too. */
const BUSES: readonly DiskBus[] = ['virtio', 'scsi', 'ide', 'sata', 'usb'];

const bus: Rule = (disk, _guest, { profile }) => {
  if (disk.driver.statistics?.intervals === undefined || BUSES.includes(busOf(disk))) return undefined;
  if (busOf(disk) === 'nvme' && !profile.checksForLibvirt) return undefined;
  return diskOptionMisplaced(place(disk), '<statistic>', 'virtio, SCSI, IDE, SATA and USB disks');
};

/** The device behind it counts (QEMU hw/scsi/scsi-disk.c: scsi-block has no such property). */
const passed: Rule = (disk) =>
  disk.driver.statistics?.intervals !== undefined && isPassedLun(disk)
    ? diskOptionMisplaced(place(disk), '<statistic>', 'disks that QEMU emulates')
    : undefined;

const place = ({ at }: Disk): Place => at.of('driver/statistics/statistic');

/** As libvirt 12.9 and QEMU (block/accounting.c block_latency_histogram_set) want the bins. */
const histogram: Rule = ({ driver: { statistics } }) => {
  if (statistics === undefined) return undefined;
  const types = new Set<string>();
  for (const { at, type = 'all', starts } of statistics.histograms) {
    if (types.has(type))
      return diskOptionConflict(
        at,
        'there is a histogram of these operations already',
        'remove one of the two',
      );
    types.add(type);
    if (starts.length === 0) return diskOptionInvalid(at, 'a histogram has bins', "add <bin start='0'/>");
    if (!isRising(starts))
      return diskOptionInvalid(
        at.of('bin'),
        'the bins of a histogram do not rise',
        'put the lower start first',
      );
  }
  return undefined;
};

const isRising = (starts: Histogram['starts']) =>
  starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0));

/** No option has them: libvirt sets them in the running QEMU (QMP block-latency-histogram-set). */
const unset: Rule = ({ driver: { statistics } }, _guest, { profile }) => {
  const first = statistics?.histograms[0];
  return first === undefined || profile.libvirtMonitor ? undefined : diskHistogramUnset(first.at);
};

export const STATISTICS_RULES: readonly Rule[] = [bus, histogram, unset];

/** What libvirt leaves to QEMU, which does not start with it. */
export const STATISTICS_LIMITS: readonly Rule[] = [passed];
