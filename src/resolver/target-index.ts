/** `sda` -> 0, `sdb` -> 1, `hdaa` -> 26; undefined for a name that says no position (libvirt virDiskNameToIndex). */
export function targetIndex(target: string): number | undefined {
  const letters = /^(?:fd|hd|vd|sd|xvd|ubd)([a-z]+)\d*$/.exec(target)?.[1];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((index, letter) => (index + 1) * 26 + letter.charCodeAt(0) - 97, -1);
}
