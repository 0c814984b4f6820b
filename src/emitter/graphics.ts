import type { Dbus, Graphics, Sdl, Spice, Vnc } from '../model/graphics';
import type { GraphicsListen, PlannedGraphics } from '../model/plan/graphics';
import { flag, keyval, pairs, text, type Arg } from './args';
import { spiceProperties } from './spice';
import { emitTls } from './tls';

export function emitGraphics(planned: PlannedGraphics): Arg[] {
  const { device } = planned;
  return [...screen(planned, device), ...(device.keymap === undefined ? [] : [text('-k', device.keymap)])];
}

function screen(planned: PlannedGraphics, device: Graphics): Arg[] {
  switch (device.type) {
    case 'vnc':
      return vnc(planned, device);
    case 'spice':
      return spice(planned, device);
    case 'sdl':
      return sdl(device);
    case 'egl-headless':
      return [keyval('-display', { rendernode: planned.rendernode }, 'egl-headless')];
    case 'rdp':
      return [];
    case 'dbus':
      return [dbus(planned, device)];
  }
}

function vnc({ listen, websocket, password, tls, sasl, audiodev }: PlannedGraphics, device: Vnc): Arg[] {
  const options = {
    vnc: listen.type === 'socket' ? `unix:${listen.path}` : undefined,
    to: listen.type === 'tcp' ? listen.to : undefined,
    websocket: websocket === -1 ? true : websocket,
    share: device.sharePolicy,
    password,
    'tls-creds': tls?.id,
    sasl,
    'power-control': device.powerControl,
    audiodev,
  };
  return [...(tls ? emitTls(tls) : []), keyval('-vnc', options, vncDisplay(listen))];
}

/** `127.0.0.1:3` is port 5903. */
function vncDisplay(listen: GraphicsListen): string | undefined {
  if (listen.type === 'none') return 'none';
  if (listen.type === 'socket') return undefined;
  const host = listen.address.includes(':') ? `[${listen.address}]` : listen.address;
  return `${host}:${listen.port - 5900}`;
}

function spice(planned: PlannedGraphics, device: Spice): Arg[] {
  return [pairs('-spice', spiceProperties(planned, device))];
}

/** The property of -display that says the same came with 7.1 (QEMU system/vl.c). */
function sdl({ fullscreen, gl }: Sdl): Arg[] {
  return [...(fullscreen === true ? [flag('-full-screen')] : []), keyval('-display', { gl }, 'sdl')];
}

function dbus({ rendernode, audiodev, busAddress }: PlannedGraphics, { p2p, gl }: Dbus): Arg {
  return keyval(
    '-display',
    {
      p2p: p2p === true ? true : undefined,
      addr: busAddress,
      gl,
      rendernode,
      audiodev,
    },
    'dbus',
  );
}
