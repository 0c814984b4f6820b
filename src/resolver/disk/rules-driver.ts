import { diskOptionConflict, diskOptionInvalid, diskOptionMisplaced } from '../../diagnostics/catalog';
import { missing } from '../requires';
import type { Rule } from './rule';

/** The others are back ends of Xen's (libvirt src/qemu/qemu_validate.c). */
const name: Rule = ({ at, driver }) =>
  driver.name === undefined || driver.name === 'qemu'
    ? undefined
    : diskOptionInvalid(at.of('driver/@name'), `QEMU has no disk driver '${driver.name}'`, "use name='qemu'");

const copyOnRead: Rule = ({ at, device, readonly, driver }) => {
  if (driver.copyOnRead !== true) return undefined;
  const place = at.of('driver/@copy_on_read');
  if (device !== 'disk') return diskOptionMisplaced(place, "'copy_on_read'", "disks with device='disk'");
  return readonly
    ? diskOptionConflict(
        place,
        'copy_on_read writes to the disk, which is read-only',
        'remove one of the two',
      )
    : undefined;
};

const aio: Rule = ({ at, driver }, _guest, { qemu }) => {
  const place = at.of('driver/@io');
  if (driver.io === 'io_uring') return missing(qemu, 'aio.io_uring', place, "io='io_uring'");
  if (driver.io !== 'native' || driver.cache === 'none' || driver.cache === 'directsync') return undefined;
  return diskOptionConflict(
    place,
    "io='native' bypasses the host's cache, which this cache mode uses",
    "add cache='none' or cache='directsync'",
  );
};

/** A setting of QEMU's qcow2 driver alone, for images that are written (QEMU qapi/block-core.json BlockdevOptionsQcow2). */
const discardNoUnref: Rule = ({ at, driver, readonly }) => {
  if (driver.discardNoUnref !== true) return undefined;
  const place = at.of('driver/@discard_no_unref');
  if (driver.type !== 'qcow2') return diskOptionMisplaced(place, "'discard_no_unref'", 'qcow2 images');
  return readonly
    ? diskOptionMisplaced(place, "'discard_no_unref'", 'disks that the guest can write to')
    : undefined;
};

/** libvirt leaves the attribute out to say it (src/conf/domain_conf.c, virDomainDiskErrorPolicy). */
const errorPolicy: Rule = ({ at, driver }, _guest, { profile }) => {
  const named = (['errorPolicy', 'rerrorPolicy'] as const).find((policy) => driver[policy] === 'default');
  if (named === undefined || !profile.checksForLibvirt) return undefined;
  const attribute = named === 'errorPolicy' ? 'error_policy' : 'rerror_policy';
  return diskOptionInvalid(
    at.of(`driver/@${attribute}`),
    `libvirt has no ${attribute} 'default'`,
    'remove it',
  );
};

export const DRIVER_RULES: readonly Rule[] = [name, copyOnRead, aio, discardNoUnref, errorPolicy];
