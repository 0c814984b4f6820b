import type { Spice, Vnc } from '../model/graphics';
import type { PlannedGraphics } from '../model/plan/graphics';
import type { KindParts } from './kind';
import { part, yesNo, type Part } from './part';

export const graphics: KindParts<'graphics'> = (device, { planned }) => {
  if (device.type !== 'vnc' && device.type !== 'spice') return {};
  return {
    attributes: device.type === 'vnc' ? portOf(device) : {},
    children: [listenPart(device, planned)],
  };
};

/** -1 and `autoport` are two words for one thing: the port is chosen at the start. */
function portOf({ port, autoport, listens, socket }: Vnc): Part['attributes'] {
  if (socket !== undefined || listens.some(({ type }) => type === 'socket' || type === 'none')) return {};
  const chosen = autoport ?? (port ?? -1) <= 0;
  return { port: chosen ? -1 : port, autoport: yesNo(chosen) };
}

function listenPart(
  { listens, socket }: Vnc | Spice,
  planned: PlannedGraphics | undefined,
): Part | undefined {
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
