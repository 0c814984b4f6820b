import { unsupported } from '../diagnostics/catalog';
import type { DeviceKind } from '../model/device';
import { audio } from './audio';
import { CONTROLLER } from './controller';
import { panic } from './panic';
import { watchdog } from './watchdog';
import { sound } from './sound';
import { disk } from './disk';
import { graphics } from './graphics';
import { input } from './input';
import { hostdev } from './hostdev';
import type { KindResolver } from './kind';
import { memballoon } from './memballoon';
import { channel, console, parallel } from './port';
import { rng } from './rng';
import { serial } from './serial';
import { video } from './video';

/** A kind whose family is not built yet. */
const unbuilt = <K extends DeviceKind>(): KindResolver<K> => ({
  plan: (device, _guest, context) => {
    context.report(unsupported(device.at, `<${device.kind}>`));
    return undefined;
  },
});

export const RESOLVERS: { readonly [K in DeviceKind]: KindResolver<K> } = {
  controller: CONTROLLER,
  hostdev,
  disk,
  interface: unbuilt(),
  serial,
  parallel,
  console,
  channel,
  input,
  graphics,
  video,
  memballoon,
  rng,
  audio,
  panic,
  watchdog,
  sound,
};
