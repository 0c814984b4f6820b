import { networkUnknown } from '../../diagnostics/catalog';
import { networkByName } from '../../host/network';
import type { Interface } from '../../model/interface';
import type { Context } from '../context';

/** The bridge that a card is plugged into: the XML's own, or that of its network; undefined after a report. */
export function bridgeOf({ at, type, source }: Interface, context: Context): string | undefined {
  if (type === 'bridge') return source.bridge;
  const { network = '' } = source;
  const chosen = context.options.network?.[network];
  if (chosen !== undefined) return chosen;
  const place = at.of('source/@network');
  const found = onHost(network, context) ?? ofLastRun(source.bridge);
  if (found === undefined) {
    context.report(networkUnknown(place, network));
    return undefined;
  }
  const { bridge, ...why } = found;
  context.decide({ subject: `network ${network}`, value: bridge, at: place, ...why });
  return bridge;
}

interface Found {
  readonly bridge: string;
  readonly reason: string;
  readonly fact?: string;
}

function onHost(network: string, { host }: Context): Found | undefined {
  const known = networkByName(host, network);
  const bridge = typeof known === 'string' ? undefined : known.network.bridge;
  if (bridge === undefined) return undefined;
  return { bridge, reason: 'that is the bridge of this network on the host', fact: `networks: ${network}` };
}

/** libvirt shows a guest that runs with the bridge that it was plugged into. */
function ofLastRun(bridge: string | undefined): Found | undefined {
  return bridge === undefined
    ? undefined
    : { bridge, reason: 'the XML is of a guest that ran, plugged into this bridge of the network' };
}
