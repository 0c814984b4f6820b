import type { Iotune } from '../../model/disk';
import type { BackendObject, DriveBackend, IotuneNames } from '../../model/plan/block-backend';
import type { Properties } from '../args';

type ThrottleGroup = Extract<BackendObject, { type: 'throttle-group' }>;

/** ThrottleLimits of QEMU's qapi/block-core.json, in libvirt's order; or the same as properties of the object. */
export function throttleGroup({ iotune, limits }: ThrottleGroup): Properties {
  if (limits === 'properties') return named(limited(iotune), (name) => `x-${name}`);
  // every rate is written, 0 means no limit
  return { limits: { ...rates(iotune), 'iops-size': iotune.sizeIopsSec ?? 0, ...lengths(iotune) } };
}

/** I/O limits of a -drive: only what is limited. */
export function driveThrottling(iotune: DriveBackend['iotune']): Properties {
  if (iotune === undefined) return {};
  const { limits, names } = iotune;
  return NAMES[names](limited(limits, limits.groupName));
}

const NAMES: { readonly [N in IotuneNames]: (limits: Properties) => Properties } = {
  throttling: (throttling) => ({ throttling }),
  // what came with the later names has no short one: it was refused
  short: (limits) =>
    named(limits, (name) => name.replace('-total', '').replace('-read', '_rd').replace('-write', '_wr')),
};

function named(limits: Properties, rename: (name: string) => string): Properties {
  return Object.fromEntries(Object.entries(limits).map(([name, value]) => [rename(name), value]));
}

/** The limits that are no default. */
function limited(iotune: Iotune, group?: string): Properties {
  const values = { ...rates(iotune), 'iops-size': iotune.sizeIopsSec ?? 0 };
  const set = Object.entries(values).filter(([, value]) => value !== 0);
  return { ...Object.fromEntries(set), group, ...lengths(iotune) };
}

function rates(iotune: Iotune): Properties {
  return {
    'bps-total': iotune.totalBytesSec ?? 0,
    'bps-read': iotune.readBytesSec ?? 0,
    'bps-write': iotune.writeBytesSec ?? 0,
    'iops-total': iotune.totalIopsSec ?? 0,
    'iops-read': iotune.readIopsSec ?? 0,
    'iops-write': iotune.writeIopsSec ?? 0,
    'bps-total-max': iotune.totalBytesSecMax ?? 0,
    'bps-read-max': iotune.readBytesSecMax ?? 0,
    'bps-write-max': iotune.writeBytesSecMax ?? 0,
    'iops-total-max': iotune.totalIopsSecMax ?? 0,
    'iops-read-max': iotune.readIopsSecMax ?? 0,
    'iops-write-max': iotune.writeIopsSecMax ?? 0,
  };
}

/** 0 is none, which QEMU has no number for. */
function lengths(iotune: Iotune): Properties {
  return {
    'bps-total-max-length': iotune.totalBytesSecMaxLength || undefined,
    'bps-read-max-length': iotune.readBytesSecMaxLength || undefined,
    'bps-write-max-length': iotune.writeBytesSecMaxLength || undefined,
    'iops-total-max-length': iotune.totalIopsSecMaxLength || undefined,
    'iops-read-max-length': iotune.readIopsSecMaxLength || undefined,
    'iops-write-max-length': iotune.writeIopsSecMaxLength || undefined,
  };
}
