import { socketPart } from '../../model/socket-path';
import { fileName } from '../../model/file-name';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { LaunchPlan } from '../../model/plan';
import type { Context } from '../context';
import { privateFolder } from './paths';

/** The id by which disks with `<reservations managed='yes'/>` refer to the guest's helper. */
export const MANAGED_PR_HELPER = 'pr-helper0';

/**
 * QEMU leaves PERSISTENT RESERVE commands to a helper that has the privileges, and does not start without its socket
 * (QEMU docs/system/pr-manager.rst).
 */
export function planReservationHelper(guest: Domain, context: Context): LaunchPlan['reservations'] {
  const managed = devicesOf(guest, 'disk').some(({ source }) => source?.reservations?.managed === true);
  if (!managed) return undefined;
  const path = socketOf(guest, context);
  context.companion({
    name: 'qemu-pr-helper',
    argv: ['qemu-pr-helper', '-k', path],
    socket: path,
    reason:
      "<reservations managed='yes'/>: it sends the guest's persistent reservations, and needs CAP_SYS_RAWIO",
  });
  context.resource({ path, access: 'read-write', shared: false, usedBy: MANAGED_PR_HELPER });
  return { id: MANAGED_PR_HELPER, path };
}

function socketOf(guest: Domain, { profile }: Context): string {
  if (profile.daemonFolders) return `${privateFolder(guest)}/${MANAGED_PR_HELPER}.sock`;
  return `/run/qemu-pr-helper-${socketPart(fileName(guest.name))}.sock`;
}
