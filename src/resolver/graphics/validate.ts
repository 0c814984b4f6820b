import {
  audioMissing,
  audioNone,
  audioOffBus,
  graphicsDbus,
  graphicsGl,
  graphicsHeadless,
  graphicsListens,
  graphicsPort,
  graphicsTwice,
  graphicsTls,
  keymapUnknown,
} from '../../diagnostics/catalog';
import { closest } from '../../diagnostics/closest';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Dbus, Graphics, Spice, Vnc } from '../../model/graphics';
import type { Place } from '../../model/place';
import type { Capability } from '../../qemu/capabilities';
import type { Context } from '../context';
import { keymaps } from '../../qemu/keymaps';
import { requires } from '../requires';
import { validateOpenGl } from './open-gl';
import { validateRdp } from './rdp';
import { validatePassword } from './password';
import { hasPort, spicePorts, VNC_BASE } from './listen';

/** Screens that a QEMU may have been built without. */
const SCREENS: { readonly [T in Graphics['type']]?: Capability } = {
  'egl-headless': 'egl-headless',
  sdl: 'sdl',
  spice: 'spice',
  vnc: 'vnc',
};

/** QEMU gives a guest each sort of screen once, and one OpenGL context. */
export function validateGraphics(device: Graphics, guest: Domain, context: Context): void {
  const { report } = context;
  const needed = SCREENS[device.type];
  if (needed !== undefined)
    requires(context, needed, device.at.of('@type'), `graphics of type '${device.type}'`);
  const all = devicesOf(guest, 'graphics');
  const first = all.find(({ type }) => type === device.type);
  if (first && first !== device) report(graphicsTwice(device.at, device.type, first.at));
  const [, second] = device.listens;
  if (second !== undefined) report(graphicsListens(second.at));
  if (device.type === 'egl-headless') validateHeadless(device, all, context);
  if (device.type === 'vnc') validateVnc(device, guest, context);
  if (device.type === 'rdp') validateRdp(device, all, context);
  if (device.type === 'vnc' || device.type === 'spice' || device.type === 'rdp')
    validatePassword(device, context);
  if (device.type === 'dbus') validateDbus(device, context);
  if (device.type === 'spice') validateTls(device, context);
  validateOpenGl(device, context);
  if ('keymap' in device && device.keymap !== undefined) validateKeymap(device.at, device.keymap, context);
  const audioId = 'audioId' in device ? device.audioId : undefined;
  if (audioId !== undefined) validateAudio(device, audioId, guest, context);
}

function validateKeymap(at: Place, name: string, { report }: Context): void {
  const known = keymaps();
  if (!known.includes(name) && !name.includes('/'))
    report(keymapUnknown(at.of('@keymap'), name, closest(name, known)));
}

/** A screen on D-Bus carries sound that is there, too (QEMU ui/dbus.c). */
function validateAudio({ at, type }: Graphics, id: number, guest: Domain, { report }: Context): void {
  const audio = devicesOf(guest, 'audio').find((one) => one.id === id);
  if (audio === undefined) report(audioMissing(at.of('audio/@id'), id));
  else if (type === 'dbus' && audio.type !== 'dbus') report(audioOffBus(at.of('audio/@id'), id));
}

function validateVnc(device: Vnc, guest: Domain, context: Context): void {
  const { profile, qemu, report } = context;
  // libvirt's has its sound by an id, and there is none
  if (profile.checksForLibvirt && qemu.has('audiodev') && devicesOf(guest, 'audio').length === 0)
    report(audioNone(device.at));
  if (device.powerControl !== undefined)
    requires(context, 'vnc-power-control', device.at.of('@powerControl'), 'power control by VNC');
  validatePort(device, context);
}

function validateDbus({ at, p2p, busAddress }: Dbus, context: Context): void {
  requires(context, 'display-dbus', at.of('@type'), 'a screen on D-Bus');
  if (p2p === true && busAddress !== undefined) context.report(graphicsDbus(at.of('@address')));
}

/** A port that is not used may be anything; -1 is the old form of autoport. */
function validatePort(device: Vnc, context: Context): void {
  const { port = -1, autoport } = device;
  // libvirt looks for a port only where it may
  const given = port !== -1 || (autoport === false && context.profile.libvirtDefaults);
  if (!given || autoport === true || port >= VNC_BASE) return;
  if (hasPort(device, context)) context.report(graphicsPort(device.at.of('@port')));
}

function validateHeadless({ at }: Graphics, all: readonly Graphics[], { report }: Context): void {
  const other = all.find(({ type }) => !['vnc', 'spice', 'egl-headless'].includes(type));
  if (other) report(graphicsHeadless(at, `not with ${other.type}`, 'vnc or spice'));
  const gl = all.find((device) => device.type === 'spice' && device.gl === true);
  if (gl) report(graphicsHeadless(at, "not with spice that has <gl enable='yes'/>", 'one of the two'));
}

/** Of one that listens on a port (QEMU ui/spice-core.c qemu_spice_init). */
export function validateRemote({ at, gl }: Spice, { qemu, profile, report }: Context): void {
  if (gl === true && profile.checksForQemu && !qemu.has('spice-gl.remote')) report(graphicsGl(at.of('gl')));
}

/** No port is one that is not used: a socket, or no place at all. */
function validateTls(device: Spice, context: Context): void {
  const { tlsPort = 0 } = spicePorts(device, context);
  const [listen] = device.listens;
  const hasPorts = listen?.type !== 'socket' && listen?.type !== 'none';
  if (tlsPort > 0 && hasPorts && !context.conf.spice_tls)
    context.report(graphicsTls(device.at.of('@tlsPort'), 'spice_tls is off in qemu.conf'));
}

/** QEMU ends where a channel is to be secure and it has no TLS port (QEMU ui/spice-core.c add_channel). */
export function validateOpen(device: Spice, context: Context): void {
  if (device.defaultMode === 'secure')
    context.report(graphicsTls(device.at.of('@defaultMode'), 'secure channels need a TLS port'));
  else validateChannels(device, context);
}

function validateChannels({ at, channels }: Spice, { report }: Context): void {
  if (channels.some(({ mode }) => mode === 'secure'))
    report(graphicsTls(at.of('channel'), 'secure channels need a TLS port'));
}
