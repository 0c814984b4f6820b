import {
  diskOptionConflict,
  diskOptionInvalid,
  diskOptionMisplaced,
  iothreadUndefined,
} from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import { isPowerOfTwo } from '../../model/number';
import { unwokenThread } from '../iothread-events';
import { missing } from '../requires';
import { mappingProblem } from '../virtio/queue-mapping';
import { busOf, isServed, type Rule } from './rule';

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
  const old = missing(qemu, 'virtio-blk.iothread-mapping', at, 'a mapping of queues to iothreads');
  const wrong = mappingProblem(iothreads, disk.driver.queues);
  return old ?? (wrong && diskOptionInvalid(at, wrong.problem, wrong.help));
};

function isIothread(guest: Domain, id: number): boolean {
  return guest.iothreads.some((thread) => thread.id === id);
}

const queueSize: Rule = ({ at, driver }) => {
  const { queueSize: size } = driver;
  if (size === undefined || isPowerOfTwo(size)) return undefined;
  return diskOptionInvalid(
    at.of('driver/@queue_size'),
    `a queue cannot have ${size} entries`,
    'use a power of two',
  );
};

/** QEMU include/hw/virtio/virtio.h: VIRTQUEUE_MAX_SIZE, VIRTIO_QUEUE_MAX, and virtio-blk's word for its own choice. */
const MOST_ENTRIES = 1024;
const MOST_QUEUES = 1024;
const AUTO_QUEUES = 0xffff;
/** A request has a header and a status beside its data (QEMU hw/block/virtio-blk.c virtio_blk_device_realize). */
const LEAST_ENTRIES = 4;

const entries: Rule = (disk, _guest, { qemu }) => {
  const size = disk.driver.queueSize;
  if (size === undefined || !isPowerOfTwo(size)) return undefined;
  const least = isServed(disk) || !qemu.has('virtio-blk.seg-max-adjust') ? 1 : LEAST_ENTRIES;
  if (size <= MOST_ENTRIES && size >= least) return undefined;
  return diskOptionInvalid(
    disk.at.of('driver/@queue_size'),
    `a queue cannot have ${size} entries`,
    `use a power of two from ${least} to ${MOST_ENTRIES}`,
  );
};

const queues: Rule = ({ at, driver: { queues: count } }) =>
  count === undefined || count <= MOST_QUEUES || count === AUTO_QUEUES
    ? undefined
    : diskOptionInvalid(
        at.of('driver/@queues'),
        'a disk has no such number of queues',
        `use at most ${MOST_QUEUES}`,
      );

const told: Rule = unwokenThread;

/** What no QEMU starts with; libvirt leaves it to QEMU. */
export const VIRTIO_LIMITS: readonly Rule[] = [queueSize, entries, queues, told];

export const VIRTIO_RULES: readonly Rule[] = [virtioOnly, iothread, mapping];
