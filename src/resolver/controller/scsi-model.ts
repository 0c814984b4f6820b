import { SCSI_MODELS, type Controller, type ScsiModel } from '../../model/controller';
import type { Domain } from '../../model/domain';
import type { HbaModel } from '../../qemu/scsi-devices';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';

/** Capabilities that make libvirt's general choice, in its order (src/qemu/qemu_domain.c, default SCSI model). */
const BY_CAPABILITY = [
  ['lsi', 'lsilogic'],
  ['virtio-scsi-pci', 'virtio-scsi'],
] as const;

/** The model of a SCSI controller whose XML names none, or `auto`; undefined: this QEMU has none to offer. */
export function defaultScsiModel(guest: Domain, context: Context): HbaModel | undefined {
  const { qemu } = context;
  if (qemu.arch === 'sparc') return 'ncr53c90'; // on the board
  if (isPseries(guest, qemu.arch)) return 'ibmvscsi';
  if (qemu.arch === 's390x' || qemu.arch === 'loongarch64') return 'virtio-scsi';
  if (machineFamily(guest, context) === 'microvm') return 'virtio-scsi'; // the only one without PCI
  return BY_CAPABILITY.find(([capability]) => qemu.has(capability))?.[1];
}

function isPseries({ os }: Domain, arch: string): boolean {
  return arch.startsWith('ppc64') && (os.machine ?? 'pseries').startsWith('pseries');
}

/** The HBA behind a SCSI controller; undefined for `buslogic`, which QEMU does not have, and an unknown name. */
export function hbaModelOf(
  controller: Pick<Controller, 'model'> | undefined,
  guest: Domain,
  context: Context,
): HbaModel | undefined {
  const model = SCSI_MODELS.find((name) => name === controller?.model);
  if (model === undefined || model === 'auto') return defaultScsiModel(guest, context);
  return isHba(model) ? model : undefined;
}

function isHba(model: ScsiModel): model is HbaModel {
  return model !== 'auto' && model !== 'buslogic';
}
