import type { CapabilityTable } from './row';

export const SCSI_CAPABILITIES = {
  'scsi-block': { since: '1.0', source: 'QEMU hw/scsi/scsi-disk.c v1.0.0' },
} as const satisfies CapabilityTable;
