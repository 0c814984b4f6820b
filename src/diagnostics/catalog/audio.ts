import type { Place } from '../../model/place';
import { error, note } from '../diagnostic';

export const audioSettings = (at: Place, problem: string, attribute: string) =>
  error('audio-settings', at, problem, { help: `set ${attribute}='yes'` });

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

export const soundStreams = (at: Place, streams: number, most: number) =>
  error('sound-streams', at, `no virtio sound card has ${streams} streams`, { help: `use 1 to ${most}` });
