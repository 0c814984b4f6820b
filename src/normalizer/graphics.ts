import type { Rdp, Served, Vnc } from '../model/graphics';
import type { PlannedGraphics } from '../model/plan/graphics';
import type { KindParts } from './kind';
import { part, yesNo, type Part } from './part';

export const graphics: KindParts<'graphics'> = (device, { planned }) => {
  if (device.type !== 'vnc' && device.type !== 'spice' && device.type !== 'rdp') return {};
  return {
    attributes: device.type === 'spice' ? {} : portOf(device),
    children: [listenPart(device, planned)],
  };
};

/** -1 and `autoport` are two words for one thing: the port is chosen at the start. */
function portOf(device: Vnc | Rdp): Part['attributes'] {
  const { port, autoport, listens, socket } = device;
  if (device.type === 'rdp') return rdpPortOf(device);
  if (socket !== undefined || listens.some(({ type }) => type === 'socket' || type === 'none')) return {};
  const chosen = autoport ?? (port ?? -1) <= 0;
  return { port: chosen ? -1 : port, autoport: yesNo(chosen) };
}

/** Here it is 0 that stands for one to choose. */
function rdpPortOf({ port = -1, autoport }: Rdp): Part['attributes'] {
  return autoport === true || port === -1 ? { port: 0, autoport: 'yes' } : {};
}

function listenPart({ listens, socket }: Served, planned: PlannedGraphics | undefined): Part | undefined {
  const [given] = listens;
  if (planned === undefined || socket !== undefined) return undefined;
  if (given !== undefined) return part('listen', { type: given.type, address: given.address });
  switch (planned.listen.type) {
    case 'none':
      return part('listen', { type: 'none' });
    case 'tcp':
      return part('listen', { type: 'address' });
    default:
      return undefined;
  }
}
