import { unsupported } from '../diagnostics/catalog';
import type { DeviceKind } from '../model/device';
import type { KindResolver } from './kind';

/** A kind whose family is not built yet. */
const unbuilt = <K extends DeviceKind>(): KindResolver<K> => ({
  plan: (device, _guest, context) => {
    context.report(unsupported(device.at, `<${device.kind}>`));
    return undefined;
  },
});

export const RESOLVERS: { readonly [K in DeviceKind]: KindResolver<K> } = {
  disk: unbuilt(),
  controller: unbuilt(),
  hostdev: unbuilt(),
  interface: unbuilt(),
  serial: unbuilt(),
  parallel: unbuilt(),
  console: unbuilt(),
  channel: unbuilt(),
  input: unbuilt(),
  graphics: unbuilt(),
  video: unbuilt(),
  memballoon: unbuilt(),
  rng: unbuilt(),
};
