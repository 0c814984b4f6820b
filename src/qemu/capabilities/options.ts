import type { CapabilityTable } from './row';

export const OPTIONS_CAPABILITIES = {
  'device.json+hotplug': {
    since: '7.0',
    source: 'libvirt caps_7.0.0; QEMU commit 5dacda5167 (6.2, without hotplug)',
  },
  'object.json': { since: '6.0', source: 'QEMU commit 009ff89328' },
  'netdev.json': { since: '7.2', source: 'QEMU net/net.c netdev_is_modern' },
  blockdev: { since: '4.2', source: 'libvirt 5.10 uses -blockdev from QEMU 4.2' },
} as const satisfies CapabilityTable;
