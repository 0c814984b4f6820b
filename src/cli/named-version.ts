import { compareVersions, formatVersion, parseVersion, type BinaryVersion } from '../qemu/version';
import { Failure, STATUS } from './status';

/** Refuses a binary of another version than `--qemu-version` names: `7.2` is any of its series. */
export function assertVersion(binary: string, version: BinaryVersion, text: string): void {
  const named = parseVersion(text);
  if (named === undefined) return;
  const isSeries = /^\d+\.\d+$/.test(text);
  if (compareVersions(isSeries ? { ...version, micro: 0 } : version, named) === 0) return;
  throw new Failure(
    STATUS.usage,
    `${binary} is QEMU ${formatVersion(version)}, and --qemu-version says ${text}`,
    'leave --qemu-version out, or name a QEMU of that release with --qemu',
  );
}
