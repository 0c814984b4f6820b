import type { LaunchPlan } from '../model/plan';
import type {
  PlannedHostdev,
  PlannedMdev,
  PlannedScsiLun,
  PlannedUsbHost,
  PlannedVfio,
  PlannedVhostScsi,
} from '../model/plan/hostdev';
import type { PlannedPassedCard } from '../model/plan/interface';
import { device, object, type Arg } from './args';
import { emitBlockBackend } from './block-backend';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

/** A network card of the host. */
export function emitPassedCard(card: PlannedPassedCard): Arg[] {
  const { passed } = card;
  return passed.type === 'vfio' ? passedFunction(card, passed) : [usbHost(card, passed)];
}

/** A device of the host, in libvirt's order of properties (src/qemu/qemu_command.c). */
export function emitHostdev(planned: PlannedHostdev): Arg[] {
  const { passed } = planned;
  switch (passed.type) {
    case 'scsi':
      return scsiLun(planned, passed);
    case 'vhost-scsi':
      return [vhostScsi(planned, passed)];
    case 'vfio':
      return passedFunction(planned, passed);
    case 'mdev':
      return [mdev(planned, passed)];
    case 'usb-host':
      return [usbHost(planned, passed)];
  }
}

function scsiLun({ id, slot, bootindex }: PlannedHostdev, lun: PlannedScsiLun): Arg[] {
  return [
    ...emitBlockBackend(lun.backend),
    device({
      driver: lun.driver,
      drive: lun.backend.drive,
      id,
      bootindex,
      loadparm: lun.loadparm,
      'share-rw': lun.shareRw,
      ...slotProperties(slot),
    }),
  ];
}

function vhostScsi({ id, slot }: PlannedHostdev, { driver, legacy, wwpn, vhostfd }: PlannedVhostScsi): Arg {
  return device({
    driver,
    ...virtioProperties({}, legacy),
    wwpn,
    vhostfd,
    id,
    ...slotProperties(slot),
  });
}

/** What maps memory for all PCI functions that are not by their group in /dev/vfio. */
export function iommufdArgs({ iommufd }: LaunchPlan): Arg[] {
  return iommufd === undefined ? [] : [object({ 'qom-type': 'iommufd', id: iommufd.id, fd: iommufd.fd })];
}

type Plugged = Pick<PlannedHostdev, 'id' | 'slot' | 'bootindex'>;

/** A PCI function, and what tells the guest of memory that is its own: after it, which it names. */
function passedFunction(plugged: Plugged, passed: PlannedVfio): Arg[] {
  const { id: name } = plugged;
  return [
    vfio(plugged, passed),
    ...passed.initiators.map(({ id, node }) =>
      object({ 'qom-type': 'acpi-generic-initiator', id, 'pci-dev': name, node }),
    ),
  ];
}

function vfio({ id, slot, bootindex }: Plugged, passed: PlannedVfio): Arg {
  return device({
    driver: passed.driver,
    host: passed.host,
    sysfsdev: passed.sysfsdev,
    id,
    bootindex,
    failover_pair_id: passed.failoverPairId,
    display: passed.display,
    ramfb: passed.ramfb,
    iommufd: passed.iommufd,
    fd: passed.fd,
    ...slotProperties(slot),
    rombar: passed.rombar,
    romfile: passed.romfile,
  });
}

function mdev({ id, slot, bootindex }: PlannedHostdev, passed: PlannedMdev): Arg {
  return device({
    driver: passed.driver,
    id,
    sysfsdev: passed.sysfsdev,
    display: passed.display,
    ramfb: passed.ramfb,
    bootindex,
    loadparm: passed.loadparm,
    ...slotProperties(slot),
  });
}

function usbHost({ id, slot, bootindex }: Plugged, passed: PlannedUsbHost): Arg {
  return device({
    driver: 'usb-host',
    hostdevice: passed.hostdevice,
    hostbus: passed.hostbus,
    hostaddr: passed.hostaddr,
    hostport: passed.hostport,
    vendorid: passed.vendorid,
    productid: passed.productid,
    id,
    bootindex,
    'guest-reset': passed.guestReset,
    'guest-resets-all': passed.guestResetsAll,
    ...slotProperties(slot),
  });
}
