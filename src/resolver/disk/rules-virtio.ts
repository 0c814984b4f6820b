import {
  diskOptionConflict,
  diskOptionInvalid,
  diskOptionMisplaced,
  iothreadUndefined,
} from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import { missing } from '../requires';
import { busOf, type Rule } from './rule';

/** `<driver>` attributes that are virtio-blk's. */
const VIRTIO_ONLY = [
  ['ioeventfd', 'ioeventfd'],
  ['eventIdx', 'event_idx'],
  ['queues', 'queues'],
  ['queueSize', 'queue_size'],
  ['iothread', 'iothread'],
] as const;
const VIRTIO_OPTIONS = [
  ['iommu', 'iommu'],
  ['ats', 'ats'],
  ['packed', 'packed'],
  ['pagePerVq', 'page_per_vq'],
] as const;

const virtioOnly: Rule = (disk) => {
  if (busOf(disk) === 'virtio') return undefined;
  const { driver } = disk;
  const written =
    VIRTIO_ONLY.find(([field]) => driver[field] !== undefined) ??
    VIRTIO_OPTIONS.find(([field]) => driver.virtio[field] !== undefined);
  return (
    written &&
    diskOptionMisplaced(disk.at.of(`driver/@${written[1]}`), `'${written[1]}'`, "disks on bus 'virtio'")
  );
};

const iothread: Rule = (disk, guest) => {
  const { iothread: id, iothreads } = disk.driver;
  if (id === undefined) return undefined;
  if (iothreads !== undefined)
    return diskOptionConflict(
      disk.at.of('driver/@iothread'),
      "'iothread' cannot be combined with <iothreads>",
      'remove one of the two',
    );
  return isIothread(guest, id) ? undefined : iothreadUndefined(disk.at.of('driver/@iothread'), id);
};

const mapping: Rule = (disk, guest, { qemu }) => {
  const { iothreads } = disk.driver;
  if (iothreads === undefined) return undefined;
  const at = disk.at.of('driver/iothreads');
  if (busOf(disk) !== 'virtio') return diskOptionMisplaced(at, '<iothreads>', "disks on bus 'virtio'");
  const unknown = iothreads.find(({ id }) => !isIothread(guest, id));
  if (unknown) return iothreadUndefined(at, unknown.id);
  return (
    missing(qemu, 'virtio-blk.iothread-mapping', at, 'a mapping of queues to iothreads') ?? queueMapping(disk)
  );
};

/** Each thread once, and each queue once or none of them named (libvirt qemuDomainValidateIothreadMapping). */
function queueMapping({ at, driver }: Disk): Diagnostic | undefined {
  const { iothreads = [], queues: count } = driver;
  const place = at.of('driver/iothreads');
  const threads = iothreads.map(({ id }) => id);
  if (new Set(threads).size < threads.length)
    return diskOptionInvalid(place, 'an iothread is mapped more than once', 'list each iothread once');
  const queues = iothreads.flatMap((mapped) => mapped.queues);
  if (queues.length === 0) return undefined;
  if (count === undefined)
    return diskOptionInvalid(place, 'queues are mapped, but not counted', "add queues='N' to <driver>");
  const complete =
    iothreads.every((mapped) => mapped.queues.length > 0) &&
    queues.length === count &&
    new Set(queues).size === count &&
    queues.every((queue) => queue < count);
  return complete
    ? undefined
    : diskOptionInvalid(
        place,
        'the mapping does not name each queue once',
        `map the queues 0 to ${count - 1}`,
      );
}

function isIothread(guest: Domain, id: number): boolean {
  return guest.iothreads.some((thread) => thread.id === id);
}

const queueSize: Rule = ({ at, driver }) => {
  const { queueSize: size } = driver;
  if (size === undefined || (size > 0 && (size & (size - 1)) === 0)) return undefined;
  return diskOptionInvalid(
    at.of('driver/@queue_size'),
    `a queue cannot have ${size} entries`,
    'use a power of two',
  );
};

export const VIRTIO_RULES: readonly Rule[] = [virtioOnly, iothread, mapping, queueSize];
