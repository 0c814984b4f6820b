import type { XmlElement } from './element';

/** `<rom bar= file= enabled=>` of a PCI device. */
export function parseRom(device: XmlElement) {
  if (!device.has('rom')) return undefined;
  return {
    bar: device.on('rom/@bar'),
    file: device.text('rom/@file'),
    enabled: device.yes('rom/@enabled'),
  };
}
