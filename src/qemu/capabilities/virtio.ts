import { MMIO, PCI, S390X, VIRTIO, VIRTIO_MEM, X86 } from './arch';
import type { CapabilityTable } from './row';

export const VIRTIO_CAPABILITIES = {
  'vhost-user-fs': { since: '4.2', arch: VIRTIO, source: 'QEMU hw/virtio/vhost-user-fs.c v4.2.0' },
  'vhost-user-fs.bootindex': {
    since: '6.0',
    arch: VIRTIO,
    source: 'QEMU hw/virtio/vhost-user-fs-pci.c v6.0.0',
  },
  'vhost-vsock': { since: '2.8', arch: VIRTIO, source: 'QEMU hw/virtio/vhost-vsock.c v2.8.0' },
  'virtio-balloon-pci.deflate-on-oom': { since: '2.4', arch: VIRTIO, source: 'QEMU commit e3816255bf' },
  'virtio-balloon.free-page-reporting': {
    since: '5.1',
    arch: VIRTIO,
    source: 'QEMU hw/virtio/virtio-balloon.c v5.1.0',
  },
  'virtio-ccw': { since: '1.4', arch: S390X, source: 'QEMU hw/s390x/virtio-ccw.c v1.4.0' },
  'virtio-ccw.loadparm': { since: '9.2', arch: S390X, source: 'libvirt caps_9.2.0_s390x' },
  'virtio-crypto': { since: '2.8', arch: VIRTIO, source: 'QEMU hw/virtio/virtio-crypto.c v2.8.0' },
  'virtio-input-host': { since: '2.4', arch: PCI, source: 'QEMU hw/input/virtio-input-host.c v2.4.0' },
  'virtio-iommu-pci': { since: '5.0', arch: VIRTIO, source: 'QEMU hw/virtio/virtio-iommu-pci.c v5.0.0' },
  'virtio-iommu.boot-bypass': { since: '7.0', arch: VIRTIO, source: 'QEMU hw/virtio/virtio-iommu.c v7.0.0' },
  'virtio-keyboard': { since: '2.4', arch: VIRTIO, source: 'QEMU hw/input/virtio-input-hid.c v2.4.0' },
  'virtio-keyboard-ccw': {
    since: '2.11',
    arch: S390X,
    source: 'QEMU hw/s390x/virtio-ccw.c v2.11.0',
  },
  'virtio-mem-ccw': { since: '10.0', arch: S390X, source: 'libvirt caps_10.0.0_s390x' },
  'virtio-mem-pci': { since: '5.1', arch: VIRTIO_MEM, source: 'QEMU hw/virtio/virtio-mem-pci.c v5.1.0' },
  'virtio-mem-pci.dynamic-memslots': { since: '8.2', arch: VIRTIO_MEM, source: 'libvirt caps_8.2.0' },
  'virtio-mem-pci.prealloc': { since: '7.0', arch: VIRTIO_MEM, source: 'libvirt caps_7.0.0' },
  'virtio-mmio': { since: '1.6', arch: MMIO, source: 'QEMU hw/virtio/virtio-mmio.c v1.6.0' },
  'virtio-mouse': { since: '2.4', arch: VIRTIO, source: 'QEMU hw/input/virtio-input-hid.c v2.4.0' },
  'virtio-mouse-ccw': {
    since: '2.11',
    arch: S390X,
    source: 'QEMU hw/s390x/virtio-ccw.c v2.11.0',
  },
  'virtio-net': { since: '0.12', arch: VIRTIO, source: 'QEMU hw/virtio-pci.c v0.12.0' },
  'virtio-net.failover': { since: '4.2', arch: VIRTIO, source: 'QEMU hw/net/virtio-net.c v4.2.0' },
  'virtio-net.rss': { since: '5.1', arch: VIRTIO, source: 'QEMU hw/net/virtio-net.c v5.1.0' },
  'virtio-packed': { since: '4.2', source: 'QEMU include/hw/virtio/virtio.h v4.2.0: packed' },
  'virtio-page-per-vq': {
    since: '2.8',
    source: 'QEMU include/hw/compat.h v2.8.0: HW_COMPAT_2_7 sets page-per-vq',
  },
  'virtio-pci-ats': { since: '2.9', source: 'QEMU hw/virtio/virtio-pci.c v2.9.0: ats' },
  'virtio-pci-disable-legacy': { since: '2.4', arch: VIRTIO, source: 'QEMU hw/virtio/virtio-pci.c v2.4.0' },
  'virtio-pci-iommu-platform': {
    since: '2.9',
    source: 'QEMU include/hw/virtio/virtio.h v2.9.0: iommu_platform',
  },
  'virtio-pci-non-transitional': { since: '4.0', arch: VIRTIO, source: 'QEMU hw/virtio/virtio-pci.c v4.0.0' },
  'virtio-pmem-pci': { since: '4.1', arch: X86, source: 'QEMU hw/virtio/virtio-pmem-pci.c v4.1.0' },
  'virtio-rng': { since: '1.3', arch: VIRTIO, source: 'QEMU hw/virtio-rng.c v1.3.0' },
  'virtio-sound': {
    since: '8.2',
    arch: VIRTIO,
    source: 'QEMU hw/audio/virtio-snd.c v8.2.0; libvirt caps_8.2.0',
  },
  'virtio-tablet': { since: '2.4', arch: VIRTIO, source: 'QEMU hw/input/virtio-input-hid.c v2.4.0' },
  'virtio-tablet-ccw': {
    since: '2.11',
    arch: S390X,
    source: 'QEMU hw/s390x/virtio-ccw.c v2.11.0',
  },
} as const satisfies CapabilityTable;
