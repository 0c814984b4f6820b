import { slotProperties } from '../../src/emitter/slot';
import type { Slot } from '../../src/model/slot';

test.each<[Slot, string]>([
  [
    { type: 'pci', bus: 'pci.0', addr: '0x2', multifunction: true, acpiIndex: 3 },
    'bus=pci.0 multifunction=true addr=0x2 acpi-index=3',
  ],
  [{ type: 'scsi', bus: 'scsi0.0', channel: 0, scsiId: 2, lun: 5 }, 'bus=scsi0.0 channel=0 scsi-id=2 lun=5'],
  [{ type: 'ide', bus: 'ide.0', unit: 1 }, 'bus=ide.0 unit=1'],
  [{ type: 'usb', bus: 'usb.0', port: '1' }, 'bus=usb.0 port=1'],
  [{ type: 'virtio-serial', bus: 'virtio-serial0.0', nr: 1 }, 'bus=virtio-serial0.0 nr=1'],
  [{ type: 'ccw', devno: 'fe.0.0000' }, 'devno=fe.0.0000'],
  [{ type: 'isa', iobase: 0x3f8, irq: 4 }, 'iobase=1016 irq=4'],
  [{ type: 'spapr-vio', reg: 0x2000 }, 'reg=8192'],
  [{ type: 'none' }, ''],
])('%o', (slot, expected) => {
  const written = Object.entries(slotProperties(slot)).filter(([, value]) => value !== undefined);
  expect(
    written.map(([name, value]) => `${name}=${JSON.stringify(value).replaceAll('"', '')}`).join(' '),
  ).toBe(expected);
});
