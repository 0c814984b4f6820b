import { memoryDeviceUnused } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { MemoryDevice, MemoryModel } from '../../model/memory-device';
import type { Context } from '../context';
import { refuse } from './refuse';
import { isPseries } from './size';

/** What libvirt reads of one model alone, by path below the device. */
const PARTS: readonly (readonly [
  path: string,
  models: readonly MemoryModel[],
  has: (device: MemoryDevice) => boolean,
])[] = [
  ['source/pagesize', ['dimm', 'virtio-mem'], ({ source }) => source.pageSize !== undefined],
  ['source/nodemask', ['dimm', 'virtio-mem', 'sgx-epc'], ({ source }) => source.nodes !== undefined],
  ['source/path', ['nvdimm', 'virtio-pmem'], ({ source }) => source.path !== undefined],
  ['source/alignsize', ['nvdimm'], ({ source }) => source.align !== undefined],
  ['source/pmem', ['nvdimm'], ({ source }) => source.pmem],
  ['target/label', ['nvdimm'], ({ target }) => target.label !== undefined],
  ['target/readonly', ['nvdimm'], ({ target }) => target.readonly],
  ['target/block', ['virtio-mem'], ({ target }) => target.block !== undefined],
  ['target/requested', ['virtio-mem'], ({ target }) => target.requested !== undefined],
  ['target/address', ['virtio-mem', 'virtio-pmem'], ({ target }) => target.base !== undefined],
  ['target/@dynamicMemslots', ['virtio-mem'], ({ target }) => target.dynamicMemslots !== undefined],
];

/** Of what is memory alike, libvirt refuses it for one model and passes over it for the others. */
function reportUuid({ at, model }: MemoryDevice, context: Context): void {
  if (model === 'nvdimm' && context.profile.checksForLibvirt)
    refuse(context, at.of('uuid'), 'only NVDIMMs of pseries machines have a UUID', 'remove it');
  else context.report(memoryDeviceUnused(at.of('uuid'), '<uuid> on this machine', model));
}

/** libvirt passes over them in silence. */
export function reportUnused(device: MemoryDevice, guest: Domain, context: Context): void {
  const { report } = context;
  if (device.uuid !== undefined && !(device.model === 'nvdimm' && isPseries(guest, context)))
    reportUuid(device, context);
  for (const [path, models, has] of PARTS) {
    if (models.includes(device.model) || !has(device)) continue;
    const name = path.slice(path.indexOf('/') + 1);
    const what = name.startsWith('@') ? `'${name.slice(1)}'` : `<${name}>`;
    report(memoryDeviceUnused(device.at.of(path), what, device.model));
  }
}
