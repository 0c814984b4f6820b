import type { DeviceKind } from '../model/device';
import { audio } from './audio';
import { CONTROLLER } from './controller';
import { panic } from './panic';
import { watchdog } from './watchdog';
import { sound } from './sound';
import { disk } from './disk';
import { graphics } from './graphics';
import { networkInterface } from './interface';
import { hub } from './hub';
import { input } from './input';
import { iommu } from './iommu';
import { hostdev } from './hostdev';
import type { KindResolver } from './kind';
import { memballoon } from './memballoon';
import { memoryDevice } from './memory-device';
import { nvram } from './nvram';
import { pstore } from './pstore';
import { channel, console, parallel } from './port';
import { rng } from './rng';
import { filesystem } from './filesystem';
import { smartcard } from './smartcard';
import { redirdev } from './redirdev';
import { tpm } from './tpm';
import { shmem } from './shmem';
import { crypto } from './crypto';
import { vsock } from './vsock';
import { serial } from './serial';
import { video } from './video';

export const RESOLVERS: { readonly [K in DeviceKind]: KindResolver<K> } = {
  controller: CONTROLLER,
  hostdev,
  disk,
  interface: networkInterface,
  serial,
  parallel,
  console,
  channel,
  hub,
  input,
  graphics,
  video,
  memballoon,
  memory: memoryDevice,
  iommu,
  pstore,
  nvram,
  rng,
  audio,
  panic,
  watchdog,
  sound,
  filesystem,
  vsock,
  crypto,
  shmem,
  tpm,
  redirdev,
  smartcard,
};
