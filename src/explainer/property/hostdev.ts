import { fact, type PropertyTable } from './facts';
import { DISK_PROPERTIES } from './disk';

const SCSI_SOURCE = ['source/address', 'source/@name', 'source/adapter/@name', 'source'];

/** Of a device of the host: a LUN, a PCI function, a USB device. */
export const HOSTDEV_PROPERTIES: PropertyTable = {
  ...DISK_PROPERTIES,
  file: fact('the node of the LUN on the host', SCSI_SOURCE),
  filename: fact('the node of the LUN on the host', SCSI_SOURCE),
  channel: fact('the SCSI channel', 'address/@bus', 'channel 0: the HBA has one'),
  'scsi-id': fact('the SCSI target', 'address/@target', 'the next free one'),
  lun: fact('the LUN', 'address/@unit', 'the next free one'),
  host: fact('the PCI function of the host', 'source/address'),
  sysfsdev: fact('the device of the host', ['source/address/@uuid', 'source/address']),
  wwpn: fact('the port of the vhost-scsi target', 'source/@wwpn'),
  hostdevice: fact('the USB device of the host', ['source/address', 'source/vendor', 'source']),
  hostbus: fact('the USB bus of the host', 'source/address/@bus'),
  hostaddr: fact('the USB device of the host', 'source/address/@device'),
  hostport: fact('the USB port of the host', 'source/address/@port'),
  display: fact('the guest has a screen on it', '@display'),
  'guest-reset': fact('the guest may reset it', 'source/@guestReset'),
  'guest-resets-all': fact('each of its resets reaches the device', 'source/@guestReset'),
  vendorid: fact('the vendor of the USB device', 'source/vendor/@id'),
  productid: fact('its product', 'source/product/@id'),
  iommufd: fact('it goes through /dev/iommu', ['driver/@iommufd'], '<iommufd> of the guest says so'),
  fd: fact('its own node in /dev/vfio/devices, which is handed over'),
  'pci-dev': fact('the device whose memory it is'),
  node: fact('the NUMA cell that is memory of its own', 'acpi/@nodeset'),
  failover_pair_id: fact('the card that is its spare', 'teaming/@persistent'),
  ramfb: fact('a screen before its driver runs', '@ramfb'),
};
