import type { Disk } from '../../model/disk';
import type { Capability } from '../../qemu/capabilities';
import { missing } from '../requires';
import { busOf, type Rule } from './rule';

/** A setting of a disk: whether it is asked for, what QEMU must have for it, where it is and what it is called. */
interface Setting {
  readonly asked: (disk: Disk) => boolean;
  readonly needs: (disk: Disk) => Capability | undefined;
  readonly at: string;
  readonly what: string;
}

const onBus =
  (scsi: Capability | undefined, ide: Capability | undefined) =>
  (disk: Disk): Capability | undefined => {
    const bus = busOf(disk);
    if (bus === 'scsi') return scsi;
    return bus === 'ide' || bus === 'sata' ? ide : undefined;
  };

const anywhere = (capability: Capability) => () => capability;

/** Device properties that came after QEMU 0.14; what is on every disk by default is left out where it is unknown. */
const SETTINGS: readonly Setting[] = [
  {
    asked: ({ target }) => target.rotationRate !== undefined,
    needs: anywhere('rotation-rate'),
    at: 'target/@rotation_rate',
    what: "'rotation_rate'",
  },
  {
    asked: ({ vendor }) => vendor !== undefined,
    needs: onBus('scsi-disk.vpd', undefined),
    at: 'vendor',
    what: '<vendor>',
  },
  {
    asked: ({ product }) => product !== undefined,
    needs: onBus('scsi-disk.vpd', 'ide-hd.model'),
    at: 'product',
    what: '<product>',
  },
  {
    asked: ({ wwn }) => wwn !== undefined,
    needs: onBus('scsi-disk.wwn', 'ide-hd.wwn'),
    at: 'wwn',
    what: '<wwn>',
  },
  {
    asked: ({ target }) => target.removable === true,
    needs: (disk) => (busOf(disk) === 'usb' ? 'usb-storage.removable' : 'scsi-disk.removable'),
    at: 'target/@removable',
    what: "'removable'",
  },
  {
    asked: ({ target }) => target.dpofua !== undefined,
    needs: anywhere('scsi-disk.dpofua'),
    at: 'target/@dpofua',
    what: "'dpofua'",
  },
  {
    asked: ({ driver }) => driver.statistics?.intervals !== undefined,
    needs: anywhere('disk.stats-intervals'),
    at: 'driver/statistics/statistic',
    what: '<statistic>',
  },
  {
    // where it is not asked for, a QEMU without the property does the same
    asked: ({ device, source }) => device === 'lun' && source?.reservations?.migration === true,
    needs: anywhere('scsi-block.migrate-pr'),
    at: 'source/reservations/@migration',
    what: "migration='yes'",
  },
  {
    asked: ({ driver }) => driver.queues !== undefined,
    needs: anywhere('virtio-blk.num-queues'),
    at: 'driver/@queues',
    what: "'queues'",
  },
  {
    asked: ({ driver }) => driver.queueSize !== undefined,
    needs: anywhere('virtio-blk.queue-size'),
    at: 'driver/@queue_size',
    what: "'queue_size'",
  },
  {
    asked: ({ driver }) => driver.eventIdx !== undefined,
    needs: anywhere('virtio-blk-pci.event_idx'),
    at: 'driver/@event_idx',
    what: "'event_idx'",
  },
  {
    asked: ({ driver }) => driver.iothread !== undefined,
    needs: anywhere('virtio-blk.iothread'),
    at: 'driver/@iothread',
    what: "'iothread'",
  },
  {
    asked: ({ type }) => type === 'vhostuser',
    needs: anywhere('vhost-user-blk'),
    at: '@type',
    what: 'vhost-user disks',
  },
  {
    asked: ({ source }) => source?.reservations !== undefined,
    needs: anywhere('pr-manager-helper'),
    at: 'source/reservations',
    what: '<reservations>',
  },
  {
    asked: (disk) => busOf(disk) === 'nvme',
    needs: anywhere('nvme-ns'),
    at: 'target/@bus',
    what: "bus='nvme'",
  },
  {
    asked: (disk) => busOf(disk) === 'usb' && disk.model !== undefined,
    needs: ({ model }) => (model === 'usb-bot' ? 'usb-bot' : undefined),
    at: '@model',
    what: "model='usb-bot'",
  },
];

/** Refused where the release has no such property: it would not start. */
export const RELEASE_RULES: readonly Rule[] = SETTINGS.map(
  ({ asked, needs, at, what }): Rule =>
    (disk, _guest, { qemu }) => {
      const capability = asked(disk) ? needs(disk) : undefined;
      return capability && missing(qemu, capability, disk.at.of(at), what);
    },
);
