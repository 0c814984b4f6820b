import {
  storageEncryptionUnsupported,
  storageFormatUnsupported,
  storageSourceInvalid,
  vvfatWritable,
} from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { PlannedImage } from '../../model/plan/block-backend';
import { isBlockDriver } from '../../qemu/block-drivers';
import type { Context } from '../context';
import { missing } from '../requires';
import { planAccess } from './access';
import { cacheFlags } from './cache';
import { planDescriptors, type Descriptors } from './descriptors';
import { isHostCdrom } from './host-cdrom';
import { nbdkitSocket } from './nbdkit';
import { checkNetwork } from './network';
import type { BackendRequest } from './request';
import { recordResources } from './resources';
import type { ImageRequest } from './image-request';

/** Formats that libvirt names and QEMU has no driver for. */
const NO_DRIVER = new Set(['iso', 'dir', 'vhd', 'cow']);
/** Formats that QEMU has under another name: it makes a raw image of a folder itself (libvirt src/qemu/qemu_block.c). */
const DRIVERS: ReadonlyMap<string, string> = new Map([
  ['fat', 'raw'],
  ['ploop', 'parallels'],
]);
/** Those that the disk itself refuses, at its `<driver>`. */
const REFUSED_BY_DISK = new Set(['iso', 'dir']);

/**
 * Decides all of one image but what is below it. Undefined after a report. Cache, AIO and discard hold for the whole
 * chain, zero detection for what is written (libvirt src/qemu/qemu_domain.c).
 */
export function planImage(image: ImageRequest, context: Context): PlannedImage | undefined {
  const { request, source, node } = image;
  const format = source.type === 'dir' ? 'fat' : image.format;
  if (!isOpenable(image, format, context)) return undefined;
  const socket = nbdkitSocket(source, node, request.guestFolder, context);
  if (socket === undefined && source.type === 'network' && !checkNetwork(source, context)) return undefined;
  const storage = `${node}-${request.use === 'hostdev' ? 'backend' : 'storage'}`;
  const descriptors = planDescriptors(source, storage, image.fdSet, context);
  recordResources(image, context);
  const {
    top,
    request: { driver = {} },
  } = image;
  const access = planAccess(image, format, socket !== undefined, context);
  return {
    cache: cacheFlags(driver.cache),
    aio: driver.io,
    discard: driver.discard,
    detectZeroes: top ? zeroDetection(driver) : undefined,
    discardNoUnref: format === 'qcow2' ? discardNoUnref(driver, context) : undefined,
    metadataCacheMax: format === 'qcow2' ? image.metadataCacheMax : undefined,
    encryption: access.encryption,
    auth: access.auth,
    cookieSecret: access.cookieSecret,
    tls: access.tls,
    prManager: access.prManager,
    objects: access.objects,
    source,
    format: DRIVERS.get(format) ?? format,
    readonly: image.readonly,
    hostCdrom: isHostCdrom(request, source, context),
    nodes: nodesOf(image, storage, format, descriptors, context),
    vvfat: format === 'fat' ? { floppy: request.use === 'floppy', rw: false } : undefined,
    nbdkitSocket: socket,
    fdSet: descriptors?.fdSet,
    storageReadonly:
      descriptors?.fdSet.fds.length === 1 ? image.readonly && !descriptors.writable : undefined,
  };
}

function isOpenable(image: ImageRequest, format: string, context: Context): boolean {
  const { source, readonly, top } = image;
  const lacking =
    source.type === 'vhostvdpa'
      ? missing(context.qemu, 'virtio-blk-vhost-vdpa', source.at, 'a driver for vhost-vdpa disks')
      : undefined;
  if (lacking) context.report(lacking);
  else if (source.type === 'dir' && !readonly) context.report(vvfatWritable(source.at));
  else if (format === 'fat' && source.type !== 'dir')
    context.report(
      storageSourceInvalid(
        source.at,
        "format 'fat' is for folders, and this source is none",
        "use type='dir' with <source dir='...'/>, or write the format that the image has",
      ),
    );
  else if (!NO_DRIVER.has(format)) return starts(image, format, context);
  else if (!top || !REFUSED_BY_DISK.has(format)) context.report(storageFormatUnsupported(source.at, format));
  return false;
}

/** Whether QEMU starts with it; libvirt does not ask. */
function starts(image: ImageRequest, format: string, { profile, report }: Context): boolean {
  const problem = profile.checksForQemu ? (refusedFormat(image, format) ?? refusedSlice(image)) : undefined;
  if (problem) report(problem);
  return problem === undefined;
}

function refusedFormat({ request, source }: ImageRequest, format: string): Diagnostic | undefined {
  const at = format === request.format ? request.at.of('driver/@type') : source.at;
  if (format === 'luks' && source.encryption === undefined)
    return storageEncryptionUnsupported(
      at,
      "an image of format 'luks' is opened with its secret",
      "use type='raw', with <encryption format='luks'> in its <source>",
    );
  return isBlockDriver(DRIVERS.get(format) ?? format) ? undefined : storageFormatUnsupported(at, format);
}

/** QEMU block/raw-format.c raw_apply_options. */
const SECTOR = 512;

function refusedSlice({ source: { slice } }: ImageRequest): Diagnostic | undefined {
  return slice && slice.size % SECTOR !== 0
    ? storageSourceInvalid(
        slice.at,
        `a slice of ${slice.size} bytes is not made of sectors of ${SECTOR}`,
        `use a size that is a multiple of ${SECTOR}`,
      )
    : undefined;
}

/** Zeroes can be unmapped only where discard is allowed. */
function zeroDetection({ detectZeroes, discard }: NonNullable<BackendRequest['driver']>) {
  return detectZeroes === 'unmap' && discard !== 'unmap' ? 'on' : detectZeroes;
}

/** A QEMU that does not know it does as if it were off. */
function discardNoUnref(
  { discardNoUnref: chosen }: NonNullable<BackendRequest['driver']>,
  { qemu }: Context,
): boolean | undefined {
  return qemu.has('qcow2-discard-no-unref') ? chosen : undefined;
}

/**
 * A format node only where it does something: libvirt since 10.2 leaves it out for a plain raw image, if block jobs can
 * do without it too.
 */
function nodesOf(
  { source, readonly, node, request }: ImageRequest,
  storage: string,
  format: string,
  descriptors: Descriptors | undefined,
  { profile, qemu }: Context,
): PlannedImage['nodes'] {
  const encrypted = source.encryption !== undefined && source.encryption.engine !== 'librbd';
  const onlyReads = descriptors !== undefined && descriptors.writable && readonly;
  const jobs =
    profile.libvirtDefaults && request.use !== 'hostdev' && !qemu.has('blockjob.backing-mask-protocol');
  const wanted = request.flash?.formatNode === true || jobs;
  const sliced = source.slice !== undefined;
  const own = sliced && !profile.libvirtDefaults; // a format node of its own can be the slice too
  const plain = format === 'raw' && !encrypted && !own && !onlyReads && !wanted;
  return {
    storage,
    slice: sliced && (format !== 'raw' || encrypted || plain) ? `${node}-slice-sto` : undefined,
    format: plain ? undefined : `${node}-format`,
  };
}
