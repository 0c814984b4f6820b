import { bridgeHelperLacks } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';
import type { Context } from '../context';
import { isVirtio } from '../virtio/driver';
import { cardsBySettings } from './cards-by-settings';
import { passedOf } from './passed';
import { queuesOf } from './queues';

/** What the tap that QEMU's helper makes does not have (QEMU net/tap.c, net_init_bridge), by the path that asks for it. */
const LACKS: readonly (readonly [string, (device: Interface) => boolean])[] = [
  ['driver/@queues', (device) => queuesOf(device) !== undefined],
  ['driver/@name', ({ driver, model = '' }) => driver.name === 'vhost' && isVirtio(model)],
  ['tune/sndbuf', ({ sndbuf }) => sndbuf !== undefined],
  ['script', ({ script }) => script !== undefined],
  ['downscript', ({ downscript }) => downscript !== undefined],
];

/** Says how a card comes to its bridge without libvirt, and what that costs. */
export function decideHelper(
  { at, alias = 'interface', model = '', driver }: Interface,
  { decide }: Context,
): void {
  const slower = isVirtio(model) && driver.name !== 'qemu';
  decide({
    subject: alias,
    value: '-netdev bridge',
    reason: "QEMU's own helper makes a tap and plugs it into the bridge",
    at,
    caveats: slower ? ["vhost-net does not serve it, as it would a tap of yours on type='ethernet'"] : [],
  });
}

/** What cards on bridges ask for and do not get without libvirt. */
export function tellHelper(guest: Domain, context: Context): void {
  if (context.profile.descriptors) return;
  const lacking = (card: Interface) =>
    isBridged(card, guest, context) ? LACKS.flatMap(([path, asked]) => (asked(card) ? [path] : [])) : [];
  for (const { settings, cards } of cardsBySettings(guest, lacking).values())
    context.report(bridgeHelperLacks(cards[0].at.of(settings[0] ?? ''), settings, cards.length));
}

function isBridged(card: Interface, guest: Domain, context: Context): boolean {
  return card.type === 'bridge' || (card.type === 'network' && passedOf(card, guest, context) === undefined);
}
