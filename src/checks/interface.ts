import { bridgeDenied, bridgeMissing, bridgeOther, macMulticast, macTwice } from '../diagnostics/catalog';
import { devicesOf } from '../model/device';
import { unicastOf, type Interface } from '../model/interface';
import type { PlannedDevice } from '../model/plan/device';
import { refusesGroups } from '../resolver/interface/on-board';
import type { Check, CheckInput } from './check';

/** MACs that no card, or not more than one, can have. The halves of a failover pair share theirs. */
export const macs: Check = ({ guest, context }) => {
  const first = new Map<string, Interface>();
  for (const card of devicesOf(guest, 'interface')) {
    const { mac, at, teaming } = card;
    if (mac === undefined) continue;
    const place = at.of('mac/@address');
    const own = unicastOf(mac);
    if (own !== undefined && !refusesGroups(card, guest, context))
      context.report(macMulticast(place, mac, own));
    const other = first.get(mac);
    if (other === undefined) first.set(mac, card);
    else if (teaming === undefined && other.teaming === undefined)
      context.report(macTwice(place, mac, other.at.of('mac/@address')));
  }
};

/** Bridges that qemu-bridge-helper is to plug the guest into. */
export const bridges: Check = (input) => {
  const said = new Set<string>();
  for (const device of input.plan.devices) {
    const bridge = bridgeOf(device);
    if (bridge === undefined || said.has(bridge)) continue;
    said.add(bridge);
    checkBridge(device.device as Interface, bridge, input);
  }
};

function bridgeOf(device: PlannedDevice): string | undefined {
  if (device.kind !== 'interface' || device.passed !== undefined) return undefined;
  const { type, br } = device.netdev;
  return type === 'bridge' && typeof br === 'string' ? br : undefined;
}

function checkBridge({ at, type }: Interface, bridge: string, { context, skip }: CheckInput): void {
  const { interfaces, bridges: known, bridgeAcl } = context.host;
  const place = at.of(type === 'bridge' ? 'source/@bridge' : 'source/@network');
  if (interfaces === undefined) return skip('whether its bridges are there');
  if (!interfaces.includes(bridge)) return context.report(bridgeMissing(place, bridge, known ?? []));
  if (known !== undefined && !known.includes(bridge)) return context.report(bridgeOther(place, bridge));
  if (bridgeAcl === undefined) return skip('whether qemu-bridge-helper may use its bridges');
  const listed = (list: readonly string[]) => list.includes(bridge) || list.includes('all');
  if (listed(bridgeAcl.deny) || !listed(bridgeAcl.allow)) context.report(bridgeDenied(place, bridge));
}
