import { isX86 } from '../../../qemu/architectures';
import { featureInvalid } from '../../../diagnostics/catalog';
import type { CpuTopology } from '../../../model/cpu';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { isArmVirt } from '../board-features';
import { machineFamily } from '../../machine/family';
import { machineOf } from '../../machine/type';

/**
 * QEMU ends where its processors have no such level (QEMU hw/core/machine-smp.c, smp_props of each machine): dies are of
 * PCs, clusters of ARM. libvirt leaves it to QEMU.
 */
export function validateTopology(guest: Domain, context: Context): void {
  const topology = guest.cpu?.topology;
  if (topology === undefined || !context.profile.checksForQemu) return;
  if (topology.dies > 1 && lacksDies(guest, context)) refuse('dies', topology, guest, context);
  if (topology.clusters > 1 && lacksClusters(guest, context)) refuse('clusters', topology, guest, context);
}

/** Only machines of which it is known: others may come with more levels. */
const FLAT = ['pseries', 's390'];

const lacksDies = (guest: Domain, context: Context) =>
  isArmVirt(guest, context) || ['microvm', ...FLAT].includes(machineFamily(guest, context));

const lacksClusters = (guest: Domain, context: Context) =>
  isX86(guest.os.arch ?? context.qemu.arch) || FLAT.includes(machineFamily(guest, context));

function refuse(level: 'dies' | 'clusters', topology: CpuTopology, guest: Domain, context: Context): void {
  const { at, cores } = topology;
  context.report(
    featureInvalid(
      at.of(`@${level}`),
      `the processors of a ${machineOf(guest, context)} have no ${level}`,
      `remove ${level}, and write cores='${cores * topology[level]}'`,
    ),
  );
}
