import {
  diskLunSource,
  diskOptionConflict,
  diskOptionMisplaced,
  sgioUnfiltered,
  virtioLunGone,
  virtioLunModern,
} from '../../diagnostics/catalog';
import { busOf, type Rule } from './rule';

const source: Rule = ({ at, device, type, source: from }) => {
  if (device !== 'lun' || from === undefined) return undefined;
  const iscsi = from.type === 'network' && from.protocol === 'iscsi';
  if (type === 'block' || type === 'volume' || iscsi) return undefined;
  return diskLunSource(at.of('@type'), "device='lun' needs a block device of the host, or an iSCSI LUN");
};

const format: Rule = ({ at, device, driver, target }) =>
  device === 'lun' && driver.type !== undefined && driver.type !== 'raw'
    ? diskLunSource(at.of('driver/@type'), `the LUN '${target.dev}' has no image format: it is raw`)
    : undefined;

/** The guest talks to the device itself: what QEMU would have answered for it has no effect. */
const identity: Rule = ({ at, device, wwn, vendor, product, serial }) => {
  if (device !== 'lun') return undefined;
  for (const [name, value] of Object.entries({ wwn, vendor, product, serial }))
    if (value !== undefined)
      return diskOptionConflict(
        at.of(name),
        `a LUN that is passed through has its own <${name}>`,
        `remove <${name}>`,
      );
  return undefined;
};

const encryption: Rule = ({ device, source: from }) =>
  device === 'lun' && from?.encryption !== undefined
    ? diskOptionConflict(
        from.encryption.at,
        'a LUN that is passed through cannot be decrypted by QEMU',
        "use device='disk'",
      )
    : undefined;

/** QEMU's raw driver hands on no SCSI command of a part (block/raw-format.c raw_co_ioctl). */
const slice: Rule = ({ device, source: from }) =>
  device === 'lun' && from?.slice !== undefined
    ? diskOptionConflict(
        from.slice.at,
        'a LUN that is passed through is whole: its commands know no slice',
        "use device='disk'",
      )
    : undefined;

const rawio: Rule = ({ at, device, rawio: raw, sgio }) => {
  if (device === 'lun' || (raw === undefined && sgio === undefined)) return undefined;
  const name = raw === undefined ? 'sgio' : 'rawio';
  return diskOptionMisplaced(at.of(`@${name}`), `'${name}'`, "disks with device='lun'");
};

const unfiltered: Rule = ({ at, sgio }) =>
  sgio === 'unfiltered' ? sgioUnfiltered(at.of('@sgio')) : undefined;

const reservations: Rule = ({ at, device, source: from }) =>
  device !== 'lun' && from?.reservations !== undefined
    ? diskOptionMisplaced(at.of('source/reservations'), '<reservations>', "disks with device='lun'")
    : undefined;

const virtio: Rule = (disk, _guest, { profile, qemu }) => {
  if (disk.device !== 'lun' || busOf(disk) !== 'virtio') return undefined;
  if (!qemu.has('virtio-blk-pci.scsi')) return virtioLunGone(disk.at.of('target/@bus'));
  const variant = disk.model !== undefined && disk.model !== 'virtio';
  return variant && profile.legacyVirtioLun && qemu.has('virtio-blk-pci.scsi.legacy-only')
    ? virtioLunModern(disk.at.of('@model'), disk.model)
    : undefined;
};

export const LUN_RULES: readonly Rule[] = [
  source,
  format,
  identity,
  encryption,
  slice,
  rawio,
  unfiltered,
  reservations,
  virtio,
];

/** The filter hands no SCSI command on, by which QEMU tells a LUN (QEMU block/throttle.c has no bdrv_co_ioctl). */
const throttled: Rule = ({ at, device, driver }) =>
  device === 'lun' && driver.throttleFilters.length > 0
    ? diskOptionConflict(
        at.of('throttlefilters'),
        'a throttle filter lets no SCSI command through to a LUN',
        "use device='disk', or limit the process on the host with io.max of its cgroup",
      )
    : undefined;

/** What no QEMU passes through. */
export const LUN_LIMITS: readonly Rule[] = [throttled];
