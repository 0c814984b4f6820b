import { vsockCidMissing, vsockTwice } from '../diagnostics/catalog';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { Vsock } from '../model/vsock';
import type { Context } from './context';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { slotOf } from './address/slot';
import { virtioVariant } from './virtio/variant';

const NODE = '/dev/vhost-vsock';

/** The first that is nobody's: below are the hypervisor, the loopback and the host. */
const FIRST_CID = 3;

export const vsock: KindResolver<'vsock'> = {
  validate: ({ at, cid, auto, model }, guest, context) => {
    const { profile, qemu, report } = context;
    const [first] = devicesOf(guest, 'vsock');
    if (first !== undefined && first.at !== at) report(vsockTwice(at, first.at));
    if (cid === undefined && auto === false && profile.checksForQemu) report(vsockCidMissing(at.of('cid')));
    requires(context, 'vhost-vsock', at, 'a vsock device');
    // earlier ones are a variant of the one device, and libvirt goes on to name it
    const named = qemu.has('virtio-pci-non-transitional') && profile.checksForQemu;
    if (model === 'virtio-transitional' && named)
      requires(context, 'vhost-vsock-transitional', at.of('@model'), 'a transitional vsock device');
  },
  plan: (device, guest, context) => {
    const id = device.alias ?? '';
    const { descriptors } = context.profile;
    if (!descriptors) context.resource({ path: NODE, access: 'read-write', shared: true, usedBy: id });
    return {
      kind: 'vsock',
      device,
      id,
      slot: slotOf(device, guest, context),
      ...virtioVariant('vhost-vsock', device.model, device.address, context),
      guestCid: cidOf(device, guest, context),
      vhostfd: descriptors ? '3' : undefined,
    };
  },
};

/** Only the kernel knows which are taken: the name of the guest decides, so that two guests rarely meet. */
function cidOf({ at, cid, auto }: Vsock, { name }: Domain, { host, decide }: Context): number {
  if (auto === false || (auto !== true && cid !== undefined)) return cid ?? 0;
  const value = host.vsockCid ?? FIRST_CID + (fold(name) % 0x7fff_0000);
  decide({
    subject: 'vsock',
    value: `guest-cid=${value}`,
    reason: "the XML leaves the address to us; this one follows from the guest's name",
    at,
    caveats: ["QEMU does not start when another guest has it: choose one with <cid address=''/>"],
  });
  return value;
}

function fold(text: string): number {
  return Array.from(text).reduce((hash, char) => (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7);
}
