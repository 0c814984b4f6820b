import { reservationsHelper, reservationsMultipath, reservationsSocket } from '../../diagnostics/catalog';
import { nodeByPath } from '../../host/block';
import { blockBehind } from '../../host/scsi';
import type { Check } from '../check';
import { passedLuns } from './passed';

/** Persistent reservations: the helper that libvirt starts, and multipath, which needs more than the helper. */
export const reservations: Check = ({ plan, context, skip }) => {
  const { host, report } = context;
  let told = false;
  for (const { device, path } of passedLuns(plan)) {
    const asked = device.kind === 'disk' ? device.source?.reservations : undefined;
    if (asked === undefined) continue;
    if (asked.managed && plan.reservations !== undefined && !told) {
      report(reservationsHelper(asked.at, plan.reservations.path));
      told = true;
    }
    if (!asked.managed && asked.path !== undefined) {
      const socket = nodeByPath(host, asked.path);
      if (socket === 'unknown') skip('whether the helper of its reservations listens');
      else if (socket === 'absent' || socket.kind !== 'socket')
        report(reservationsSocket(asked.at.of('source/@path'), asked.path));
    }
    const block = path === undefined ? undefined : blockBehind(host, path);
    if (block?.dm?.type !== 'multipath') continue;
    report(reservationsMultipath(asked.at, block.dm.name, host.scsiUse?.reservationKey));
    skip('whether qemu-pr-helper was built with libmpathpersist', 'nothing shows it from outside');
  }
};
