import type { PlannedDevice } from '../model/plan/device';
import type {
  PlannedHostdev,
  PlannedMdev,
  PlannedScsiLun,
  PlannedUsbHost,
  PlannedVfio,
  PlannedVhostScsi,
} from '../model/plan/hostdev';
import { device, type Arg } from './args';
import { emitBlockBackend } from './block-backend';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

/** Network cards of the host: those that the XML names, or those out of the pool of a network. */
export function emitPassedCards(devices: readonly PlannedDevice[], pooled: boolean): Arg[] {
  return devices.flatMap((planned) => {
    if (planned.kind !== 'interface' || planned.passed === undefined || planned.pooled !== pooled) return [];
    const { passed } = planned;
    return [passed.type === 'vfio' ? vfio(planned, passed) : usbHost(planned, passed)];
  });
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
      return [vfio(planned, passed)];
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

type Plugged = Pick<PlannedHostdev, 'id' | 'slot' | 'bootindex'>;

function vfio({ id, slot, bootindex }: Plugged, passed: PlannedVfio): Arg {
  return device({
    driver: passed.driver,
    host: passed.host,
    id,
    bootindex,
    failover_pair_id: passed.failoverPairId,
    display: passed.display,
    ramfb: passed.ramfb,
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
    ...slotProperties(slot),
  });
}

function usbHost({ id, slot, bootindex }: Plugged, passed: PlannedUsbHost): Arg {
  return device({
    driver: 'usb-host',
    hostdevice: passed.hostdevice,
    hostbus: passed.hostbus,
    hostaddr: passed.hostaddr,
    vendorid: passed.vendorid,
    productid: passed.productid,
    id,
    bootindex,
    'guest-reset': passed.guestReset,
    'guest-resets-all': passed.guestResetsAll,
    ...slotProperties(slot),
  });
}
