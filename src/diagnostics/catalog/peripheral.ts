import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';
export const deviceUnsupported = (at: Place, what: string, instead: string) =>
  error('device-unsupported', at, `QEMU has no ${what}`, { help: `use ${instead}` });

export const inputBusInvalid = (at: Place, type: string, bus: string, buses: readonly string[]) =>
  error('input-bus', at, `a ${type} input device cannot be on the bus '${bus}'`, {
    help: `use one of: ${buses.join(', ')}`,
  });

export const virtioOptionMisplaced = (at: Place, name: string) =>
  error('virtio-option', at, `'${name}' is an option of virtio devices, and this is none`, {
    help: 'remove it, or use a virtio model',
  });

/** libvirt converts such a guest without a word. */
export const virtioOptionUnused = (at: Place, name: string) =>
  warning(
    'virtio-option-unused',
    at,
    `'${name}' is left out: it is an option of virtio devices, and this is none`,
    {
      help: 'remove it, or use a virtio model',
    },
  );

export const virtioPciOnly = (at: Place, what: string, help: string) =>
  error('virtio-pci-only', at, `${what} is of virtio devices on PCI, and this one is not on it`, { help });

/** `iommu='on'` of a device that is told to speak the older virtio (QEMU hw/virtio/virtio-pci.c virtio_pci_device_plugged). */
export const virtioIommuLegacy = (at: Place, instead: string) =>
  error(
    'virtio-iommu-legacy',
    at,
    "iommu='on' is a feature of virtio 1.0, and this device is to speak the older virtio too: QEMU does not start so",
    { help: `use ${instead}, or remove it` },
  );

export const inputVariant = (at: Place, type: string, model: string) =>
  error('input-variant', at, `QEMU has no ${model} ${type}`, { help: "use model='virtio'" });

export const guestAddressInvalid = (at: Place, address: string) =>
  error('guestfwd-address', at, `'${address}' is no IPv4 address: user networking forwards no other`, {
    help: 'use an address such as 10.0.2.1',
  });

export const ps2Disabled = (at: Place) =>
  error('input-ps2-disabled', at, 'a PS/2 input device needs the PS/2 controller, which is switched off', {
    help: "remove <ps2 state='off'/> from <features>, or use bus='usb'",
  });

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

export const audioSettings = (at: Place, problem: string, attribute: string) =>
  error('audio-settings', at, problem, { help: `set ${attribute}='yes'` });

export const reconnectInvalid = (at: Place, problem: string) =>
  error('chardev-reconnect', at, problem, {
    help: "use mode='connect' and a timeout of a second or more, or remove <reconnect>",
  });

export const serialTarget = (at: Place, what: string, where: string, instead: string) =>
  error('serial-target', at, `a serial port with ${what} does not fit ${where}`, { help: `use ${instead}` });

export const portsMany = (at: Place, what: string, most: number, instead: string) =>
  error('ports-many', at, `QEMU has at most ${most} ISA ${what} ports`, { help: instead });

export const graphicsListens = (at: Place) =>
  error('graphics-listens', at, 'QEMU lets one kind of graphics listen in one place', {
    help: 'keep one <listen>',
  });

export const consoleUnsupported = (at: Place, type: string) =>
  error('console-target', at, `a console of type '${type}' is not one that QEMU has`, {
    help: 'use serial or virtio, on s390x also sclp',
  });

export const consoleNotFirst = (at: Place, first: Place) =>
  error('console-not-first', at, 'only the first console can be a serial port', {
    notes: [{ message: 'the first one is here', at: first }],
    help: "write <serial> for the port, or <target type='virtio'/>",
  });

export const channelInvalid = (at: Place, type: string) =>
  error('channel-name', at, `a ${type} channel has a fixed name`, {
    help: "name it 'com.redhat.spice.0', or leave the name out",
  });

export const watchdogModel = (at: Place, model: string, machine: string) =>
  error('watchdog-model', at, `a watchdog of model '${model}' does not fit machine '${machine}'`, {
    help: 'use i6300esb, on q35 also itco, on s390x diag288',
  });

export const deviceTwice = (at: Place, what: string, first: Place) =>
  error('device-twice', at, `a guest has one ${what} at most`, {
    notes: [{ message: 'the first one is here', at: first }],
    help: 'remove one of the two',
  });

export const elementTwice = (at: Place, element: string, owner: string) =>
  error('element-twice', at, `<${owner}> has one <${element}> too many`, { help: 'leave one' });

export const watchdogActions = (at: Place, first: Place) =>
  error('watchdog-actions', at, 'all watchdogs of a guest take the same action', {
    notes: [{ message: 'this one takes another', at: first }],
    help: 'give them one action',
  });

export const panicModel = (at: Place, model: string, arch: string) =>
  error('panic-model', at, `a panic device of model '${model}' does not fit ${arch} machines`, {
    help: 'leave the model out, or use pvpanic',
  });

export const panicModelMissing = (at: Place) =>
  error(
    'panic-model-missing',
    at,
    'nothing says what the panic device is, and this machine has none by itself',
    {
      help: "add model='pvpanic'",
    },
  );

export const panicAddress = (at: Place, model: string, type: string) =>
  error('panic-address', at, `a panic device of model '${model}' has no address of type '${type}'`, {
    help: 'remove the address',
  });

export const audioMissing = (at: Place, id: number) =>
  error('audio-missing', at, `there is no audio back end with the id ${id}`, {
    help: `add <audio id='${id}' type='none'/>, or name one that is there`,
  });

export const audioOffBus = (at: Place, id: number) =>
  error('audio-missing', at, `the audio back end ${id} is not on D-Bus, as this screen is`, {
    help: `use <audio id='${id}' type='dbus'/>, or another back end for the screen`,
  });

export const audioNone = (at: Place) =>
  error('audio-none', at, 'nothing says where the sound goes, and the screens of this guest carry none', {
    help: "add <audio id='1' type='none'/>, or one of another type",
  });

export const audioSilent = (at: Place) =>
  note('audio-silent', at, 'nothing says where the sound goes: nobody hears it', {
    help: "add <audio id='1' type='pipewire'/>, or another back end of the host",
  });

export const audioSpice = (at: Place) =>
  error('audio-spice', at, 'spice carries no sound without spice graphics', {
    help: "add <graphics type='spice' autoport='yes'/>, or use another type",
  });

export const graphicsTwice = (at: Place, type: string, first: Place) =>
  error('graphics-twice', at, `a guest has ${type} graphics once`, {
    notes: [{ message: 'the other one is here', at: first }],
    help: 'remove one of the two',
  });

export const graphicsNetwork = (at: Place, name: string) =>
  error('graphics-network', at, `the address of network '${name}' is not known`, {
    help: "use <listen type='address' address='127.0.0.1'/>",
  });

export const graphicsHeadless = (at: Place, problem: string, instead: string) =>
  error('graphics-headless', at, `egl-headless graphics go ${problem}`, { help: `use ${instead}` });

export const graphicsRdp = (at: Place, problem: string, instead: string) =>
  error('graphics-rdp', at, `qemu-rdp, which serves RDP, cannot do so: ${problem}`, { help: instead });

export const rdpHelper = (at: Place, command: string, login: string) =>
  warning('rdp-helper', at, 'QEMU serves no RDP: a program beside it does, and nothing starts it', {
    help: `start it once the guest runs, and ${login}: ${command}`,
  });

export const graphicsPassword = (at: Place, problem: string, instead: string) =>
  error('graphics-password', at, problem, { help: `use ${instead}` });

export const graphicsDbus = (at: Place) =>
  error('graphics-dbus', at, 'a D-Bus screen without a bus between the two ends has no address of one', {
    help: "remove it, or p2p='yes'",
  });

export const graphicsPort = (at: Place) =>
  error('graphics-port', at, 'QEMU counts VNC ports from 5900', { help: 'use a port of 5900 or above' });

export const graphicsGl = (at: Place) =>
  error('graphics-gl', at, 'this QEMU draws with OpenGL for SPICE viewers on the host alone', {
    help: "use <listen type='none'/> or a socket, or QEMU 10.1",
  });

export const graphicsTls = (at: Place, problem: string) =>
  error('graphics-tls', at, `spice cannot be encrypted: ${problem}`, {
    help: 'add a tlsPort and set spice_tls = 1 in qemu.conf, or leave the channels open',
  });
