import { graphicsRdp, rdpHelper } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Dbus, Graphics, Rdp } from '../../model/graphics';
import type { GraphicsListen } from '../../model/plan/graphics';
import { shellWord } from '../../model/shell-word';
import type { Context } from '../context';
import { addressOf } from './listen';

/** The first that libvirt tries (src/qemu/qemu_conf.h). */
const FIRST_PORT = 3389;

/** What qemu-rdp lacks (libvirt src/qemu/qemu_validate.c, qemuValidateDomainDeviceDefRDPGraphics). */
export function validateRdp(device: Rdp, all: readonly Graphics[], { report }: Context): void {
  const { at, listens } = device;
  if (!all.some(isOnBus))
    report(graphicsRdp(at, 'it shows a screen on D-Bus, and there is none', "add <graphics type='dbus'/>"));
  for (const name of ['multiUser', 'replaceUser'] as const)
    if (device[name] === true) report(graphicsRdp(at.of(`@${name}`), `it has no '${name}'`, 'remove it'));
  for (const listen of listens)
    if (listen.type === 'socket' || listen.type === 'none')
      report(graphicsRdp(listen.at.of('@type'), 'it listens on TCP alone', "use <listen type='address'/>"));
}

/** A port of -1, or none, is one to choose, whatever autoport says (libvirt src/conf/domain_conf.c). */
export function rdpListen(device: Rdp, guest: Domain, context: Context): GraphicsListen {
  const address = addressOf(device, context, context.conf.rdp_listen);
  const { port = -1, autoport } = device;
  const chosen = autoport === true || port === -1;
  const listen = { type: 'tcp', address, port: chosen ? FIRST_PORT : port } as const;
  if (!context.profile.libvirtDefaults) explain(device, chosen, listen, guest, context);
  return listen;
}

/** libvirt starts it once QEMU is on the bus, and tells it who may come in (src/qemu/qemu_rdp.c). */
function explain(
  device: Rdp,
  chosen: boolean,
  { address, port }: Extract<GraphicsListen, { type: 'tcp' }>,
  guest: Domain,
  context: Context,
): void {
  const { at } = device;
  const place = `${address.includes(':') ? `[${address}]` : address}:${port}`;
  context.decide({
    subject: 'rdp',
    value: place,
    reason: chosen
      ? `the XML leaves the port open, and ${FIRST_PORT} is that of RDP`
      : 'QEMU has no RDP: qemu-rdp listens there and shows the screen that is on D-Bus',
    at,
  });
  context.report(rdpHelper(at, commandOf(place, guest, context), loginOf(device)));
}

function loginOf({ username, password }: Rdp): string {
  if (username === undefined && password === undefined)
    return 'know that it may let nobody in without a user and a password';
  const user = username === undefined ? 'the user and the password' : `the password of '${username}'`;
  return `tell it ${user} by SetCredentials of /org/qemu_display/rdp`;
}

function commandOf(place: string, guest: Domain, { conf }: Context): string {
  const bus = devicesOf(guest, 'graphics').find(isOnBus)?.busAddress;
  const dir = conf.rdp_tls_x509_cert_dir;
  const words = [
    '--bind-address',
    place,
    '--cert',
    `${dir}/server-cert.pem`,
    '--key',
    `${dir}/server-key.pem`,
  ];
  const address = bus === undefined ? '"$DBUS_SESSION_BUS_ADDRESS"' : shellWord(bus);
  return `${shellWord(conf.qemu_rdp)} --dbus-address ${address} ${words.map(shellWord).join(' ')}`;
}

function isOnBus(device: Graphics): device is Dbus {
  return device.type === 'dbus' && device.p2p !== true;
}
