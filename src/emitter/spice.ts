import type { Spice } from '../model/graphics';
import type { PlannedGraphics } from '../model/plan/graphics';
import type { Value } from './args';

type Pair = readonly [string, Value];

/** In libvirt's order; a list, since channels repeat (QEMU ui/spice-core.c qemu_spice_opts). */
export function spiceProperties(planned: PlannedGraphics, device: Spice): Pair[] {
  return [
    ...place(planned),
    ['sasl', planned.sasl],
    ['disable-ticketing', planned.noTicket],
    ['x509-dir', planned.x509Dir],
    ['agent-mouse', device.mouseMode === undefined ? undefined : device.mouseMode === 'client'],
    ...channels(device),
    ['image-compression', device.imageCompression],
    ['jpeg-wan-compression', device.jpegCompression],
    ['zlib-glz-wan-compression', device.zlibCompression],
    ['playback-compression', device.playbackCompression],
    ['streaming-video', device.streamingMode],
    ['disable-copy-paste', device.copypaste === false ? true : undefined],
    ['disable-agent-file-xfer', device.filetransfer === false ? true : undefined],
    ['gl', device.gl === true ? true : undefined],
    ['rendernode', planned.rendernode],
    ['seamless-migration', planned.seamlessMigration],
  ];
}

/** QEMU wants some place: port 0 is none. */
function place({ listen, tlsPort }: PlannedGraphics): Pair[] {
  if (listen.type === 'none') return [['port', 0]];
  if (listen.type === 'socket')
    return [
      ['unix', true],
      ['addr', listen.path],
    ];
  return [
    ['port', listen.port > 0 ? listen.port : undefined],
    ['tls-port', tlsPort],
    ['addr', listen.address],
  ];
}

const CHANNELS = ['main', 'display', 'inputs', 'cursor', 'playback', 'record', 'smartcard', 'usbredir'];
const OPTIONS: Readonly<Record<string, string>> = { secure: 'tls-channel', insecure: 'plaintext-channel' };

function channels({ defaultMode = 'any', channels: given }: Spice): Pair[] {
  const modes = [
    { name: 'default', mode: defaultMode },
    ...[...given].sort((a, b) => CHANNELS.indexOf(a.name) - CHANNELS.indexOf(b.name)),
  ];
  return modes.flatMap(({ name, mode }): Pair[] => {
    const option = OPTIONS[mode];
    return option === undefined ? [] : [[option, name]];
  });
}
