import type { Iotune } from '../../model/disk';
import type { Properties } from '../args';

/** ThrottleLimits of QEMU's qapi/block-core.json, in its order. Every rate is written, 0 means no limit. */
export function throttleLimits(iotune: Iotune): Properties {
  return { ...rates(iotune), ...lengths(iotune), 'iops-size': iotune.sizeIopsSec ?? 0 };
}

/** `-drive throttling.*`: only what is limited. */
export function driveThrottling(iotune: Iotune | undefined): Properties | undefined {
  if (iotune === undefined) return undefined;
  const limits = { ...rates(iotune), 'iops-size': iotune.sizeIopsSec ?? 0 };
  const limited = Object.entries(limits).filter(([, value]) => value !== 0);
  return { ...Object.fromEntries(limited), group: iotune.groupName, ...lengths(iotune) };
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

function lengths(iotune: Iotune): Properties {
  return {
    'bps-total-max-length': iotune.totalBytesSecMaxLength,
    'bps-read-max-length': iotune.readBytesSecMaxLength,
    'bps-write-max-length': iotune.writeBytesSecMaxLength,
    'iops-total-max-length': iotune.totalIopsSecMaxLength,
    'iops-read-max-length': iotune.readIopsSecMaxLength,
    'iops-write-max-length': iotune.writeIopsSecMaxLength,
  };
}
