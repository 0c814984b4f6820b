import { INPUT_BUSES, INPUT_TYPES, type Input } from '../model/input';
import { VIRTIO_MODELS } from '../model/virtio';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseVirtioOptions } from './virtio';

const GRAB_TOGGLES = [
  'ctrl-ctrl',
  'alt-alt',
  'shift-shift',
  'meta-meta',
  'scrolllock',
  'ctrl-scrolllock',
] as const;

export function parseInput(element: XmlElement): Input | undefined {
  element.required('@type');
  const base = parseDeviceBase(element);
  const type = element.choice('@type', INPUT_TYPES);
  const source = element.child('source');
  const input = {
    bus: element.choice('@bus', INPUT_BUSES),
    model: element.choice('@model', VIRTIO_MODELS),
    source: source && {
      evdev: source.text('@evdev'),
      dev: source.text('@dev'),
      grab: source.choice('@grab', ['all']),
      grabToggle: source.choice('@grabToggle', GRAB_TOGGLES),
      repeat: source.on('@repeat'),
    },
    virtio: parseVirtioOptions(element),
  };
  return type && { kind: 'input', ...base, type, ...input };
}
