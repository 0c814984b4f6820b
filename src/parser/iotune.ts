import type { Iotune, ThrottleGroup } from '../model/disk';
import type { XmlElement } from './element';

/** `<iotune>` of a disk. */
export function parseIotune(disk: XmlElement): Iotune | undefined {
  const iotune = disk.child('iotune');
  return iotune && { ...parseAllLimits(iotune), groupName: iotune.text('group_name') };
}

/** `<throttlegroups>` of the guest, which the filters of its disks refer to. */
export function parseThrottleGroups(domain: XmlElement): readonly ThrottleGroup[] {
  return domain.children('throttlegroups/throttlegroup').map((group) => ({
    ...parseAllLimits(group),
    at: group.at,
    groupName: group.required('group_name'),
  }));
}

function parseAllLimits(iotune: XmlElement): Iotune {
  return {
    ...parseLimits(iotune),
    ...parseBursts(iotune),
    ...parseBurstLengths(iotune),
    sizeIopsSec: iotune.integer('size_iops_sec'),
  };
}

function parseLimits(iotune: XmlElement) {
  return {
    totalBytesSec: iotune.integer('total_bytes_sec'),
    readBytesSec: iotune.integer('read_bytes_sec'),
    writeBytesSec: iotune.integer('write_bytes_sec'),
    totalIopsSec: iotune.integer('total_iops_sec'),
    readIopsSec: iotune.integer('read_iops_sec'),
    writeIopsSec: iotune.integer('write_iops_sec'),
  };
}

function parseBursts(iotune: XmlElement) {
  return {
    totalBytesSecMax: iotune.integer('total_bytes_sec_max'),
    readBytesSecMax: iotune.integer('read_bytes_sec_max'),
    writeBytesSecMax: iotune.integer('write_bytes_sec_max'),
    totalIopsSecMax: iotune.integer('total_iops_sec_max'),
    readIopsSecMax: iotune.integer('read_iops_sec_max'),
    writeIopsSecMax: iotune.integer('write_iops_sec_max'),
  };
}

function parseBurstLengths(iotune: XmlElement) {
  return {
    totalBytesSecMaxLength: iotune.integer('total_bytes_sec_max_length'),
    readBytesSecMaxLength: iotune.integer('read_bytes_sec_max_length'),
    writeBytesSecMaxLength: iotune.integer('write_bytes_sec_max_length'),
    totalIopsSecMaxLength: iotune.integer('total_iops_sec_max_length'),
    readIopsSecMaxLength: iotune.integer('read_iops_sec_max_length'),
    writeIopsSecMaxLength: iotune.integer('write_iops_sec_max_length'),
  };
}
