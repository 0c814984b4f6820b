import { isX86 } from '../../../qemu/architectures';
import { machineRemoved, machineUnknown } from '../../../diagnostics/catalog';
import { closest } from '../../../diagnostics/closest';
import type { Domain } from '../../../model/domain';
import { parseMachineName } from '../../../qemu/machine-version';
import { hardwareOf, machinesOf, newestName } from '../../../qemu/machines';
import { knowsMachines, lifeOf, removedIn } from '../../../qemu/machines/history';
import type { Qemu } from '../../../qemu/qemu';
import { atLeast, formatVersion, releaseOf } from '../../../qemu/version';
import type { Context } from '../../context';
import { programOf } from '../../machine/emulator';
import { machineFamily } from '../../machine/family';

const X86_MACHINE = /^(pc|q35|isapc|microvm|xenfv|xenpv)(-|$)/;

/** Those that QEMU calls experimental are in no table. */
const EXPERIMENTAL = /^x-/;

/** Says why a QEMU has no machine type of that name, where that is known of it. */
export function reportMissing(machine: string, guest: Domain, context: Context): void {
  const { qemu, report } = context;
  const { arch, version } = qemu;
  if (!isTold(machine, qemu)) return;
  // release.ts says since when there are q35 machines at all.
  if (isX86(arch) && machineFamily(guest, context) === 'q35' && !qemu.has('mch')) return;
  const at = guest.os.at.of('type/@machine');
  const removed = removedIn(machine, arch, version);
  if (removed !== undefined) return report(machineRemoved(at, machine, removed, insteadOf(machine, qemu)));
  const since = cameIn(machine, arch);
  const later = since !== undefined && !atLeast(releaseOf(version), since);
  report(
    machineUnknown(
      at,
      machine,
      {
        release: later ? since : undefined,
        unversioned: unversionedOf(machine, qemu),
        meant: later ? undefined : meantBy(machine, qemu),
      },
      { version: formatVersion(version), program: programOf(guest, context) },
    ),
  );
}

/** A name with a version, or of another architecture's board, is none wherever it is not known. */
function isTold(machine: string, { version, arch }: Qemu): boolean {
  if (X86_MACHINE.test(machine) || hardwareOf(machine) !== undefined) return true;
  return knowsMachines(version, arch) && (isX86(arch) || !EXPERIMENTAL.test(machine));
}

function insteadOf(machine: string, qemu: Qemu): Parameters<typeof machineRemoved>[3] {
  const { renamed, successor } = lifeOf(machine, qemu.arch) ?? {};
  const other = renamed ?? successor;
  const name = qemu.machine(other ?? newestName(parseMachineName(machine).family))?.name;
  if (name === undefined) return undefined;
  return { name, hardware: renamed !== undefined ? 'same' : other === undefined ? 'newer' : 'other' };
}

/** The release that brought a name: that of its hardware, or what the tables say of its board. */
function cameIn(machine: string, arch: string): string | undefined {
  return hardwareOf(machine)?.join('.') ?? lifeOf(machine, arch)?.since;
}

/** What stands for the newest of a versioned name's board. */
function unversionedOf(machine: string, { arch }: Qemu): string | undefined {
  if (isX86(arch)) return 'pc or q35';
  return hardwareOf(machine) === undefined ? undefined : newestName(parseMachineName(machine).family);
}

/** What its name is the start of, or much like. Of versions only one that is written wrong may mean another. */
function meantBy(machine: string, qemu: Qemu): string | undefined {
  const names = machinesOf(qemu.version, qemu.arch)
    .flatMap(({ name, alias, version }) => [
      ...(version === undefined || /\d\.\d/.test(machine) ? [name] : []),
      ...(alias === undefined ? [] : [alias]),
    ])
    .filter((name) => qemu.machine(name) !== undefined);
  return names.find((name) => machine !== '' && name.startsWith(machine)) ?? closest(machine, names);
}
