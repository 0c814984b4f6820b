import { vportNoParent, vportNotThere } from '../../../diagnostics/catalog';
import type { ScsiAdapter } from '../../../host/facts';
import { portText, vportPlace, withVport } from '../../../host/vport';
import type { HostStep } from '../../../model/decision';
import type { Place } from '../../../model/place';
import type { VportParent } from '../../../model/scsi-set';
import type { Context } from '../../context';

interface NewPort {
  readonly wwpn: string;
  readonly wwnn: string;
  readonly parent: VportParent | undefined;
  readonly at: Place;
}

/** The NPIV ports that are to be made for a guest. Their LUNs show only then, so this plan has none of them. */
export class NewPorts {
  private adapters: readonly ScsiAdapter[];

  constructor(private readonly context: Context) {
    this.adapters = context.host.adapters ?? [];
  }

  /** The host's fibre channel ports, for a message. */
  list(): string[] {
    return this.adapters.filter(({ fc }) => fc !== undefined).map(portText);
  }

  add({ wwpn, wwnn, parent: wanted, at }: NewPort): void {
    const { context } = this;
    const { parent, reason, why } = vportPlace(this.adapters, wanted);
    if (parent === undefined) {
      context.report(vportNoParent(at, wwpn, why, this.list()));
      return;
    }
    const name = `scsi_host${parent.host}`;
    context.report(vportNotThere(at, wwpn, name));
    context.decide({
      subject: `port ${wwpn}`,
      value: `NPIV port on ${name}`,
      reason,
      at,
      fact: `${name} is ${parent.driver} at ${parent.pciParent ?? 'an unknown place'}`,
      caveats: ['its LUNs show when it is there: convert again then'],
    });
    context.hostStep(makePort(parent.host, wwpn, wwnn));
    this.adapters = this.adapters.map((adapter) => (adapter === parent ? withVport(adapter) : adapter));
  }
}

/** Port name, then node name (Linux Documentation/scsi/scsi_fc_transport.rst). */
function makePort(host: number, wwpn: string, wwnn: string): HostStep {
  const there = `grep -qsx 0x${wwpn} /sys/class/fc_host/host*/port_name`;
  return {
    what: `NPIV port ${wwpn} must be made on scsi_host${host}; convert again then, for the LUNs behind it`,
    commands: [
      `${there} || echo ${wwpn}:${wwnn} > /sys/class/fc_host/host${host}/vport_create`,
      'udevadm settle',
    ],
    creates: 'vport',
  };
}
