import type { Domain } from '../../model/domain';
import type { Os } from '../../model/os';
import type { PlannedFirmware, PlannedFlash } from '../../model/plan/machine';
import type { StorageSource } from '../../model/storage-source';
import { planBlockBackend } from '../block-backend';
import type { Context } from '../context';
import { copyTemplate } from './template';
import { isStorable } from './validate';
import { planVarstore } from './varstore';

/** The guest's firmware as QEMU gets it. */
export function planFirmware(guest: Domain, context: Context): PlannedFirmware {
  const { os } = guest;
  const { loader } = os;
  if (loader?.path === undefined) return { flash: [], secure: false };
  if (loader.type !== 'pflash') {
    context.resource({ path: loader.path, access: 'read', shared: true, usedBy: 'firmware' });
    return { bios: loader.path, flash: [], varstore: planVarstore(guest, context), secure: false };
  }
  const chips = [codeChip(os, context), storeChip(os, context)];
  return { flash: chips.filter((chip) => chip !== undefined), secure: loader.secure === true };
}

function codeChip({ at, loader }: Os, context: Context): PlannedFlash | undefined {
  return chip(
    {
      unit: 0,
      source: { at: loader?.at ?? at, type: 'file', path: loader?.path },
      format: loader?.format ?? 'raw',
      readonly: loader?.readonly === true,
      formatNode: true,
    },
    context,
  );
}

function storeChip({ loader, nvram }: Os, context: Context): PlannedFlash | undefined {
  if (nvram?.source === undefined || !isStorable(nvram.source)) return undefined;
  copyTemplate(nvram, context);
  return chip(
    {
      unit: 1,
      source: nvram.source,
      format: nvram.format ?? loader?.format ?? 'raw',
      readonly: false,
      // libvirt writes the node as for a disk where block jobs can do without a format
      formatNode: !context.qemu.has('blockjob.backing-mask-protocol'),
    },
    context,
  );
}

interface Chip {
  readonly unit: 0 | 1;
  readonly source: StorageSource;
  readonly format: string;
  readonly readonly: boolean;
  readonly formatNode: boolean;
}

function chip({ unit, formatNode, ...image }: Chip, context: Context): PlannedFlash | undefined {
  const backend = planBlockBackend(
    {
      ...image,
      at: image.source.at,
      alias: `pflash${unit}`,
      use: 'disk',
      firstNode: unit,
      backing: 'none',
      shareable: image.readonly,
      flash: { unit, formatNode },
    },
    context,
  );
  return backend && { unit, backend };
}
