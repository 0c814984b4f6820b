import type { CapabilityTable } from './row';

/** What simple devices need beside the tables of buses, devices, video and virtio: add rows that libvirt has no flag for. */
export const PERIPHERAL_CAPABILITIES = {
  'audiodev.pipewire': { since: '8.1', build: 'PipeWire', source: 'QEMU audio/pwaudio.c v8.1.0' },
} as const satisfies CapabilityTable;
