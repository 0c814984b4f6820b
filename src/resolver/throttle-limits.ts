import { diskOptionConflict, diskOptionInvalid } from '../diagnostics/catalog';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Iotune } from '../model/disk';
import type { Place } from '../model/place';

/** A rate, its burst and how long that may last: fields, and names in the XML. */
const RATES = [
  ['totalBytesSec', 'total_bytes_sec'],
  ['readBytesSec', 'read_bytes_sec'],
  ['writeBytesSec', 'write_bytes_sec'],
  ['totalIopsSec', 'total_iops_sec'],
  ['readIopsSec', 'read_iops_sec'],
  ['writeIopsSec', 'write_iops_sec'],
] as const;
type RateName = (typeof RATES)[number][1];

/** Limits that QEMU takes for all requests, or for reads and writes (QEMU util/throttle.c). */
const TOTALS = ['BytesSec', 'IopsSec', 'BytesSecMax', 'IopsSecMax'] as const;
/** QEMU include/qemu/throttle.h THROTTLE_VALUE_MAX. */
const MOST = 1_000_000_000_000_000;

/** A total beside one of its halves. */
export function mixedLimits(limits: Iotune, at: Place): Diagnostic | undefined {
  return TOTALS.some((of) => limits[`total${of}`] && (limits[`read${of}`] || limits[`write${of}`]))
    ? diskOptionConflict(
        at,
        'a limit of reads or writes cannot be combined with one of both together',
        'remove the total, or the others',
      )
    : undefined;
}

/** Limits that no QEMU starts with; libvirt leaves them to QEMU (util/throttle.c throttle_is_valid). 0 is none. */
export function refusedLimits(limits: Iotune, at: Place): Diagnostic | undefined {
  const beyond = beyondLimits(limits, at);
  if (beyond) return beyond;
  for (const [field, name] of RATES) {
    const rate = limits[field] ?? 0;
    const burst = limits[`${field}Max`] ?? 0;
    const problem =
      refusedBurst(name, rate, burst, at) ?? refusedLength(name, burst, limits[`${field}MaxLength`] ?? 0, at);
    if (problem) return problem;
  }
  const counted = limits.totalIopsSec || limits.readIopsSec || limits.writeIopsSec;
  return limits.sizeIopsSec && !counted
    ? diskOptionInvalid(
        at.of('size_iops_sec'),
        'requests are counted by their size, and no limit counts requests',
        'add <total_iops_sec>, or remove it',
      )
    : undefined;
}

const FIELDS = [
  ...RATES,
  ...RATES.map(([field, name]) => [`${field}Max`, `${name}_max`] as const),
  ['sizeIopsSec', 'size_iops_sec'],
] as const satisfies readonly (readonly [keyof Iotune, string])[];

/** A number beyond what QEMU has, which libvirt refuses for disks (src/qemu/qemu_validate.c). */
export function beyondLimits(limits: Iotune, at: Place): Diagnostic | undefined {
  const [, name] = FIELDS.find(([field]) => (limits[field] ?? 0) > MOST) ?? [];
  return (
    name && diskOptionInvalid(at.of(name), `<${name}> is beyond what QEMU limits to`, `use at most ${MOST}`)
  );
}

function refusedBurst(name: RateName, rate: number, burst: number, at: Place): Diagnostic | undefined {
  if (burst === 0 || (rate > 0 && burst >= rate)) return undefined;
  return diskOptionInvalid(
    at.of(`${name}_max`),
    rate === 0
      ? `<${name}_max> is a burst above <${name}>, and there is none`
      : `<${name}_max> is below <${name}>, above which it is a burst`,
    rate === 0 ? `add <${name}>, or remove <${name}_max>` : `use at least ${rate}`,
  );
}

function refusedLength(name: RateName, burst: number, seconds: number, at: Place): Diagnostic | undefined {
  if (seconds <= 1) return undefined;
  const place = at.of(`${name}_max_length`);
  if (burst === 0)
    return diskOptionInvalid(
      place,
      `<${name}_max_length> is how long a burst lasts, and there is none`,
      `add <${name}_max>, or remove <${name}_max_length>`,
    );
  const most = Math.floor(MOST / burst);
  return seconds > most
    ? diskOptionInvalid(place, `a burst of ${burst} cannot last that long`, `use at most ${most}`)
    : undefined;
}
