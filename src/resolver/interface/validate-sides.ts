import { interfaceInvalid, valueMissing } from '../../diagnostics/catalog';
import type { Interface } from '../../model/interface';
import type { Context } from '../context';
import { requires } from '../requires';
import { isVirtio } from '../virtio/driver';
import { validateReach } from './validate-reach';
import { isSocketNet, validateSocketNet } from './validate-socket-net';

/** What the card and the host's side of it ask of each other. */
export function validateSides(device: Interface, context: Context): void {
  validateReach(device, context);
  validateModel(device, context);
  validateTeaming(device, context);
  if (device.ips.length > 0) validateAddresses(device, context);
  if (device.type === 'udp') validateLocal(device, context);
  if (isSocketNet(device.type) && context.profile.checksForQemu) validateSocketNet(device, context);
  if (device.type === 'vhostuser') validateSocket(device, context);
}

/** What shares its queues with the guest speaks virtio to it. */
function validateModel({ at, type, model = '' }: Interface, { report }: Context): void {
  if ((type === 'vhostuser' || type === 'vdpa') && !isVirtio(model))
    report(interfaceInvalid(at.of('model/@type'), `type '${type}' drives virtio cards only`, 'virtio'));
}

function validateTeaming({ at, teaming, model = '' }: Interface, context: Context): void {
  const { report } = context;
  if (teaming === undefined) return;
  requires(context, 'virtio-net.failover', at.of('teaming'), 'failover pairs');
  if (teaming.type === 'transient') {
    if (teaming.persistent === undefined)
      report(valueMissing(at.of('teaming'), "attribute 'persistent' of <teaming>"));
    return;
  }
  if (teaming.persistent !== undefined)
    report(
      interfaceInvalid(
        at.of('teaming/@persistent'),
        'the lasting half of a pair does not name the other',
        'the attribute at the transient half',
      ),
    );
  if (!isVirtio(model))
    report(
      interfaceInvalid(at.of('teaming'), 'only a virtio card can be the lasting half of a pair', 'virtio'),
    );
}

const PREFIXES = { ipv4: { min: 4, max: 27 }, ipv6: { min: 0, max: 120 } } as const;
/** A guest makes its own IPv6 address in no other network (RFC 4862). */
const FOR_LIBVIRT = { ipv4: PREFIXES.ipv4, ipv6: { min: 64, max: 64 } } as const;

/** A guest's own addresses are given to it by user networking, one of each family. */
function validateAddresses({ at, type, backend, ips }: Interface, { report, profile }: Context): void {
  if (type !== 'user' && !(type === 'vhostuser' && backend.type === 'passt')) {
    report(interfaceInvalid(at.of('ip'), `type '${type}' gives the guest no address`, 'no <ip>'));
    return;
  }
  // libvirt src/qemu/qemu_validate.c: "Invalid attempt to set peer IP for guest"
  if (ips.some(({ peer }) => peer !== undefined))
    report(
      interfaceInvalid(at.of('ip/@peer'), 'no argument gives the guest the other end of a link', 'none'),
    );
  for (const family of ['ipv4', 'ipv6'] as const) {
    const own = ips.filter((ip) => ip.family === family);
    if (own.length > 1)
      report(interfaceInvalid(at.of('ip'), `it has more than one ${family} address`, 'one'));
    const { min, max } = (profile.libvirtDefaults ? FOR_LIBVIRT : PREFIXES)[family];
    for (const { prefix = 0 } of own)
      if (prefix > max || (prefix > 0 && prefix < min))
        report(
          interfaceInvalid(at.of('ip/@prefix'), `the network of /${prefix} does not fit`, range(min, max)),
        );
  }
}

const range = (min: number, max: number) => (min === max ? `/${max}` : `${min} to ${max}`);

function validateLocal({ at, source }: Interface, { report }: Context): void {
  if (source.localAddress === undefined)
    report(valueMissing(at.of('source/local'), "attribute 'address' of <local>"));
  if (source.localPort === undefined)
    report(valueMissing(at.of('source/local'), "attribute 'port' of <local>"));
}

function validateSocket({ at, source, backend }: Interface, { report }: Context): void {
  if (backend.type === 'passt') return;
  const { type = 'unix', mode, reconnect } = source;
  if (type !== 'unix')
    report(interfaceInvalid(at.of('source/@type'), 'the other side is reached by a socket', "type='unix'"));
  if (mode === undefined) report(valueMissing(at.of('source'), "attribute 'mode' of <source>"));
  else if (mode !== 'client' && mode !== 'server')
    report(interfaceInvalid(at.of('source/@mode'), `'${mode}' is no way to connect`, 'client or server'));
  if (mode === 'server' && reconnect?.enabled === true)
    report(interfaceInvalid(at.of('source/reconnect'), 'a server does not connect again', "mode='client'"));
}
