/** The version in a machine type's name, which says which QEMU's hardware it imitates. Never a binary's version. */
export interface MachineVersion {
  readonly of?: 'machine';
  readonly major: number;
  readonly minor: number;
  readonly micro: number;
}

/** A machine type's name taken apart. */
export interface MachineName {
  /** `pc-i440fx`, `pc-q35`, `virt`, `s390-ccw-virtio`, `pseries`; the whole name where it has no version. */
  readonly family: string;
  /** Upstream's version; a distribution counts its own (`pc-q35-rhel9.4.0`): hardwareOf() tells what that is upstream. */
  readonly version?: MachineVersion | undefined;
  /** The distribution that made the type: `rhel`, `ubuntu` release names and the like. */
  readonly vendor?: string | undefined;
  /** What follows the version: `sxxm` of `pseries-2.12-sxxm`. */
  readonly variant?: string | undefined;
}

/** Families whose distributions add types named by a word instead of a version. */
const FAMILIES = ['pc-i440fx', 'pc-q35', 's390-ccw-virtio', 'pseries', 'virt'];

const NAME = /^(.+?)-([a-z]*)(\d+)\.(\d+)(?:\.(\d+))?(?:-([a-z]+))?$/;

/** `pc-q35-7.2` -> its family and version; `pc`, `q35` and `isapc` have none. */
export function parseMachineName(name: string): MachineName {
  const match = NAME.exec(name);
  if (match) {
    const [, family = name, vendor, major, minor, micro, variant] = match;
    return {
      family,
      version: { major: Number(major), minor: Number(minor), micro: Number(micro ?? 0) },
      vendor: vendor === '' ? undefined : vendor,
      variant,
    };
  }
  const family = FAMILIES.find((known) => name.startsWith(`${known}-`));
  return family === undefined ? { family: name } : { family, vendor: name.slice(family.length + 1) };
}
