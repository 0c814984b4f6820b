import { vportNoParent, vportNotThere } from '../../diagnostics/catalog';
import { vportPlace } from '../../host/vport';
import type { Place } from '../../model/place';
import type { VportParent } from '../../model/scsi-set';
import type { Context } from '../context';

interface NewPort {
  readonly wwpn: string;
  readonly wwnn: string;
  readonly parent: VportParent | undefined;
  readonly at: Place;
  /** The ports of the host, for a message. */
  readonly ports: readonly string[];
}

/** An NPIV port that is to be made. Its LUNs show only then, so this plan has none of them. */
export function planVport({ wwpn, wwnn, parent, at, ports }: NewPort, context: Context): void {
  const place = vportPlace(context.host, parent);
  if (place.parent === undefined) {
    context.report(vportNoParent(at, wwpn, place.why, ports));
    return;
  }
  const { host } = place.parent;
  context.report(vportNotThere(at, wwpn, `scsi_host${host}`));
  context.decide({
    subject: `port ${wwpn}`,
    value: `NPIV port on scsi_host${host}`,
    reason: place.reason,
    at,
    fact: `scsi_host${host} is ${place.parent.driver} at ${place.parent.pciParent ?? 'an unknown place'}`,
    caveats: ['its LUNs show when it is there: convert again then'],
  });
  const there = `grep -qsx 0x${wwpn} /sys/class/fc_host/host*/port_name`;
  context.hostStep({
    what: `NPIV port ${wwpn} must be made on scsi_host${host}; convert again then, for the LUNs behind it`,
    // Linux Documentation/scsi/scsi_fc_transport.rst: port name, then node name.
    commands: [
      `${there} || echo ${wwpn}:${wwnn} > /sys/class/fc_host/host${host}/vport_create`,
      'udevadm settle',
    ],
    creates: 'vport',
  });
}
