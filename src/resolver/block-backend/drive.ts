import { backingFromImage } from '../../diagnostics/catalog';
import type {
  DirectSource,
  DriveBackend,
  PlannedImage,
  SourceSpelling,
} from '../../model/plan/block-backend';
import type { Context } from '../context';
import { planImage } from './image';
import type { ImageRequest } from './image-request';
import { cookieName, namesByAlias } from './names';
import type { BackendRequest } from './request';
import { locateSource } from './volume';

/** One -drive. QEMU finds the images below from the topmost one. */
export function planDrive(
  request: BackendRequest,
  source: DirectSource | undefined,
  context: Context,
): DriveBackend | undefined {
  const image = source && planTop(request, source, context);
  if (source !== undefined && image === undefined) return undefined;
  const { driver = {}, sdIndex } = request;
  return {
    form: 'drive',
    use: request.use,
    image,
    drive: sdIndex === undefined ? `drive-${request.alias}` : `sd${sdIndex}`,
    spelling: spellingOf(source, context),
    interface: interfaceOf(request),
    readonly: request.readonly,
    cache: driver.cache === 'default' ? undefined : driver.cache,
    copyOnRead: driver.copyOnRead,
    werror: request.werror,
    rerror: request.rerror,
    snapshot: request.transient !== undefined && !context.profile.libvirtMonitor,
    serial: sdIndex === undefined ? undefined : serialOf(request, context),
    iotune: request.iotune && {
      limits: request.iotune,
      names: context.qemu.has('drive-iotune-names') ? 'throttling' : 'short',
    },
    geometry: request.geometry,
  };
}

/** libvirt writes it for a QEMU that does not know it any more, too. */
function serialOf({ serial }: BackendRequest, { qemu, profile }: Context): string | undefined {
  return profile.libvirtDefaults || qemu.has('drive-serial-geometry') ? serial : undefined;
}

function interfaceOf({ sdIndex, flash }: BackendRequest): DriveBackend['interface'] {
  if (flash) return { type: 'pflash', unit: flash.unit };
  return sdIndex === undefined ? { type: 'none' } : { type: 'sd', index: sdIndex };
}

/** libvirt wrote URLs until it wrote the block graph; iSCSI's properties can name a secret, a URL cannot. */
function spellingOf(source: DirectSource | undefined, { qemu }: Context): SourceSpelling {
  if (qemu.has('blockdev')) return 'properties';
  const iscsi = source?.type === 'network' && source.protocol === 'iscsi';
  return iscsi && qemu.has('iscsi.blockdev') ? 'properties' : 'url';
}

function planTop(request: BackendRequest, source: DirectSource, context: Context): PlannedImage | undefined {
  const { backing, driver, readonly, format = 'raw' } = request;
  if (backing !== undefined && backing !== 'none') context.report(backingFromImage(backing.at));
  const image: ImageRequest = {
    request,
    source,
    format,
    readonly,
    top: true,
    metadataCacheMax: driver?.metadataCacheMax,
    node: `libvirt-${request.firstNode}`,
    fdSet: request.firstFdSet ?? 0,
    names: namesByAlias(request),
    jar: cookieName(request),
  };
  const planned = planImage(image, context);
  return planned && { ...planned, dataFile: planDataFile(image, context) };
}

function planDataFile(image: ImageRequest, context: Context): PlannedImage | undefined {
  const { dataStore } = image.source;
  const source = dataStore && locateSource(dataStore.source, context);
  return (
    source && planImage({ ...image, source, format: dataStore.format, jar: `${image.jar}-data` }, context)
  );
}
