import type {
  Access,
  DeviceNode,
  Hctl,
  OpenNode,
  ScsiAdapter,
  ScsiDevice,
  ScsiUse,
  SgDriver,
  TapeLimit,
} from '../facts';
import { absolutePath, count, flag, list, matching, object, optional, text, word } from '../shape';

export const access = word<Access>({ 'read-write': true, 'read-only': true, none: true });

const wwn = matching(/^[0-9a-f]{16}$/, '16 lower case hexadecimal digits');

/** A link above the node's own path is a path too. */
export const deviceNode = { path: absolutePath, links: list(absolutePath), access: optional(access) };

const hctl = object<Hctl>({
  host: count,
  channel: count,
  target: count,
  lun: matching(/^(0|[1-9]\d{0,19})$/, 'a LUN as a decimal number in quotes'),
});

const node = object<DeviceNode>(deviceNode);

export const scsiDevice = object<ScsiDevice>({
  hctl,
  type: count,
  vendor: text,
  model: text,
  revision: text,
  serial: optional(text),
  wwid: optional(text),
  size: optional(count),
  block: optional(node),
  sg: optional(node),
  tape: optional(node),
  changer: optional(node),
  multipath: optional(absolutePath),
  state: optional(text),
});

export const scsiAdapter = object<ScsiAdapter>({
  host: count,
  driver: text,
  uniqueId: optional(count),
  pciParent: optional(text),
  sgTablesize: optional(count),
  fc: optional(
    object<NonNullable<ScsiAdapter['fc']>>({
      wwnn: wwn,
      wwpn: wwn,
      portState: optional(text),
      fabric: optional(text),
      vports: optional(object<{ max: number; inUse: number }>({ max: count, inUse: count })),
      vportParent: optional(count),
    }),
  ),
  iscsi: optional(
    list(
      object<NonNullable<ScsiAdapter['iscsi']>[number]>({
        session: count,
        target: text,
        portal: optional(text),
        initiator: optional(text),
      }),
    ),
  ),
});

export const scsiUse = object<ScsiUse>({
  sg: flag,
  rawio: flag,
  reservationKey: optional(flag),
  vhostTargets: optional(list(text)),
  opened: optional(list(object<OpenNode>({ path: absolutePath, pid: count, command: text }))),
  sgDriver: optional(object<SgDriver>({ elementKb: count, reservedKb: count, direct: flag })),
  tapeLimits: optional(
    list(
      object<TapeLimit>({
        hctl: matching(/^\d+:\d+:\d+:\d+$/, 'H:C:T:L'),
        maxKb: count,
        from: word<TapeLimit['from']>({ tape: true, disks: true }),
      }),
    ),
  ),
});
