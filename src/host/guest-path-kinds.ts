import type { ChardevSource } from '../model/chardev';
import type { Device, DeviceOf } from '../model/device';
import type { Disk } from '../model/disk';
import type { Graphics } from '../model/graphics';
import type { Interface } from '../model/interface';
import type { Place } from '../model/place';
import type { BackingImage } from '../model/storage-source';
import type { GuestPath, PathUse } from './guest-path-use';

type Paths = readonly GuestPath[];

const NONE = (): Paths => [];

/** The paths of the host that each kind of device names. */
const KINDS: { readonly [K in Device['kind']]: (device: DeviceOf<K>) => Paths } = {
  disk: pathsOfDisk,
  controller: NONE,
  hostdev: ({ at, rom }) => one(at.of('rom/@file'), rom?.file, 'read', 'the option ROM'),
  interface: pathsOfInterface,
  serial: ({ source }) => pathsOfChardev(source),
  parallel: ({ source }) => pathsOfChardev(source),
  console: ({ source }) => pathsOfChardev(source),
  channel: ({ source }) => pathsOfChardev(source),
  input: ({ at, source }) => [
    ...one(at.of('source/@evdev'), source?.evdev, 'write', 'the input device'),
    // QEMU grabs it and sets its lights (ui/input-linux.c).
    ...one(at.of('source/@dev'), source?.dev, 'write', 'the input device'),
  ],
  graphics: pathsOfGraphics,
  video: NONE,
  memballoon: NONE,
  rng: ({ at, backend }) => {
    if (backend.type === 'egd') return pathsOfChardev(backend.chardev);
    return backend.type === 'random'
      ? one(at.of('backend'), backend.path, 'read', 'the source of entropy')
      : [];
  },
  hub: NONE,
  panic: NONE,
  watchdog: NONE,
  sound: NONE,
  audio: NONE,
  smartcard: NONE,
  redirdev: ({ source }) => pathsOfChardev(source),
  tpm: ({ at, backend }) => {
    if (backend.type === 'external') return pathsOfChardev(backend.chardev);
    if (backend.type === 'emulator') return [];
    return one(at.of('backend'), backend.path ?? '/dev/tpm0', 'write', 'the TPM');
  },
  shmem: ({ at, server }) => one(at.of('server/@path'), server?.path, 'connect', 'the server of the memory'),
  crypto: NONE,
  filesystem: ({ source: { at, dir, socket } }) => [
    ...one(at, dir, 'folder', 'the shared folder'),
    ...one(at.of('@socket'), socket, 'connect', 'the socket of virtiofsd'),
  ],
  vsock: NONE,
  memory: ({ at, source: { path } }) => one(at.of('source/path'), path, 'create', 'the memory'),
  iommu: NONE,
  pstore: ({ at, path }) => one(at.of('path'), path, 'create', 'the store'),
  nvram: NONE,
};

/** TypeScript cannot follow that a device fits the function of its own kind; this is the one place that says so. */
export function pathsOfDevice(device: Device): Paths {
  return (KINDS[device.kind] as (device: Device) => Paths)(device);
}

function one(at: Place, path: string | undefined, use: PathUse, what: string): Paths {
  return path === undefined ? [] : [{ at, path, use, what }];
}

function pathsOfDisk({ at, source, backing }: Disk): Paths {
  return [
    ...(source?.type === 'vhostuser' ? pathsOfChardev(source.chardev) : []),
    ...(source?.type === 'vhostvdpa' ? one(source.at, source.path, 'write', 'the vDPA device') : []),
    ...(source?.dataStore?.source.type === 'file'
      ? one(source.dataStore.source.at, source.dataStore.source.path, 'write', 'its data file')
      : []),
    ...one(
      source?.at.of('reservations/source/@path') ?? at,
      source?.reservations?.managed === false ? source.reservations.path : undefined,
      'connect',
      'the socket of qemu-pr-helper',
    ),
    ...backingPaths(backing),
  ];
}

function pathsOfInterface({ at, type, source, rom }: Interface): Paths {
  const use = source.mode === 'server' ? 'listen' : 'connect';
  return [
    ...(type === 'vhostuser' ? one(at.of('source/@path'), source.path, use, 'the vhost-user socket') : []),
    ...(type === 'vdpa' ? one(at.of('source/@dev'), source.dev, 'write', 'the vDPA device') : []),
    ...one(at.of('rom/@file'), rom?.file, 'read', 'the option ROM'),
  ];
}

const CHARDEV_USES: Readonly<Partial<Record<ChardevSource['type'], readonly [use: PathUse, what: string]>>> =
  {
    dev: ['write', 'the device'],
    file: ['create', 'the file'],
  };

/** A pipe may be a pair, `path.in` and `path.out`, which the XML does not say. */
function pathsOfChardev({ at, type, path, mode, log }: ChardevSource): Paths {
  const socket = [mode === 'bind' ? 'listen' : 'connect', 'the socket'] as const;
  const use = type === 'unix' ? socket : CHARDEV_USES[type];
  return [
    ...(use === undefined ? [] : one(at.of('source/@path'), path, ...use)),
    ...one(at.of('log/@file'), log?.file, 'create', 'the log'),
  ];
}

function pathsOfGraphics(device: Graphics): Paths {
  const { at, listens, socket } = device;
  const node = 'rendernode' in device ? device.rendernode : undefined;
  return [
    ...listens.flatMap((listen) => one(listen.at, listen.socket, 'listen', 'the socket of the screen')),
    ...(listens.length === 0 ? one(at.of('@socket'), socket, 'listen', 'the socket of the screen') : []),
    ...one(at.of('gl/@rendernode'), node, 'write', 'the render node'),
  ];
}

/** The images that an image is based on, as far as the XML names them. */
function backingPaths(image: BackingImage | 'none' | undefined): GuestPath[] {
  if (image === undefined || image === 'none') return [];
  const { source, backing } = image;
  const own: GuestPath[] =
    (source.type === 'file' || source.type === 'block') && source.path !== undefined
      ? [{ at: source.at, path: source.path, use: 'read', what: 'the image below it' }]
      : [];
  return [...own, ...backingPaths(backing)];
}
