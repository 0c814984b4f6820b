import type { Place } from '../../model/place';
import { error, note, warning, type Note } from '../diagnostic';

type Kind = 'target' | 'host';

const KINDS: Readonly<Record<Kind, string>> = { target: 'SCSI target', host: 'SCSI host adapter' };

const listed = (lines: readonly string[]): Note[] => lines.map((message) => ({ message }));

const ANOTHER_HOST = "see 'domxml2qemu host' for what is there, or convert for another host with --host FILE";

export const scsiSetUnread = (at: Place, what: string) =>
  error('scsi-set-unread', at, `which LUNs are behind ${what} is not known: no host was read`, {
    help: "run 'domxml2qemu host --output json' on that host and pass the file with --host FILE",
  });

export const scsiSetNotFound = (at: Place, what: string, there: readonly string[]) =>
  error('scsi-set-not-found', at, `${what} is not on this host`, {
    notes: listed(there.map((other) => `there is ${other}`)),
    help: ANOTHER_HOST,
  });

export const scsiSetAmbiguous = (at: Place, what: string, kind: Kind, candidates: readonly string[]) =>
  error('scsi-set-ambiguous', at, `${what} is ${candidates.length} of the ${KINDS[kind]}s of this host`, {
    notes: listed(candidates),
    help: 'name the one that is meant by its own name',
  });

export const scsiSetOtherKind = (at: Place, name: string, kind: Kind) =>
  error('scsi-set-other-kind', at, `'${name}' names no ${KINDS[kind]}`, {
    help:
      kind === 'target'
        ? "name it as scsi_target2_0_4, or a LUN of it with rel='parent'; one LUN alone is <hostdev type='scsi'>"
        : "name it as scsi_host2, a PCI function with rel='child', or a LUN of it with rel='parent'",
  });

export const scsiSetPart = (at: Place, attribute: string, kind: Kind) =>
  error('scsi-set-part', at, `'${attribute}' has no meaning for a whole ${KINDS[kind]}`, {
    help: "remove it; one LUN is <hostdev type='scsi'>, a target <hostdev type='scsi_target'>",
  });

export const scsiSetEmpty = (at: Place, what: string, host: number) =>
  warning('scsi-set-empty', at, `there is no LUN behind ${what}: the guest gets none`, {
    help: `check cables and zoning, then look again: echo '- - -' > /sys/class/scsi_host/host${host}/scan`,
  });

export const scsiSetRoot = (at: Place, what: string, disk: string, uses: readonly string[]) =>
  error('scsi-set-root', at, `${what} holds ${disk}, from which this host runs`, {
    notes: listed(uses),
    help: "pass its other LUNs one by one with <hostdev type='scsi'>",
  });

export const scsiSetTooMany = (
  at: Place,
  what: string,
  { luns, placed, model }: { readonly luns: number; readonly placed: number; readonly model: string },
) =>
  error(
    'scsi-set-too-many',
    at,
    `${what} has ${luns} ${luns === 1 ? 'LUN' : 'LUNs'}; a controller of model '${model}' has places for ${placed} of them`,
    {
      help:
        placed === 0
          ? "give it a controller of its own: remove <address>, or name a controller of model='virtio-scsi'"
          : "use <controller type='scsi' model='virtio-scsi'>, which has 256 targets of 16384 LUNs",
    },
  );

export const scsiLunRenumbered = (
  at: Place,
  { lun, place, why }: { readonly lun: string; readonly place: string; readonly why: string },
) =>
  note('scsi-lun-renumbered', at, `LUN ${lun} of the host stands at ${place} in the guest: ${why}`, {
    help: 'find it in the guest by its WWN (/dev/disk/by-id), which stays',
  });

export const scsiSetOverlap = (at: Place, what: string, lun: string, first: Place) =>
  error(
    'scsi-set-overlap',
    at,
    `LUN ${lun} of ${what} is passed through with another target or adapter too`,
    {
      notes: [{ message: 'it is part of this one', at: first }],
      help: 'remove one of the two',
    },
  );

export const scsiSetNoBoot = (at: Place, what: string) =>
  warning('scsi-set-no-boot', at, `no LUN of ${what} is a disk or CD/DVD to boot from`, {
    help: 'remove <boot>',
  });

export const fcPortMismatch = (at: Place, wwpn: string, host: number, wwnn: string) =>
  error('fc-port-mismatch', at, `port ${wwpn} is scsi_host${host}, whose wwnn is ${wwnn}`, {
    help: `write wwnn='${wwnn}', or leave it out`,
  });

export const fcPortNotFound = (at: Place, wwpn: string, ports: readonly string[]) =>
  error('fc-port-not-found', at, `the host has no port ${wwpn}`, {
    notes: listed(ports),
    help: 'add wwnn= if it is an NPIV port that is to be made, or correct the wwpn',
  });

export const vportNotThere = (at: Place, wwpn: string, parent: string) =>
  warning(
    'vport-not-there',
    at,
    `NPIV port ${wwpn} is not there yet: what is behind it is unknown, and the guest gets no LUN of it`,
    {
      help: `make it on ${parent} as the host steps of 'run --dry-run' say, and convert again; 'run --create-vports' does both`,
    },
  );

export const vportNoParent = (at: Place, wwpn: string, why: string, ports: readonly string[]) =>
  error('vport-no-parent', at, `NPIV port ${wwpn} is not there and cannot be made: ${why}`, {
    notes: listed(ports),
    help: 'name another parent=, or convert for the host that has the port with --host FILE',
  });
