import type { ScsiModel } from '../model/controller';
import type { Capability } from './capabilities';
import type { Qemu } from './qemu';

/** The drivers that answer at a SCSI address; `scsi-disk` is what hd and cd were before QEMU 0.15. */
export type ScsiDriver = 'scsi-hd' | 'scsi-cd' | 'scsi-disk' | 'scsi-block' | 'scsi-generic';

/** What a <disk> or <hostdev> may set on its SCSI device; the `-device` property, or the group it belongs to. */
export type ScsiProperty =
  | 'werror'
  | 'share-rw'
  | 'serial'
  | 'wwn'
  | 'vpd'
  | 'device_id'
  | 'removable'
  | 'dpofua'
  | 'rotation_rate'
  | 'write-cache'
  | 'block-size';

interface ScsiDriverRow {
  /** Property -> the capability that tells when; a property that is not listed is never accepted. */
  readonly takes: Readonly<Partial<Record<ScsiProperty, Capability>>>;
  readonly source: string;
}

const EMULATED = {
  werror: 'storage.werror',
  'share-rw': 'disk-share-rw',
  serial: 'scsi-disk.serial',
  wwn: 'scsi-disk.wwn',
  vpd: 'scsi-disk.vpd',
  device_id: 'scsi-disk.device_id',
  'write-cache': 'disk-write-cache',
  'block-size': 'blockio',
} as const;

/** Each row as `-device NAME,help` of QEMU 0.14 to 11 prints it. */
const SCSI_DRIVERS: Readonly<Record<ScsiDriver, ScsiDriverRow>> = {
  'scsi-hd': {
    takes: {
      ...EMULATED,
      removable: 'scsi-disk.removable',
      dpofua: 'scsi-disk.dpofua',
      rotation_rate: 'rotation-rate',
    },
    source: 'QEMU hw/scsi/scsi-disk.c scsi_hd_properties',
  },
  'scsi-cd': { takes: EMULATED, source: 'QEMU hw/scsi/scsi-disk.c scsi_cd_properties' },
  'scsi-disk': {
    takes: { serial: 'scsi-disk.serial', removable: 'scsi-disk.removable', 'block-size': 'blockio' },
    source: 'QEMU hw/scsi-disk.c v0.14.0 scsi_disk_properties',
  },
  // rotation_rate is accepted since 2.11, never honoured, and warned of since 3.1 (commit 51f43d5792): not listed.
  'scsi-block': {
    takes: { werror: 'scsi-block.werror', 'share-rw': 'scsi-block.share-rw' },
    source: 'QEMU hw/scsi/scsi-disk.c scsi_block_properties',
  },
  // The kernel answers; QEMU has no error policy for it in any release: "Device doesn't support drive option werror".
  'scsi-generic': {
    takes: { 'share-rw': 'scsi-generic.share-rw' },
    source: 'QEMU hw/scsi/scsi-generic.c scsi_generic_properties',
  },
};

/** Whether that driver, in that QEMU, takes the property. */
export function scsiDriverTakes(driver: ScsiDriver, property: ScsiProperty, qemu: Qemu): boolean {
  const capability = SCSI_DRIVERS[driver].takes[property];
  return capability !== undefined && qemu.has(capability);
}

/** The highest address of an HBA, each bound inclusive. */
export interface HbaLimits {
  readonly channel: number;
  readonly target: number;
  readonly lun: number;
  /** The HBA has one LUN a target, and libvirt's `unit` is the target: `<address target='0' unit=SCSI-ID/>`. */
  readonly unitIsTarget: boolean;
  /** The id that the adapter itself takes on its bus. */
  readonly ownId?: number;
  /** The highest address that a guest finds, where QEMU lets a device stand beyond it; each bound inclusive. */
  readonly seen?: { readonly target: number; readonly lun: number };
}

interface HbaRow extends HbaLimits {
  readonly source: string;
}

const VIRTIO_SCSI: HbaRow = {
  channel: 0,
  target: 255,
  lun: 16383,
  unitIsTarget: false,
  source: 'QEMU include/hw/virtio/virtio-scsi.h VIRTIO_SCSI_MAX_*',
};

/** am53c974 and its kin; libvirt maps unit to the id and leaves QEMU's LUNs 1-7 alone. */
const ESP: HbaRow = {
  channel: 0,
  target: 7,
  lun: 0,
  unitIsTarget: true,
  ownId: 7,
  source: 'QEMU hw/scsi/esp.c ESP_MAX_DEVS; libvirt src/conf/domain_conf.c virDomainSCSIDriveAddressIsUsed',
};

export type HbaModel = Exclude<ScsiModel, 'auto' | 'buslogic'>;

/** What QEMU's own bus check lets through ("bad scsi device id", "bad scsi device lun"), by libvirt's model name. */
export const HBA_LIMITS: Readonly<Record<HbaModel, HbaRow>> = {
  'virtio-scsi': VIRTIO_SCSI,
  'virtio-transitional': VIRTIO_SCSI,
  'virtio-non-transitional': VIRTIO_SCSI,
  lsilogic: {
    channel: 0,
    target: 7,
    lun: 0,
    unitIsTarget: true,
    ownId: 7,
    source: 'QEMU hw/scsi/lsi53c895a.c LSI_MAX_DEVS ("LUN support is buggy")',
  },
  am53c974: ESP,
  dc390: ESP,
  ncr53c90: ESP,
  lsisas1068: {
    channel: 0,
    target: 8,
    lun: 1,
    unitIsTarget: false,
    seen: { target: 7, lun: 1 },
    source: 'QEMU hw/scsi/mptsas.c MPTSAS_NUM_PORTS; mptsas_scsi_device_find has targets below it alone',
  },
  lsisas1078: {
    channel: 0,
    target: 64,
    lun: 255,
    unitIsTarget: false,
    // Each disk is a logical drive, which has a target and no LUN; seen so in Linux 6.1 on QEMU 7.2 and 11.1.
    seen: { target: 63, lun: 0 },
    source: 'QEMU hw/scsi/megasas.c megasas_scsi_info, and megasas_handle_scsi for what is seen',
  },
  ibmvscsi: {
    channel: 7,
    target: 63,
    lun: 31,
    unitIsTarget: false,
    source: 'QEMU hw/scsi/spapr_vscsi.c vscsi_scsi_info',
  },
  vmpvscsi: {
    channel: 0,
    target: 64,
    lun: 0,
    unitIsTarget: false,
    // Drivers look at 16 where the adapter does not say how many it has; seen so in Linux 6.1 on QEMU 7.2 and 11.1.
    seen: { target: 15, lun: 0 },
    source:
      'QEMU hw/scsi/vmw_pvscsi.c PVSCSI_MAX_DEVS; Linux drivers/scsi/vmw_pvscsi.c pvscsi_get_max_targets',
  },
};

/** HBAs older than QEMU 1.0, where a target had one LUN, 0, and a bus one channel: no properties named so. */
const OLD: ReadonlySet<HbaModel> = new Set(['lsilogic', 'ibmvscsi', 'ncr53c90']);

export function hbaLimits(model: HbaModel, qemu: Qemu): HbaLimits {
  const limits = HBA_LIMITS[model];
  return qemu.has('scsi-disk.channel') || !OLD.has(model) ? limits : { ...limits, channel: 0, lun: 0 };
}

/** The limits with which a guest finds whatever stands within them. */
export function seenLimits(limits: HbaLimits): HbaLimits {
  return { ...limits, ...limits.seen };
}

/** Models with room, roomiest first. */
const ROOMY = [
  ['virtio-scsi', 'virtio-scsi-pci'],
  ['lsisas1078', 'megasas'],
  ['ibmvscsi', 'spapr-vscsi'],
] as const satisfies readonly (readonly [HbaModel, Capability])[];

/** Models of this QEMU on which a guest finds the address, roomiest first. */
export function modelsThatHold(
  wanted: { channel: number; target: number; lun: number },
  qemu: Qemu,
): HbaModel[] {
  return ROOMY.flatMap(([model, capability]) => {
    const limits = seenLimits(HBA_LIMITS[model]);
    const holds =
      wanted.channel <= limits.channel && wanted.target <= limits.target && wanted.lun <= limits.lun;
    return holds && qemu.has(capability) ? [model] : [];
  });
}
