import type { CapabilityTable } from './row';

/** What simple devices need beside the tables of buses, devices, video and virtio: add rows that libvirt has no flag for. */
export const PERIPHERAL_CAPABILITIES = {
  'audiodev.f32': { since: '5.0', source: 'QEMU qapi/audio.json AudioFormat, f32 since 5.0' },
  'audiodev.sdl-buffer-count': {
    since: '6.0',
    source: 'QEMU qapi/audio.json AudiodevSdlPerDirectionOptions, since 6.0',
  },
  'audiodev.pipewire': { since: '8.1', build: 'PipeWire', source: 'QEMU audio/pwaudio.c v8.1.0' },
} as const satisfies CapabilityTable;
