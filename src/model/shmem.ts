import type { DeviceBase } from './device-base';

export const SHMEM_MODELS = ['ivshmem', 'ivshmem-plain', 'ivshmem-doorbell'] as const;
export type ShmemModel = (typeof SHMEM_MODELS)[number];

/** `<shmem>`: memory that guests share. */
export interface Shmem extends DeviceBase {
  readonly kind: 'shmem';
  readonly name: string;
  readonly model: ShmemModel;
  /** Whether the memory goes along when the guest migrates. */
  readonly role?: 'master' | 'peer' | undefined;
  /** bytes. */
  readonly size?: number | undefined;
  /** `<server path=>`: what hands the memory and the interrupts out. */
  readonly server?: { readonly path?: string | undefined } | undefined;
  readonly msi?:
    { readonly vectors?: number | undefined; readonly ioeventfd?: boolean | undefined } | undefined;
}
