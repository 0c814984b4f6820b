import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const videoNotAlone = (at: Place) =>
  error('video-none-not-alone', at, "a video device of model 'none' means that there is no other", {
    help: 'remove it, or the other video devices',
  });

export const videoAddress = (at: Place) =>
  error('video-address', at, 'ramfb is not on a bus and takes no address', { help: 'remove the <address>' });

export const videoPrimaryTwice = (at: Place, first: Place) =>
  error('video-primary-twice', at, 'only one video device can be the primary one', {
    notes: [{ message: 'this one is', at: first }],
    help: "leave primary='yes' at one of them",
  });

export const videoNotPrimary = (at: Place, model: string) =>
  error('video-not-primary', at, `a video device of model '${model}' can only be the primary one`, {
    help: "use qxl or virtio for the others, or set primary='yes' here",
  });

export const videoAttribute = (at: Place, name: string, models: string) =>
  error('video-attribute', at, `'${name}' does not fit this video model`, {
    help: `use it with ${models}, or remove it`,
  });

/** libvirt 12.9 converts such a guest without a word. */
export const videoAccelUnused = (at: Place, model: string) =>
  warning('video-accel-unused', at, `a '${model}' draws in two dimensions alone: accel3d is left out`, {
    help: "use model 'virtio', or remove it",
  });

/** QEMU has the node with the display (`-display egl-headless,rendernode=`), not with the card. */
export const videoRendernodeUnused = (at: Place) =>
  warning(
    'video-rendernode-unused',
    at,
    "the card draws on the node that the guest's screen names, not on this one",
    {
      help: "name it by <gl rendernode=> of <graphics type='spice'> or 'egl-headless', or remove it",
    },
  );

/** libvirt converts such a guest without a word. */
export const videoAttributeUnused = (at: Place, name: string) =>
  warning(
    'video-attribute-unused',
    at,
    `'${name}' is left out: a guest with video model 'none' has no screen`,
    {
      help: 'remove it, or use another model',
    },
  );

/** `<model type='virtio' device=>` against what else the screen says. */
export const videoFrontend = (at: Place, device: string, problem: string, help: string) =>
  error('video-device', at, `'${device}' ${problem}`, { help });

/** libvirt 12.9 converts such a guest without a word. */
export const videoFrontendPlain = (at: Place, device: string) =>
  warning('video-device-plain', at, `'${device}' draws in two dimensions alone: accel3d is left out`, {
    help: `use device='${device}-gl', or remove it`,
  });

export const videoBlobMemory = (at: Place) =>
  error('video-blob-memory', at, 'blobs need memory that is a memfd', {
    help: "add <memoryBacking><source type='memfd'/></memoryBacking>, or remove it",
  });

export const videoNoGl = (at: Place) =>
  error('video-no-gl', at, 'no screen of this guest has OpenGL, without which QEMU has no 3D acceleration', {
    help: "add <gl enable='yes'/> to <graphics> of type spice, sdl or dbus, or <graphics type='egl-headless'/>; or remove accel3d",
  });

export const videoHeads = (at: Place, most: number) =>
  error('video-heads', at, `a video device of QEMU has at most ${most} heads`, {
    help: `use at most ${most}, or another <video> for the rest`,
  });

export const videoMemory = (at: Place, name: string, range: string) =>
  error('video-memory', at, `the video memory '${name}' does not fit`, { help: `use ${range}` });
