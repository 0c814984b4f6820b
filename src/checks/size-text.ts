const UNITS = ['KiB', 'MiB', 'GiB'] as const;

/** KiB for a person: 2 GiB, 512 MiB. */
export function sizeText(kib: number): string {
  const step = kib >= 1024 ** 2 ? 2 : kib >= 1024 ? 1 : 0;
  const size = kib / 1024 ** step;
  return `${Number.isInteger(size) ? size : size.toFixed(1)} ${UNITS[step]}`;
}
