import { socketPart } from '../../model/socket-path';
import { checkSocketPath } from '../chardev/socket-path';
import { graphicsNetwork } from '../../diagnostics/catalog';
import { networkByName } from '../../host/network';
import type { Domain } from '../../model/domain';
import type { Graphics, Listen, Served, Spice, Vnc } from '../../model/graphics';
import type { GraphicsListen } from '../../model/plan/graphics';
import type { Context } from '../context';
import { isOfOneRun, privateFolder } from '../guest/paths';

/** QEMU and libvirt count VNC displays from here. */
export const VNC_BASE = 5900;
/** What libvirt shows for ports that it would only choose at start. */
const SPICE_PORT = 5901;
const SPICE_TLS_PORT = 5902;

export function vncListen(device: Vnc, guest: Domain, context: Context): GraphicsListen {
  const socket = socketOf(device, guest, context);
  if (socket) return socket;
  const address = addressOf(device, context, context.conf.vnc_listen);
  const { port = 0 } = device;
  if (port > 0 && device.autoport !== true) return { type: 'tcp', address, port };
  if (context.profile.libvirtDefaults) return { type: 'tcp', address, port: VNC_BASE };
  context.decide({
    subject: 'vnc',
    value: `${address}:${VNC_BASE} or the next free port`,
    reason: 'the XML leaves the port open, and QEMU looks for a free one by itself',
    at: device.at,
  });
  return { type: 'tcp', address, port: VNC_BASE, to: 99 };
}

export function spiceListen(device: Spice, guest: Domain, context: Context): GraphicsListen {
  const socket = socketOf(device, guest, context);
  if (socket) return socket;
  const { port = 0, tlsPort = 0 } = spicePorts(device, context);
  if (port <= 0 && tlsPort <= 0) return { type: 'none' };
  const address = addressOf(device, context, context.conf.spice_listen);
  if (!context.profile.libvirtDefaults) tellChosen(device, { address, ports: [port, tlsPort] }, context);
  return { type: 'tcp', address, port };
}

/** QEMU has ranges of ports for VNC alone (ui/spice-core.c qemu_spice_opts). */
function tellChosen(
  device: Spice,
  { address, ports }: { readonly address: string; readonly ports: readonly number[] },
  { decide }: Context,
): void {
  const chosen = ports.filter((port) => port > 0 && port !== device.port && port !== device.tlsPort);
  if (chosen.length === 0) return;
  decide({
    subject: 'spice',
    value: `${address}, port ${chosen.join(' and ')}`,
    reason: 'the XML leaves the port open, and QEMU looks for no free one for SPICE: the first of libvirt',
    caveats: ["a second guest with such a screen needs ports of its own: autoport='no' and port="],
    at: device.at,
  });
}

/**
 * Ports that libvirt chooses follow from which channels are to be secure; -1 is one to choose, whatever autoport says
 * (libvirt src/qemu/qemu_process.c qemuProcessSPICEAllocatePorts).
 */
export function spicePorts(
  device: Spice,
  { conf }: Context,
): { readonly port?: number | undefined; readonly tlsPort?: number | undefined } {
  const { port, tlsPort, autoport } = device;
  // -1 for both is the old form of autoport
  if (autoport !== true && !(port === -1 && tlsPort === -1))
    return { port: port === -1 ? SPICE_PORT : port, tlsPort: tlsPort === -1 ? SPICE_TLS_PORT : tlsPort };
  const modes = [...device.channels.map(({ mode }) => mode), device.defaultMode ?? 'any'];
  const anyMode = modes.includes('any');
  return {
    port: modes.includes('insecure') || anyMode ? SPICE_PORT : undefined,
    tlsPort: modes.includes('secure') || (anyMode && conf.spice_tls) ? SPICE_TLS_PORT : undefined,
  };
}

/** Where libvirt makes sockets of its own: such a path is left over from an earlier run. */
const MADE_UP = '/var/lib/libvirt/qemu/';

/** Where the guest is to be seen; with a socket of its own, libvirt forgets all that is said of it (src/qemu/qemu_postparse.c). */
function firstListen({ type, listens, socket }: Served, { profile }: Context): Listen | undefined {
  const [listen] = listens;
  if (type !== 'vnc' || !profile.libvirtDefaults || listen?.type === 'none') return listen;
  return isMadeUp(socket ?? listen?.socket) ? undefined : listen;
}

function isMadeUp(path: string | undefined): boolean {
  return path?.startsWith(MADE_UP) === true;
}

/** Whether the guest is seen over a port at all. */
export function hasPort(device: Vnc, context: Context): boolean {
  const type = firstListen(device, context)?.type;
  if (type === 'socket' || type === 'none') return false;
  return device.socket === undefined || isMadeUp(device.socket);
}

/** A socket that the XML asks for, or qemu.conf where the XML names no address. */
function socketOf(device: Vnc | Spice, guest: Domain, context: Context): GraphicsListen | undefined {
  const listen = listenOf(device, guest, context);
  if (listen?.type === 'socket') checkSocketPath(listen.path, () => device.at, context);
  return listen;
}

function listenOf(device: Vnc | Spice, guest: Domain, context: Context): GraphicsListen | undefined {
  const listen = firstListen(device, context);
  const { conf, profile } = context;
  if (listen?.type === 'none') return { type: 'none' };
  const folder = profile.libvirtDefaults ? `${privateFolder(guest)}/` : `${socketPart(guest.name)}-`;
  const made = { type: 'socket', path: `${folder}${device.type}.sock` } as const;
  if (listen?.type === 'socket')
    return listen.socket === undefined || isLeftOver(listen.socket, context)
      ? explained(made, device, context)
      : { ...made, path: listen.socket };
  const old = isMadeUp(device.socket) ? undefined : device.socket;
  if (old !== undefined) return { type: 'socket', path: old };
  const auto = device.type === 'vnc' ? conf.vnc_auto_unix_socket : spiceSocket(device, context);
  const named = listen?.type === 'network' || listen?.address !== undefined;
  return auto && !named ? explained(made, device, context) : undefined;
}

/** Where nothing is said of a port, libvirt has no way to the screen, and qemu.conf makes none. */
function spiceSocket(device: Spice, context: Context): boolean {
  const { port = 0, tlsPort = 0 } = spicePorts(device, context);
  return context.conf.spice_auto_unix_socket && (port > 0 || tlsPort > 0);
}

/** A socket in a folder that is there while the guest runs under libvirt alone. */
function isLeftOver(socket: string, { profile }: Context): boolean {
  return !profile.libvirtDefaults && isOfOneRun(socket, 'graphics');
}

/** libvirt has a folder of its own for the guest. */
function explained(
  listen: Extract<GraphicsListen, { type: 'socket' }>,
  { type, at, listens: [given] }: Graphics,
  { decide, profile }: Context,
): GraphicsListen {
  if (profile.libvirtDefaults) return listen;
  const open = 'the XML leaves the path of the socket open';
  const why = given?.socket === undefined ? open : 'the socket in the XML was that of one run under libvirt';
  decide({
    subject: type,
    value: listen.path,
    reason: `${why}: it is made in the folder that QEMU is started in`,
    at,
    caveats: ["name another with <listen type='socket' socket='/run/...'/>"],
  });
  return listen;
}

export function addressOf(device: Served, context: Context, otherwise: string): string {
  const listen = firstListen(device, context);
  if (listen?.type !== 'network' || listen.address !== undefined) return listen?.address ?? otherwise;
  const { network = '' } = listen;
  const known = networkByName(context.host, network);
  const address = typeof known === 'string' ? undefined : known.network.address;
  if (address === undefined) context.report(graphicsNetwork(listen.at, network));
  return address ?? otherwise;
}
