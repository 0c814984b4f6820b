import { diskOptionMisplaced } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Disk } from '../../model/disk';
import { isServed, saysAny, type Rule } from './rule';

type Setting = readonly [path: string, what: string, isSet: (disk: Disk) => boolean];

/** `<driver>` attributes of an image that QEMU opens, and of virtio-blk alone. */
const DRIVER = [
  ['cache', 'cache'],
  ['errorPolicy', 'error_policy'],
  ['rerrorPolicy', 'rerror_policy'],
  ['io', 'io'],
  ['ioeventfd', 'ioeventfd'],
  ['copyOnRead', 'copy_on_read'],
  ['discard', 'discard'],
  ['detectZeroes', 'detect_zeroes'],
] as const;

/** What is the server's to decide, and QEMU's vhost-user-blk cannot ask for (libvirt src/conf/domain_validate.c). */
const SETTINGS: readonly Setting[] = [
  ...DRIVER.map(([field, name]): Setting => [
    `driver/@${name}`,
    `'${name}'`,
    ({ driver }) => (driver[field] ?? 'default') !== 'default',
  ]),
  ['driver/metadata_cache', '<metadata_cache>', ({ driver }) => driver.metadataCacheMax !== undefined],
  ['driver/statistics', '<statistics>', ({ driver }) => driver.statistics !== undefined],
  ['serial', '<serial>', ({ serial }) => serial !== undefined],
  ['readonly', '<readonly/>', ({ readonly }) => readonly],
  ['geometry', '<geometry>', ({ geometry }) => saysAny(geometry)],
  ['blockio', '<blockio>', ({ blockio }) => saysAny(blockio)],
  ['iotune', '<iotune>', ({ iotune }) => saysAny(iotune)],
  ['backingStore', '<backingStore>', ({ backing }) => backing !== undefined],
  ['source/encryption', '<encryption>', ({ source }) => source?.encryption !== undefined],
  ['source/@startupPolicy', "'startupPolicy'", ({ source }) => source?.startupPolicy !== undefined],
];

/** Of no effect, and libvirt does not take it. */
const REFUSED_BY_LIBVIRT: readonly Setting[] = [
  ['shareable', '<shareable/>', ({ shareable }) => shareable],
  ['@snapshot', "'snapshot'", ({ snapshot }) => (snapshot ?? 'no') !== 'no'],
];

const served: Rule = (disk) => refused(SETTINGS, disk);

const servedForLibvirt: Rule = (disk, _guest, { profile }) =>
  profile.checksForLibvirt ? refused(REFUSED_BY_LIBVIRT, disk) : undefined;

function refused(settings: readonly Setting[], disk: Disk): Diagnostic | undefined {
  if (!isServed(disk)) return undefined;
  const [path, what] = settings.find(([, , isSet]) => isSet(disk)) ?? [];
  return path === undefined || what === undefined
    ? undefined
    : diskOptionMisplaced(disk.at.of(path), what, 'disks that QEMU emulates');
}

export const SERVED_RULES: readonly Rule[] = [served, servedForLibvirt];
