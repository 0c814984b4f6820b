import type { DeviceKind } from '../device';
import type { Planned } from './planned';
import type { PlannedController } from './controller';
import type { PlannedAudio } from './audio';
import type { PlannedDisk } from './disk';
import type { PlannedInput } from './input';
import type { PlannedIommu } from './iommu';
import type { PlannedMemballoon } from './memballoon';
import type { PlannedMemoryDevice } from './memory-device';
import type { PlannedPstore } from './pstore';
import type { PlannedHostdev } from './hostdev';
import type { PlannedSound } from './sound';
import type { PlannedWatchdog } from './watchdog';
import type { PlannedPanic } from './panic';
import type { PlannedGraphics } from './graphics';
import type { PlannedInterface } from './interface';
import type { PlannedFilesystem } from './filesystem';
import type { PlannedSmartcard } from './smartcard';
import type { PlannedRedirdev } from './redirdev';
import type { PlannedTpm } from './tpm';
import type { PlannedShmem } from './shmem';
import type { PlannedCrypto } from './crypto';
import type { PlannedVsock } from './vsock';
import type { PlannedPort } from './port';
import type { PlannedRng } from './rng';
import type { PlannedVideo } from './video';

/**
 * The planned form of each kind. A kind that decides more than id and slot has a type of its own here:
 * `disk: PlannedDisk`.
 */
export interface PlannedKinds {
  readonly controller: PlannedController;
  readonly hostdev: PlannedHostdev;
  readonly disk: PlannedDisk;
  readonly interface: PlannedInterface;
  readonly serial: PlannedPort<'serial'>;
  readonly parallel: PlannedPort<'parallel'>;
  readonly console: PlannedPort<'console'>;
  readonly channel: PlannedPort<'channel'>;
  readonly input: PlannedInput;
  readonly graphics: PlannedGraphics;
  readonly video: PlannedVideo;
  readonly memballoon: PlannedMemballoon;
  readonly memory: PlannedMemoryDevice;
  readonly iommu: PlannedIommu;
  readonly pstore: PlannedPstore;
  readonly nvram: Planned<'nvram'>;
  readonly hub: Planned<'hub'>;
  readonly rng: PlannedRng;
  readonly audio: PlannedAudio;
  readonly panic: PlannedPanic;
  readonly watchdog: PlannedWatchdog;
  readonly sound: PlannedSound;
  readonly filesystem: PlannedFilesystem;
  readonly vsock: PlannedVsock;
  readonly crypto: PlannedCrypto;
  readonly shmem: PlannedShmem;
  readonly tpm: PlannedTpm;
  readonly redirdev: PlannedRedirdev;
  readonly smartcard: PlannedSmartcard;
}

export type PlannedOf<K extends DeviceKind> = PlannedKinds[K];
export type PlannedDevice = PlannedKinds[DeviceKind];
