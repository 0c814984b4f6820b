import type { CapabilityTable } from './row';

/** Screens, character devices, networks and the other simple devices. */
export const PERIPHERAL_CAPABILITIES = {
  'audiodev.pipewire': { since: '8.1', source: 'QEMU audio/pwaudio.c v8.1.0' },
  // libvirt spells it so
  'chardev-reconnect-miliseconds': { since: '9.2', source: 'QEMU qapi/char.json v9.2.0' },
  'rng-builtin': { since: '4.2', source: 'QEMU backends/rng-builtin.c v4.2.0' },
  'vhost-user-vga': { since: '4.1', source: 'QEMU hw/display/vhost-user-vga.c v4.1.0' },
  'virtio-balloon.free-page-reporting': { since: '5.1', source: 'QEMU hw/virtio/virtio-balloon.c v5.1.0' },
  'virtio-gpu-gl-pci': { since: '6.1', source: 'QEMU hw/display/virtio-gpu-pci-gl.c v6.1.0' },
  'virtio-gpu.blob': { since: '6.1', source: 'QEMU hw/display/virtio-gpu.c v6.1.0' },
  'virtio-vga': {
    since: '2.4',
    source: 'QEMU hw/display/virtio-vga.c v2.4.0',
    arch: ['x86_64', 'i386', 'ppc64', 'loongarch64'],
  },
} as const satisfies CapabilityTable;
