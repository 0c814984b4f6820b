import { interfaceInvalid, qemuLacks } from '../../diagnostics/catalog';
import { closest } from '../../diagnostics/closest';
import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';
import { cardNames, cardSince } from '../../qemu/network-cards';
import { atLeast } from '../../qemu/version';
import type { Context } from '../context';
import { lacksIsa } from '../machine/isa';

/** Chips by other hypervisors' names, and the very same by QEMU's (QEMU hw/net/e1000.c, hw/net/pcnet.c). */
const SAME: ReadonlyMap<string, string> = new Map([
  ['82540EM', 'e1000'],
  ['82545EM', 'e1000-82545em'],
  ['Am79C970A', 'pcnet'],
]);

/** Cards of theirs that QEMU has not, and what comes nearest. */
const NEAREST: ReadonlyMap<string, string> = new Map([
  ['82543GC', 'e1000'],
  ['Am79C973', 'pcnet'],
  ['vlance', 'pcnet'],
  ['vmxnet', 'vmxnet3'],
  ['vmxnet2', 'vmxnet3'],
]);

/** A card as QEMU calls it; libvirt passes on its own spelling, and QEMU does not start. */
export function ownName({ at, model = '' }: Interface, { profile, decide }: Context): string {
  const own = profile.libvirtDefaults ? undefined : SAME.get(model);
  if (own === undefined) return model;
  const reason = `QEMU has the chip ${model} under that name`;
  decide({ subject: 'interface', value: own, reason, at: at.of('model/@type') });
  return own;
}

/** Whether a card can be called that. */
export const isCardName = (model: string): boolean => /^[A-Za-z0-9_.-]*$/.test(model);

/** Whether this QEMU has the card; libvirt leaves it to QEMU. */
export function checkCard({ at }: Interface, model: string, guest: Domain, context: Context): void {
  const { profile, qemu, report } = context;
  if (!profile.checksForQemu || !isCardName(model)) return;
  const place = at.of('model/@type');
  if (model === 'ne2k_isa' && lacksIsa(guest, context))
    report(interfaceInvalid(place, 'this machine has no ISA bus', 'virtio'));
  if (qemu.hasCard(model)) return;
  const since = cardSince(qemu.arch, model);
  if (since === undefined) {
    report(interfaceInvalid(place, `QEMU has no card '${model}'`, nearest(model, qemu.arch)));
    return;
  }
  const other = atLeast(qemu.version, since) ? 'a QEMU that is built with it' : `QEMU ${since} or later`;
  report(qemuLacks(place, `a network card '${model}'`, `use ${other}, or another card`));
}

function nearest(model: string, arch: string): string {
  const known = cardNames(arch);
  const like = NEAREST.get(model);
  if (like !== undefined && known.includes(like)) return like;
  return closest(model, known) ?? (arch === 's390x' ? 'virtio' : 'virtio, e1000e or rtl8139');
}
