import type { FirmwareFacts } from '../../../src/host/facts';
import type { Domain } from '../../../src/model/domain';
import type { Loader, Nvram, Os } from '../../../src/model/os';
import { place } from '../scsi/guest';

/** Firmware in flash for q35, with what a test says of it. */
export const firmware = (facts: Partial<FirmwareFacts> = {}): FirmwareFacts => ({
  path: '/usr/share/qemu/firmware/50-ovmf.json',
  interfaces: ['uefi'],
  device: 'flash',
  mode: 'split',
  executable: { filename: '/fw/CODE.fd', format: 'raw' },
  nvramTemplate: { filename: '/fw/VARS.fd', format: 'raw' },
  targets: [{ arch: 'x86_64', machines: ['pc-q35-*'] }],
  features: [],
  ...facts,
});

/** A guest of which only <os>, <features> and <pm> count. */
export const guestWith = (os: Partial<Os> = {}, rest: Partial<Domain> = {}): Domain =>
  ({
    name: 'web1',
    os: { at: place('os'), type: 'hvm', firmwareFeatures: [], boot: [], acpiTables: [], ...os },
    features: { at: place('features'), acpi: true, kvm: {} },
    pm: {},
    devices: [],
    ...rest,
  }) as unknown as Domain;

export const loader = (parts: Partial<Loader>): Loader => ({ at: place('os/loader'), ...parts });
export const nvram = (parts: Partial<Nvram>): Nvram => ({ at: place('os/nvram'), ...parts });
