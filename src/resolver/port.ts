import {
  channelInvalid,
  channelTwice,
  consoleNotFirst,
  consoleUnsupported,
  deviceUnsupported,
  guestAddressInvalid,
  portsMany,
} from '../diagnostics/catalog';
import type { Channel, ConsoleTarget } from '../model/chardev';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import { keepLast } from '../model/keep-last';
import { agentName, channelSource } from './chardev/channel';
import { hasNoServer, planChardev, refuseSecondSclp, refuseSpiceVmc, validatePort } from './chardev';
import type { Context } from './context';
import type { KindResolver } from './kind';
import { lacksIsa } from './machine/isa';
import { machineFamily } from './machine/family';
import { slotOf } from './address/slot';

/** QEMU hw/char/parallel-isa.c MAX_PARALLEL_PORTS. */
const MOST_PARALLEL_PORTS = 3;

export const parallel: KindResolver<'parallel'> = {
  validate: (device, guest, context) => {
    const { at, source } = device;
    const isBeyond = devicesOf(guest, 'parallel').indexOf(device) >= MOST_PARALLEL_PORTS;
    if (isBeyond && context.profile.checksForQemu)
      context.report(portsMany(at, 'parallel', MOST_PARALLEL_PORTS, 'remove it'));
    validatePort(source, guest, context);
    refuseSpiceVmc(source, 'parallel ports', context);
    if (['s390', 'pseries'].includes(machineFamily(guest, context)) || lacksIsa(guest, context))
      context.report(deviceUnsupported(at, 'parallel port on this machine', 'a serial port or a channel'));
  },
  plan: (device, guest, context) => {
    if (hasNoServer(device.source, guest)) return undefined;
    const alias = device.alias ?? '';
    const use = { id: `char${alias}`, alias, parallel: true };
    return {
      kind: 'parallel',
      device,
      id: alias,
      // libvirt leaves the place of a parallel port to QEMU, whatever address is written
      slot: context.profile.libvirtDefaults ? { type: 'none' } : slotOf(device, guest, context),
      chardev: planChardev(device.source, use, guest, context),
      front: { type: 'device', driver: 'isa-parallel' },
    };
  },
};

const CONSOLE_DRIVERS: { readonly [T in ConsoleTarget]?: string } = {
  virtio: 'virtconsole',
  sclp: 'sclpconsole',
  sclplm: 'sclplmconsole',
};

export const console: KindResolver<'console'> = {
  defaults: (device) => ({ ...device, targetType: device.targetType ?? 'serial' }),
  validate: (device, guest, context) => {
    const { targetType = 'serial' } = device;
    // a serial console is the serial port, seen once more
    if (targetType === 'serial') {
      const [first] = devicesOf(guest, 'console');
      if (first !== undefined && first !== device) context.report(consoleNotFirst(device.at, first.at));
      return;
    }
    validatePort(device.source, guest, context);
    refuseSpiceVmc(device.source, 'consoles', context);
    refuseSecondSclp(device, guest, context);
    const elsewhere = targetType.startsWith('sclp') && context.qemu.arch !== 's390x';
    if (CONSOLE_DRIVERS[targetType] === undefined || elsewhere)
      context.report(consoleUnsupported(device.at.of('target/@type'), targetType));
  },
  plan: (device, guest, context) => {
    const driver = CONSOLE_DRIVERS[device.targetType ?? 'serial'];
    if (driver === undefined || hasNoServer(device.source, guest)) return undefined;
    const alias = device.alias ?? '';
    return {
      kind: 'console',
      device,
      id: alias,
      slot: slotOf(device, guest, context),
      chardev: planChardev(device.source, { id: `char${alias}`, alias }, guest, context),
      front: { type: 'device', driver },
    };
  },
};

export const channel: KindResolver<'channel'> = {
  defaults: (device, guest, context) =>
    device.targetType === 'virtio'
      ? {
          ...device,
          name: device.name ?? agentName(device.source, context),
          source: channelSource(device, guest, context),
        }
      : device,
  validate: (device, guest, context) => {
    validatePort(device.source, guest, context);
    const { at, targetType, source, name } = device;
    if (targetType === 'xen')
      context.report(deviceUnsupported(at.of('target/@type'), 'xen channel', 'virtio'));
    if (targetType === 'guestfwd') validateGuestfwd(device, context);
    validateName(device, guest, context);
    if (
      source.type === 'spicevmc' &&
      targetType === 'virtio' &&
      name !== undefined &&
      name !== 'com.redhat.spice.0'
    )
      context.report(channelInvalid(at.of('target/@name'), source.type));
  },
  plan: (device, guest, context) => {
    if (device.targetType === 'xen' || hasNoServer(device.source, guest)) return undefined;
    const alias = device.alias ?? '';
    const use = { id: `char${alias}`, alias };
    return {
      kind: 'channel',
      device,
      id: alias,
      slot: slotOf(device, guest, context),
      chardev: planChardev(device.source, use, guest, context),
      front:
        device.targetType === 'guestfwd'
          ? { type: 'guestfwd', to: `tcp:${device.guestAddress ?? ''}:${device.guestPort ?? 0}` }
          : { type: 'device', driver: 'virtserialport' },
    };
  },
};

/** QEMU knows one port of a name, on whichever controller (QEMU hw/char/virtio-serial-bus.c find_port_by_name). */
function validateName(device: Channel, guest: Domain, { profile, report }: Context): void {
  const { at, name = '' } = device;
  const first = firstOfName(devicesOf(guest, 'channel')).get(name);
  if (name !== '' && first !== undefined && first !== device && profile.checksForQemu)
    report(channelTwice(at.of('target/@name'), name, first.at));
}

/** By list, since every channel asks. */
const firstOfName = keepLast((channels: readonly Channel[]): ReadonlyMap<string, Channel> => {
  const firsts = new Map<string, Channel>();
  for (const channel of channels)
    if (channel.name !== undefined && !firsts.has(channel.name)) firsts.set(channel.name, channel);
  return firsts;
});

const IPV4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/;

function validateGuestfwd({ at, source, guestAddress = '' }: Channel, context: Context): void {
  refuseSpiceVmc(source, 'forwarded connections', context);
  // a missing one was reported before
  if (guestAddress !== '' && !IPV4.test(guestAddress))
    context.report(guestAddressInvalid(at.of('target/@address'), guestAddress));
}
