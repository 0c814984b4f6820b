import { attributeMisplaced } from '../diagnostics/catalog';
import type { XmlElement } from './element';

/** `<rom bar= file= enabled=>` of a PCI device. */
export function parseRom(device: XmlElement) {
  if (!device.has('rom')) return undefined;
  if (device.text('rom/@enabled') === 'no')
    for (const name of ['bar', 'file'])
      if (device.has(`rom/@${name}`))
        device.report(attributeMisplaced(device.at.of(`rom/@${name}`), name, 'a ROM that is enabled'));
  return {
    bar: device.on('rom/@bar'),
    // An empty one is none (QEMU hw/pci/pci.c, pci_add_option_rom).
    file: device.textOrEmpty('rom/@file'),
    enabled: device.yes('rom/@enabled'),
  };
}
