import type { DeviceBase } from './device-base';
import type { Place } from './place';

export interface Listen {
  readonly at: Place;
  readonly type: 'address' | 'network' | 'socket' | 'none';
  readonly address?: string | undefined;
  readonly network?: string | undefined;
  readonly socket?: string | undefined;
}

interface GraphicsBase extends DeviceBase {
  readonly kind: 'graphics';
  readonly port?: number | undefined;
  readonly autoport?: boolean | undefined;
  readonly keymap?: string | undefined;
  readonly password?: string | undefined;
  readonly passwordValidTo?: string | undefined;
  /** `keep`, `disconnect`, `fail`: what happens to a viewer when the password changes; set at run time. */
  readonly connected?: string | undefined;
  readonly listens: readonly Listen[];
  /** `<graphics socket=>`, the old form of a socket to listen on. */
  readonly socket?: string | undefined;
}

export interface Vnc extends GraphicsBase {
  readonly type: 'vnc';
  /** -1 or 0..: as written. */
  readonly websocket?: number | undefined;
  readonly sharePolicy?: string | undefined;
  readonly powerControl?: boolean | undefined;
  readonly audioId?: number | undefined;
}

export interface Spice extends GraphicsBase {
  readonly type: 'spice';
  readonly tlsPort?: number | undefined;
  readonly defaultMode?: string | undefined;
  readonly channels: readonly { readonly name: string; readonly mode: string }[];
  readonly imageCompression?: string | undefined;
  readonly jpegCompression?: string | undefined;
  readonly zlibCompression?: string | undefined;
  readonly playbackCompression?: boolean | undefined;
  readonly streamingMode?: string | undefined;
  readonly copypaste?: boolean | undefined;
  readonly mouseMode?: string | undefined;
  readonly filetransfer?: boolean | undefined;
  readonly gl?: boolean | undefined;
  readonly rendernode?: string | undefined;
}

/** `<graphics type='sdl'>`: a window of QEMU's own. */
export interface Sdl extends GraphicsBase {
  readonly type: 'sdl';
  readonly display?: string | undefined;
  readonly xauth?: string | undefined;
  readonly fullscreen?: boolean | undefined;
  readonly gl?: boolean | undefined;
}

/** `<graphics type='egl-headless'>`: OpenGL for a guest that is looked at by vnc or spice. */
export interface EglHeadless extends GraphicsBase {
  readonly type: 'egl-headless';
  readonly rendernode?: string | undefined;
}

/** `<graphics type='dbus'>`. */
export interface Dbus extends GraphicsBase {
  readonly type: 'dbus';
  readonly p2p?: boolean | undefined;
  readonly busAddress?: string | undefined;
  readonly audioId?: number | undefined;
  readonly gl?: boolean | undefined;
  readonly rendernode?: string | undefined;
}

/** `<graphics type='rdp'>`: qemu-rdp shows what the guest's screen on D-Bus does; QEMU knows nothing of it. */
export interface Rdp extends GraphicsBase {
  readonly type: 'rdp';
  readonly username?: string | undefined;
  readonly multiUser?: boolean | undefined;
  readonly replaceUser?: boolean | undefined;
}

/** What is looked at over the network. */
export type Served = Vnc | Spice | Rdp;

export type Graphics = Served | Sdl | EglHeadless | Dbus;
