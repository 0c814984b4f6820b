import type { Access } from '../../host/facts';
import type { Place } from '../../model/place';

/** A LUN as the XML names it, and what is known of it on the host: the input of the passthrough decision. */
export interface ScsiSource {
  readonly at: Place;
  readonly asked: 'disk' | 'hostdev';
  /** By its block node, its sg node, its adapter and address, or an iSCSI URL. */
  readonly named: 'block' | 'generic' | 'address' | 'iscsi';
  /** `media`: disk, CD/DVD or WORM; `other`: any other SCSI type; `foreign`: no SCSI device at all. */
  readonly is: 'media' | 'other' | 'foreign' | 'unknown';
  /** For a person: the path, the URL or `scsi_host0:0:1:0`. */
  readonly name: string;
  /** For a person: `a tape (type 1)`, `a partition`. */
  readonly what?: string | undefined;
  /** The path as the XML gives it; none for an adapter's address and an iSCSI URL. */
  readonly given?: string | undefined;
  readonly block?: string | undefined;
  readonly generic?: string | undefined;
  /** What this user may do with each of these nodes; absent: not known. */
  readonly access?: Readonly<Partial<Record<'given' | 'block' | 'generic', Access | undefined>>> | undefined;
  /** The host fact behind it. */
  readonly fact?: string | undefined;
}

type Named = Pick<ScsiSource, 'named' | 'is' | 'what'>;

/** What the name of a path says, where the host cannot be asked (Linux Documentation/admin-guide/devices.txt). */
const NODES: readonly (readonly [RegExp, Named])[] = [
  [/^\/dev\/sg\d+$/, { named: 'generic', is: 'unknown' }],
  [/^\/dev\/(n?st\d+[lma]?|tape\/.*)$/, { named: 'block', is: 'other', what: 'a tape' }],
  [/^\/dev\/s?ch\d+$/, { named: 'block', is: 'other', what: 'a media changer' }],
  [/^\/dev\/sd[a-z]+\d+$/, { named: 'block', is: 'foreign', what: 'a partition' }],
  [/^\/dev\/nvme\d/, { named: 'block', is: 'foreign', what: 'an NVMe device' }],
  [/^\/dev\/[xv]d[a-z]+\d*$/, { named: 'block', is: 'foreign', what: 'a paravirtual disk' }],
  [/^\/dev\/loop/, { named: 'block', is: 'foreign', what: 'a loop device' }],
  [
    /^\/dev\/(md|zd|nbd|rbd|drbd|zvol|ram|zram|pmem)/,
    { named: 'block', is: 'foreign', what: 'a virtual disk' },
  ],
  [/^\/dev\/bcache\d/, { named: 'block', is: 'foreign', what: 'a cached disk' }],
  [/^\/dev\/dasd[a-z]/, { named: 'block', is: 'foreign', what: 'a DASD' }],
  [/^\/dev\/(hd|mmcblk|fd)/, { named: 'block', is: 'foreign', what: 'no SCSI disk' }],
  // Of another version of SG_IO than QEMU speaks: the sg node of the same device would do.
  [/^\/dev\/bsg\//, { named: 'address', is: 'unknown' }],
  [/^\/(?!dev\/)/, { named: 'block', is: 'foreign', what: 'not below /dev: a regular file' }],
];

/** What udev's links say (its rules 60-persistent-storage, 13-dm-disk of LVM, 63-md-raid-arrays, 59-dasd). */
const LINKS: readonly (readonly [RegExp, Named])[] = [
  [/-part\d+$/, { named: 'block', is: 'foreign', what: 'a partition' }],
  [/\/by-part(uuid|label)\//, { named: 'block', is: 'foreign', what: 'a partition' }],
  [/\/by-id\/dm-uuid-part\d+-/, { named: 'block', is: 'foreign', what: 'a partition' }],
  [/\/by-id\/nvme-|\/by-path\/.*-nvme-\d+$/, { named: 'block', is: 'foreign', what: 'an NVMe device' }],
  [/\/by-id\/dm-uuid-LVM-/, { named: 'block', is: 'foreign', what: 'an LVM volume' }],
  [/\/by-id\/dm-uuid-CRYPT-/, { named: 'block', is: 'foreign', what: 'an encrypted volume' }],
  [/\/by-id\/md-(uuid|name)-/, { named: 'block', is: 'foreign', what: 'a software RAID' }],
  [/\/by-(id|path)\/virtio-/, { named: 'block', is: 'foreign', what: 'a virtio disk' }],
  [/\/by-id\/mmc-/, { named: 'block', is: 'foreign', what: 'a memory card' }],
  [/\/by-(id|path)\/ccw-(?!.*zfcp)/, { named: 'block', is: 'foreign', what: 'a DASD' }],
];

/** Most LUNs have such a name, which spares them the patterns: V8 compiles each at its first use. */
const SCSI_LINKS = ['/dev/disk/by-id/wwn-', '/dev/disk/by-id/scsi-'];

/** What a path is by its name alone. */
export function sourceByName(path: string): Named {
  if (SCSI_LINKS.some((link) => path.startsWith(link)) && !path.includes('-part'))
    return { named: 'block', is: 'unknown' };
  const names = path.startsWith('/dev/disk/') ? LINKS : NODES;
  return names.find(([pattern]) => pattern.test(path))?.[1] ?? { named: 'block', is: 'unknown' };
}
