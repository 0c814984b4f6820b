import type { Slot } from '../model/slot';
import type { Properties } from './args';

/** Where a device plugs in, as properties in libvirt's order (src/qemu/qemu_command.c qemuBuildDeviceAddressProps). */
export function slotProperties(slot: Slot): Properties {
  switch (slot.type) {
    case 'pci':
      return {
        bus: slot.bus,
        multifunction: slot.multifunction,
        addr: slot.addr,
        'acpi-index': slot.acpiIndex,
      };
    case 'scsi':
      return { bus: slot.bus, channel: slot.channel, 'scsi-id': slot.scsiId, lun: slot.lun };
    case 'ide':
      return { bus: slot.bus, unit: slot.unit };
    case 'nvme':
      return { bus: slot.bus, nsid: slot.nsid };
    case 'usb':
      return { bus: slot.bus, port: slot.port };
    case 'virtio-serial':
      return { bus: slot.bus, nr: slot.nr };
    case 'ccw':
      return { devno: slot.devno };
    case 'dimm':
      return { slot: slot.slot, addr: slot.base };
    case 'isa':
      return { iobase: slot.iobase, irq: slot.irq };
    case 'ccid':
      return { bus: slot.bus };
    case 'spapr-vio':
      return { reg: slot.reg };
    case 'none':
      return {};
  }
}
