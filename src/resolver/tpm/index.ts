import type { Domain } from '../../model/domain';
import type { PlannedTpm } from '../../model/plan/tpm';
import type { Tpm, TpmModel, TpmVersion } from '../../model/tpm';
import { isX86 } from '../../qemu/architectures';
import { planChardev } from '../chardev';
import type { Context } from '../context';
import type { KindResolver } from '../kind';
import { slotOf } from '../address/slot';
import { planEmulator } from './emulator';
import { HOST_TPM, planPassthrough } from './passthrough';
import { validateTpm } from './validate';

export const tpm: KindResolver<'tpm'> = {
  defaults: (device, _guest, context) => {
    const model = device.model ?? defaultModel(context);
    return {
      ...device,
      model,
      address: addressOf(device, model),
      backend: backendOf(device, model, context),
    };
  },
  validate: validateTpm,
  plan: (device, guest, context) => {
    const id = device.alias ?? '';
    return {
      kind: 'tpm',
      device,
      id,
      slot: slotOf(device, guest, context),
      driver: driverOf(device.model ?? 'tpm-tis', context),
      back: planBack(device, guest, context),
    };
  },
};

/** Whatever is behind it (libvirt src/qemu/qemu_postparse.c). */
function defaultModel({ qemu }: Context): TpmModel {
  return qemu.arch === 'ppc64' ? 'tpm-spapr' : 'tpm-tis';
}

/** The register at which a TPM sits on the bus of a pseries machine (libvirt src/qemu/qemu_domain_address.c). */
const VIO_TPM = 0x4000;

function addressOf({ address, at }: Tpm, model: TpmModel): Tpm['address'] {
  if (model !== 'tpm-spapr') return address;
  if (address !== undefined && (address.type !== 'spapr-vio' || address.reg !== undefined)) return address;
  return { type: 'spapr-vio', at: address?.at ?? at, reg: VIO_TPM };
}

/** The versions are not compatible, so one is chosen for good: 2.0 where the model or the machine has no other. */
function backendOf({ backend }: Tpm, model: TpmModel, { qemu }: Context): Tpm['backend'] {
  if (backend.type !== 'emulator' || backend.version !== undefined) return backend;
  const old = model === 'tpm-tis' && isX86(qemu.arch);
  const version: TpmVersion = old ? '1.2' : '2.0';
  return { ...backend, version };
}

/** Boards without an ISA bus have the interface as a device of the platform bus. */
function driverOf(model: TpmModel, { qemu }: Context): string {
  const isa = isX86(qemu.arch);
  return model === 'tpm-tis' && !isa ? 'tpm-tis-device' : model;
}

function planBack(device: Tpm, guest: Domain, context: Context): PlannedTpm['back'] {
  const { backend, alias = '', model } = device;
  const id = `tpm-${alias}`;
  switch (backend.type) {
    case 'passthrough':
      if (model === 'spapr-tpm-proxy') return { type: 'host-path', path: backend.path ?? HOST_TPM };
      return planPassthrough(backend.path ?? HOST_TPM, device, guest, context);
    case 'emulator':
      return { type: 'emulator', id, chardev: planEmulator(device, backend, guest, context) };
    case 'external':
      return {
        type: 'emulator',
        id,
        chardev: planChardev(backend.chardev, { id: 'chrtpm', alias }, guest, context),
      };
  }
}
