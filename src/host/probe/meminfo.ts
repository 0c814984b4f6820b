/** A line of /proc/meminfo, or of a NUMA node's: KiB. */
export function kib(meminfo: string | undefined, field: string): number | undefined {
  const number = new RegExp(`\\b${field}:\\s+(\\d+) kB`).exec(meminfo ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}
