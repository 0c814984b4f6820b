import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const graphicsListens = (at: Place) =>
  error('graphics-listens', at, 'QEMU lets one kind of graphics listen in one place', {
    help: 'keep one <listen>',
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

export const graphicsUnreached = (at: Place, type: string) =>
  warning('graphics-unreached', at, `nobody can see this screen: ${type} listens nowhere`, {
    notes: [{ message: 'libvirt hands a viewer over by its monitor (QMP getfd and add_client)' }],
    help: "use <listen type='socket'/>, or add --qmp PATH and do the same",
  });

export const graphicsTls = (at: Place, problem: string) =>
  error('graphics-tls', at, `spice cannot be encrypted: ${problem}`, {
    help: 'add a tlsPort and set spice_tls = 1 in qemu.conf, or leave the channels open',
  });

export const keymapUnknown = (at: Place, name: string, meant: string | undefined) =>
  warning('keymap-unknown', at, `QEMU has no keymap '${name}' of its own, and does not start without it`, {
    help: meant === undefined ? 'leave it out for the US layout, or name a file' : `did you mean '${meant}'?`,
  });
