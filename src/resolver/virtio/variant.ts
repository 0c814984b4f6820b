import type { Address } from '../../model/address';
import type { VirtioLegacy, VirtioModel } from '../../model/virtio';
import type { Context } from '../context';
import { virtioDriver } from './driver';

export interface VirtioVariant {
  readonly driver: string;
  readonly legacy?: VirtioLegacy | undefined;
}

/**
 * The device of a virtio variant. Before QEMU 4.0 the variants are spelled by disable-legacy and disable-modern, as
 * libvirt does (src/qemu/qemu_command.c qemuBuildVirtioDevProps).
 */
export function virtioVariant(
  base: string,
  model: VirtioModel,
  address: Address | undefined,
  { qemu, profile }: Pick<Context, 'qemu' | 'profile'>,
): VirtioVariant {
  if (model === 'virtio' || qemu.has('virtio-pci-non-transitional'))
    return { driver: virtioDriver(base, model, address, profile) };
  return {
    driver: virtioDriver(base, 'virtio', address, profile),
    legacy: { disableLegacy: model === 'virtio-non-transitional', disableModern: false },
  };
}
