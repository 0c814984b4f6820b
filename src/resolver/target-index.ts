/** The last index that counts as one; longer names are no positions (libvirt: an int that does not overflow). */
const MAX_INDEX = 2 ** 31 - 1;

/** `sda` -> 0, `sdb` -> 1, `hdaa` -> 26; undefined for a name that says no position (libvirt virDiskNameToIndex). */
export function targetIndex(target: string): number | undefined {
  const letters = /^(?:fd|hd|vd|sd|xvd|ubd)([a-z]+)\d*$/.exec(target)?.[1];
  if (letters === undefined) return undefined;
  let index = -1;
  for (let i = 0; i < letters.length; i++) index = (index + 1) * 26 + letters.charCodeAt(i) - 97;
  return index <= MAX_INDEX ? index : undefined;
}

/**
 * `nvme0n1` -> controller 0, namespace 1: a controller from 0, a namespace from 1 (libvirt 12.9 src/util/virutil.c
 * virDiskNameParse). Undefined for any other name.
 */
export function nvmeTarget(
  target: string,
): { readonly controller: number; readonly namespace: number } | undefined {
  if (!target.startsWith('nvme')) return undefined;
  const [, controller, namespace] = /^nvme(\d{1,9})n0*([1-9]\d{0,8})(?:p\d+)?$/.exec(target) ?? [];
  return controller === undefined
    ? undefined
    : { controller: Number(controller), namespace: Number(namespace) };
}
