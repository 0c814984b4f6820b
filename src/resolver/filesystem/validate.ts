import {
  filesystemInvalid,
  sharedMemoryNeeded,
  valueMissing,
  virtiofsdLacks,
  virtiofsLocks,
} from '../../diagnostics/catalog';
import { virtiofsdOf } from '../../host/virtiofsd';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Filesystem } from '../../model/filesystem';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { requires } from '../requires';
import { sharesMemory } from '../shared-memory';
import { lackedByC } from './virtiofsd-options';

/** What libvirt and QEMU refuse (libvirt src/qemu/qemu_validate.c, src/conf/domain_validate.c). */
export function validateFilesystem(device: Filesystem, guest: Domain, context: Context): void {
  const { at, type, driver, source } = device;
  const refuse = refuser(context);
  if (type !== 'mount') return refuse(at.of('@type'), `QEMU has no type '${type}'`, "type='mount'");
  if (source.dir === undefined && source.socket === undefined)
    context.report(valueMissing(source.at, "attribute 'dir' of <source>"));
  if (device.limited) refuse(at, 'QEMU sets no limit to what a folder holds', "a quota of the host's");
  if (driver === 'virtiofs') return validateVirtiofs(device, guest, context);
  if (device.bootOrder !== undefined)
    refuse(at.of('boot'), 'only virtiofs can be booted from', "<driver type='virtiofs'/>");
  if (source.socket !== undefined)
    refuse(source.at.of('@socket'), 'only virtiofs has a socket', 'a folder: dir=');
  if (driver === 'mtp') return validateMtp(device, context);
  validateFolder(device, context);
}

/** Bytes of a tag (QEMU hw/9pfs/virtio-9p-device.c, virtio's struct virtio_fs_config). */
const LONGEST_TAG = { folder: 31, virtiofs: 36 } as const;

/** QEMU hw/virtio/vhost-user-fs.c, VIRTQUEUE_MAX_SIZE. */
const LONGEST_QUEUE = 1024;

function validateQueue({ at, queueSize }: Filesystem, context: Context): void {
  if (queueSize === undefined || !context.profile.checksForQemu) return;
  if ((queueSize & (queueSize - 1)) !== 0 || queueSize > LONGEST_QUEUE)
    refuser(context)(
      at.of('driver/@queue'),
      `no queue has ${queueSize} places`,
      `a power of two, ${LONGEST_QUEUE} at the most`,
    );
}

function validateTag({ at, target }: Filesystem, of: keyof typeof LONGEST_TAG, context: Context): void {
  const longest = LONGEST_TAG[of];
  if (Buffer.byteLength(target) > longest && context.profile.checksForQemu)
    refuser(context)(at.of('target/@dir'), `its tag is longer than ${longest} bytes`, 'a shorter one');
}

/** A guest finds what virtiofsd serves by its tag alone; of several folders of 9p the first. */
function validateOwnTag(device: Filesystem, guest: Domain, context: Context): void {
  const same = devicesOf(guest, 'filesystem').filter(({ target }) => target === device.target);
  if (same[0] !== device || same.some(({ driver }) => driver !== 'virtiofs'))
    refuser(context)(
      device.at.of('target/@dir'),
      `another one has the tag '${device.target}'`,
      'another tag',
    );
}

function validateFolder(device: Filesystem, context: Context): void {
  const { at, driver, multidevs } = device;
  const refuse = refuser(context);
  validateTag(device, 'folder', context);
  if (driver !== 'path' && driver !== 'handle')
    refuse(at.of('driver/@type'), `QEMU has no driver '${driver}'`, "type='path' or 'virtiofs'");
  if (driver === 'handle' && !['passthrough', undefined].includes(device.accessMode))
    refuse(at.of('@accessmode'), 'the driver leaves the owners as they are', "accessmode='passthrough'");
  if (driver === 'handle' && context.profile.checksForQemu)
    requires(context, 'fsdev.handle', at.of('driver/@type'), "the driver 'handle'");
  for (const name of ['fmode', 'dmode'] as const)
    if (device[name] !== undefined && device.accessMode !== 'mapped')
      refuse(at.of(`@${name}`), 'permissions are chosen for mapped files only', "accessmode='mapped'");
  if (multidevs !== undefined && multidevs !== 'default')
    requires(context, 'fsdev.multidevs', at.of('@multidevs'), 'the multidevs option');
}

function validateMtp({ at, ...device }: Filesystem, context: Context): void {
  const refuse = refuser(context);
  if (device.accessMode !== 'passthrough')
    refuse(at.of('@accessmode'), 'mtp leaves the owners of files as they are', "accessmode='passthrough'");
  for (const name of ['fmode', 'dmode'] as const)
    if (device[name] !== undefined) refuse(at.of(`@${name}`), `mtp has no ${name}`, "<driver type='path'/>");
  requires(context, 'usb-mtp', at.of('driver/@type'), 'usb-mtp');
}

function validateVirtiofs(device: Filesystem, guest: Domain, context: Context): void {
  const { at, bootOrder } = device;
  const refuse = refuser(context);
  requires(context, 'vhost-user-fs', at.of('driver/@type'), 'virtiofs');
  validateTag(device, 'virtiofs', context);
  validateOwnTag(device, guest, context);
  validateQueue(device, context);
  if (device.accessMode !== 'passthrough')
    refuse(at.of('@accessmode'), 'virtiofsd keeps the owners of files', "accessmode='passthrough'");
  if (device.writePolicy !== undefined)
    refuse(at.of('driver/@wrpolicy'), 'virtiofs has no write policy', "type='path', or no wrpolicy");
  if (device.model !== 'virtio')
    refuse(at.of('@model'), `virtiofs has no variant '${device.model}'`, "model='virtio'");
  for (const name of ['multidevs', 'fmode', 'dmode'] as const)
    if (device[name] !== undefined && device[name] !== 'default')
      refuse(at.of(`@${name}`), `virtiofs has no ${name}`, "<driver type='path'/>");
  if (bootOrder !== undefined && machineFamily(guest, context) === 's390')
    refuse(at.of('boot'), 'only a PCI device can be booted from', 'a disk');
  else if (bootOrder !== undefined)
    requires(context, 'vhost-user-fs.bootindex', at.of('boot'), 'a boot order of virtiofs');
  validateServer(device, context);
  if (!sharesMemory(guest)) context.report(sharedMemoryNeeded(at.of('driver/@type'), 'virtiofsd'));
}

/** Somebody else's, which a socket names, is what it is. */
function validateServer(device: Filesystem, { host, report }: Context): void {
  const { at, server, source } = device;
  const found = source.socket === undefined ? virtiofsdOf(host, server.path) : undefined;
  if (found?.kind === 'c') {
    for (const [path, what] of lackedByC(device)) report(virtiofsdLacks(at.of(path), what, found.path));
    return;
  }
  const [lock] = server.locks;
  if (lock !== undefined) report(virtiofsLocks(at.of(`binary/lock/@${lock}`), lock));
}

function refuser({ report }: Context) {
  return (...problem: Parameters<typeof filesystemInvalid>) => report(filesystemInvalid(...problem));
}
