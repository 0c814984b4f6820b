import type { OpenNode, ScsiUse } from '../facts';
import type { Files } from './files';
import { hasCapability } from './privilege';
import { commandOf, descriptorsOf, processes } from './processes';
import { readSgDriver, readTapeLimits } from './tape-limits';

/** What a check asks of SCSI devices beyond a conversion. */
export function readScsiUse(files: Files): ScsiUse {
  return {
    sg: files.exists('/sys/class/scsi_generic'),
    rawio: hasCapability(files, 'sysRawio'),
    reservationKey: hasReservationKey(files),
    vhostTargets: readVhostTargets(files),
    opened: readOpened(files),
    sgDriver: readSgDriver(files),
    tapeLimits: readTapeLimits(files),
  };
}

function hasReservationKey(files: Files): boolean | undefined {
  const main = files.text('/etc/multipath.conf');
  if (main === undefined) return undefined;
  const more = files
    .names('/etc/multipath/conf.d')
    .map((name) => files.text(`/etc/multipath/conf.d/${name}`));
  return [main, ...more].some((text) => /^\s*reservation_key\s+\S/m.test(text ?? ''));
}

/** Without the driver there is no folder, and no target. */
function readVhostTargets(files: Files): readonly string[] | undefined {
  if (!files.exists('/sys/kernel/config')) return undefined;
  return files
    .names('/sys/kernel/config/target/vhost')
    .filter((name) => /^naa\./.test(name))
    .map((name) => name.toLowerCase());
}

/** Of the processes that are QEMUs by name. */
function readOpened(files: Files): readonly OpenNode[] | undefined {
  const opened: OpenNode[] = [];
  for (const pid of processes(files)) {
    const command = commandOf(files, pid);
    if (!/^(qemu-(system|kvm)|kvm$)/.test(command)) continue;
    const paths = descriptorsOf(files, pid);
    // A process has its standard streams at least: none are those of one that may not be read.
    if (paths.length === 0) return undefined;
    for (const path of new Set(paths)) if (path.startsWith('/dev/')) opened.push({ path, pid, command });
  }
  return opened;
}
