import type { Filesystem } from '../../model/filesystem';
import type { PlannedFilesystem } from '../../model/plan/filesystem';
import type { Context } from '../context';
import type { KindResolver } from '../kind';
import { slotOf } from '../address/slot';
import { virtioVariant } from '../virtio/variant';
import { validateFilesystem } from './validate';
import { planVirtiofs } from './virtiofs';

export const filesystem: KindResolver<'filesystem'> = {
  defaults: (device) => (device.accessMode === undefined ? { ...device, accessMode: 'passthrough' } : device),
  validate: validateFilesystem,
  plan: (device, guest, context) => {
    const id = device.alias ?? '';
    return {
      kind: 'filesystem',
      device,
      id,
      slot: slotOf(device, guest, context),
      bootindex: device.bootOrder,
      ...driverOf(device, context),
      back: device.driver === 'virtiofs' ? planVirtiofs(device, guest, context) : folder(device, id, context),
    };
  },
};

function driverOf({ driver, model, address }: Filesystem, context: Context) {
  if (driver === 'mtp') return { driver: 'usb-mtp' };
  return virtioVariant(driver === 'virtiofs' ? 'vhost-user-fs' : 'virtio-9p', model, address, context);
}

/** How QEMU keeps the owners of files (QEMU docs/9p.rst); the `handle` driver has no choice. */
const SECURITY = { passthrough: 'passthrough', mapped: 'mapped', squash: 'none' } as const;

function folder(device: Filesystem, id: string, context: Context): PlannedFilesystem['back'] {
  const { driver, multidevs, accessMode = 'passthrough', source, readonly } = device;
  const path = source.dir ?? '';
  context.resource({ path, access: readonly ? 'read' : 'read-write', shared: true, usedBy: id });
  if (driver === 'mtp') return { type: 'mtp', path };
  const says = context.profile.bareReadonly ? 'bare' : 'on';
  const base = {
    type: '9p',
    id: `fsdev-${id}`,
    path,
    readonly: readonly ? says : undefined,
  } as const;
  if (driver === 'handle') return { ...base, driver };
  return {
    ...base,
    driver: 'local',
    securityModel: SECURITY[accessMode],
    multidevs: multidevs === 'default' ? undefined : multidevs,
  };
}
