import { graphicsUnreached } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { Dbus, Graphics, Spice, Vnc } from '../../model/graphics';
import type { GraphicsListen, PlannedGraphics } from '../../model/plan/graphics';
import type { Context } from '../context';
import { isOfOneRun, shortName } from '../guest/paths';
import { keySecret } from '../key-secret';
import { audiodevOf } from '../sound';
import { rendernodeOf } from './open-gl';
import { spiceListen, spicePorts, vncListen } from './listen';
import { rdpListen } from './rdp';
import { validateOpen, validateRemote } from './validate';

export function planGraphics(device: Graphics, guest: Domain, context: Context): PlannedGraphics {
  const base = {
    kind: 'graphics',
    device,
    id: device.alias ?? '',
    slot: { type: 'none' },
    listen: { type: 'none' },
    rendernode: rendernodeOf(device, context),
  } as const;
  switch (device.type) {
    case 'vnc':
      return { ...base, ...planVnc(device, guest, context) };
    case 'spice':
      return { ...base, ...planSpice(device, guest, context) };
    case 'rdp':
      return { ...base, listen: rdpListen(device, guest, context) };
    case 'dbus':
      return {
        ...base,
        busAddress: busOf(device, guest, context),
        audiodev: device.audioId === undefined ? undefined : audiodevOf(guest, device.audioId, context),
      };
    default:
      return base;
  }
}

/** libvirt runs a bus for the guest alone, which ends with it; else the screen is on the bus of the session. */
function busOf({ p2p, busAddress }: Dbus, guest: Domain, { profile }: Context): string | undefined {
  const isGone = busAddress !== undefined && !profile.daemonFolders && isOfOneRun(busAddress, 'dbus');
  if (busAddress !== undefined && !isGone) return busAddress;
  if (p2p === true || !profile.daemonFolders) return undefined;
  return `unix:path=/var/run/libvirt/qemu/dbus/${shortName(guest)}-dbus.sock`;
}

type Screen = Omit<PlannedGraphics, 'kind' | 'device' | 'id' | 'slot' | 'rendernode' | 'busAddress'>;

function planVnc(device: Vnc, guest: Domain, context: Context): Screen {
  const { conf } = context;
  const listen = vncListen(device, guest, context);
  const websocket = websocketOf(device, listen, context);
  if (websocket === undefined) tellUnreached(device, listen, context);
  return {
    listen,
    websocket,
    password: asksPassword(device, conf.vnc_password, context),
    tls: conf.vnc_tls
      ? {
          id: 'vnc-tls-creds0',
          dir: conf.vnc_tls_x509_cert_dir,
          endpoint: 'server',
          verifyPeer: conf.vnc_tls_x509_verify,
          password: keySecret(conf.vnc_tls_x509_secret_uuid, device.at, 'vnc-tls-creds0', context),
        }
      : undefined,
    sasl: conf.vnc_sasl ? true : undefined,
    audiodev: audiodevOf(guest, device.audioId, context),
  };
}

function planSpice(device: Spice, guest: Domain, context: Context): Screen {
  const { conf, profile } = context;
  const { tlsPort = 0 } = spicePorts(device, context);
  const listen = spiceListen(device, guest, context);
  const tls = tlsPort > 0 && listen.type === 'tcp';
  if (!tls) validateOpen(device, context);
  tellUnreached(device, listen, context);
  if (listen.type === 'tcp') validateRemote(device, context);
  const ticket = asksPassword(device, conf.spice_password, context) === true;
  return {
    listen,
    tlsPort: tls ? tlsPort : undefined,
    x509Dir: tls ? conf.spice_tls_x509_cert_dir : undefined,
    noTicket: ticket ? undefined : true,
    sasl: conf.spice_sasl ? true : undefined,
    seamlessMigration: profile.libvirtDefaults ? true : undefined,
  };
}

function tellUnreached(
  { at, type, listens }: Vnc | Spice,
  listen: GraphicsListen,
  { profile, report }: Context,
): void {
  if (listen.type !== 'none' || profile.libvirtMonitor) return;
  report(graphicsUnreached(listens[0]?.at ?? at, type));
}

/** libvirt has none beside a socket, and begins to look for a free port at 5700. */
function websocketOf(
  { websocket = 0 }: Vnc,
  listen: GraphicsListen,
  { profile }: Context,
): number | undefined {
  if (websocket === 0 || (profile.libvirtDefaults && listen.type === 'socket')) return undefined;
  return websocket === -1 && profile.libvirtDefaults ? 5700 : websocket;
}

/** A password never goes on the command line; QEMU waits until it is set over the monitor. */
function asksPassword(
  { at, type, password }: Vnc | Spice,
  configured: string | undefined,
  { decide, profile }: Context,
): true | undefined {
  // an empty one lets nobody in
  if (password === undefined && configured === undefined) return undefined;
  if (!profile.libvirtMonitor)
    decide({
      subject: type,
      value: 'password',
      reason: 'a password on the command line could be read by every user of the host',
      at,
      caveats: [`set it over QMP before anybody can connect: set_password protocol=${type}`],
    });
  return true;
}
