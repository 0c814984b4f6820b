import type { DeviceKind } from '../model/device';
import type { PlannedOf } from '../model/plan/device';
import type { Arg } from './args';
import { emitAudio } from './audio';
import { emitController } from './controller';
import { emitPanic } from './panic';
import { emitWatchdog } from './watchdog';
import { emitSound } from './sound';
import { emitDisk } from './disk';
import { emitGraphics } from './graphics';
import { emitInterface } from './interface';
import { emitHub } from './hub';
import { emitInput } from './input';
import { emitIommu } from './iommu';
import { emitMemballoon } from './memballoon';
import { emitMemoryDevice } from './memory-device';
import { emitNvram } from './nvram';
import { emitPstore } from './pstore';
import { emitChannel, emitConsole, emitSerial } from './port';
import { emitRng } from './rng';
import { emitFilesystem } from './filesystem';
import { emitSmartcard } from './smartcard';
import { emitRedirdev } from './redirdev';
import { emitTpm } from './tpm';
import { emitShmem } from './shmem';
import { emitCrypto } from './crypto';
import { emitVsock } from './vsock';
import { emitVideo } from './video';
import { emitHostdev } from './hostdev';

/** Arguments of one planned device: its back end (-blockdev, -chardev, -netdev) and its -device. */
export type Emit<K extends DeviceKind> = (planned: PlannedOf<K>) => readonly Arg[];

export const EMITTERS: { readonly [K in DeviceKind]: Emit<K> } = {
  controller: emitController,
  hostdev: emitHostdev,
  disk: emitDisk,
  interface: emitInterface,
  serial: emitSerial,
  parallel: emitSerial,
  console: emitConsole,
  channel: emitChannel,
  hub: emitHub,
  input: emitInput,
  graphics: emitGraphics,
  video: emitVideo,
  memballoon: emitMemballoon,
  memory: emitMemoryDevice,
  iommu: emitIommu,
  pstore: emitPstore,
  nvram: emitNvram,
  rng: emitRng,
  audio: emitAudio,
  panic: emitPanic,
  watchdog: emitWatchdog,
  sound: emitSound,
  vsock: emitVsock,
  crypto: emitCrypto,
  shmem: emitShmem,
  tpm: emitTpm,
  redirdev: emitRedirdev,
  smartcard: emitSmartcard,
  filesystem: emitFilesystem,
};
