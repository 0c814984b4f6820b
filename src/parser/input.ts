import { INPUT_BUSES, INPUT_TYPES, type Input, type InputType } from '../model/input';
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
    source: source && parseSource(source, type),
    virtio: parseVirtioOptions(element),
  };
  return type && { kind: 'input', ...base, type, ...input };
}

/** Of a device of the host; any other has no source. */
function parseSource(source: XmlElement, type: InputType | undefined): Input['source'] {
  if (type === 'passthrough') return { evdev: source.text('@evdev') };
  if (type !== 'evdev') return {};
  return {
    dev: source.text('@dev'),
    grab: source.choice('@grab', ['all']),
    grabToggle: source.choice('@grabToggle', GRAB_TOGGLES),
    repeat: source.on('@repeat'),
  };
}
