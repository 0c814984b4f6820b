import type { Domain } from '../model/domain';

/** By what its maker noted (libosinfo), or by enlightenments, which nothing but Windows asks for. */
export function isWindows({ osId, features }: Domain): boolean {
  if (osId !== undefined) return /microsoft\.com\/(win|msdos)/.test(osId);
  return features.viridian || features.hyperv !== undefined;
}
