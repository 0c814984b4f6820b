import type { Place } from '../../model/place';
import { note, warning } from '../diagnostic';

/** `held`: whether this user's processes have it; undefined: not known. `start`: what starts QEMU with it. */
export const rawioNeeded = (at: Place, held: boolean | undefined, start: string) =>
  (held === false ? warning : note)(
    'rawio-needed',
    at,
    held === false
      ? "rawio='yes' needs CAP_SYS_RAWIO, which this user's processes do not have"
      : "rawio='yes' needs CAP_SYS_RAWIO, which then holds for all disks of this QEMU",
    {
      help: `as root, start QEMU by ${start}, or use a unit with AmbientCapabilities=CAP_SYS_RAWIO`,
    },
  );

export const sgMissing = (at: Place) =>
  warning('scsi-sg-missing', at, 'no LUN of this host has an sg node: the sg driver is not loaded', {
    help: 'modprobe sg',
  });

export const vhostScsiMissing = (at: Place, problem: string) =>
  warning('vhost-scsi-missing', at, problem, {
    help: "modprobe vhost_scsi, and make the target with targetcli; 'run --dry-run' prints the commands",
  });

export const hostDeviceOpen = (
  at: Place,
  path: string,
  users: readonly { readonly pid: number; readonly command: string }[],
) =>
  warning('host-device-open', at, `another QEMU has ${path} open`, {
    notes: users.map(({ pid, command }) => ({ message: `process ${pid}, ${command}` })),
    help: 'stop that guest first, or let both share it: <shareable/>, and reservations or a cluster file system',
  });

/** `limit` in KiB, `sectors` of 512 bytes; `virtio`: it is on a virtio-scsi controller, which alone can be told of them. */
export const lunTransferLimit = (
  at: Place,
  path: string,
  driver: string,
  limit: number,
  {
    sectors,
    windows,
    virtio,
  }: { readonly sectors: number; readonly windows: boolean; readonly virtio: boolean },
) =>
  warning(
    'lun-transfer-limit',
    at,
    `${path} takes requests of ${limit} KiB at most, and the guest may not know`,
    {
      notes: [
        {
          message: windows
            ? 'the virtio-scsi driver of Windows does not ask a LUN for its limits'
            : `QEMU tells guests of ${driver} all of these limits since 6.2`,
        },
      ],
      help: `${virtio ? `add <driver max_sectors='${sectors}'/> to its` : `use <driver max_sectors='${sectors}'/> on a`} virtio-scsi controller${windows ? '' : ', or use QEMU 6.2 or later'}`,
    },
  );

/** What sets a limit: the tape, disks of its adapter, or the segments of a request, that the sg driver copies or takes as they are. */
type TapeLimitBy = 'tape' | 'disks' | { readonly pieceKb: number; readonly direct: boolean };

/** KiB. Pages that are taken as they are may lie side by side, and then share a segment. */
export const tapeTransferLimit = (at: Place, path: string, limit: number, by: TapeLimitBy) => {
  const estimated = by === 'disks' || (by !== 'tape' && by.direct);
  return warning(
    'tape-transfer-limit',
    at,
    `blocks of more than ${limit} KiB ${estimated ? 'may' : 'do'} not reach the tape ${path}`,
    {
      notes: [{ message: `${tapeLimitReason(limit, by)}; LTFS writes 512 KiB` }],
      help: `write blocks of ${limit} KiB or less, as in mt setblk or mkltfs --blocksize`,
    },
  );
};

function tapeLimitReason(limit: number, by: TapeLimitBy): string {
  if (by === 'tape') return 'the host takes no larger request for it (max_sectors)';
  if (by === 'disks') return 'disks of its adapter take no larger request (max_hw_sectors_kb)';
  const { pieceKb, direct } = by;
  return `its adapter takes ${limit / pieceKb} segments a request (sg_tablesize), each of ${pieceKb} KiB${direct ? ' (allow_dio)' : ''}`;
}

/** The sg driver keeps a buffer for each opener (def_reserved_size), made when it opens. KiB. */
export const tapeTransferFragmented = (at: Place, path: string, limit: number, block: number) =>
  note(
    'tape-transfer-fragmented',
    at,
    `blocks of more than ${limit} KiB may fail on the tape ${path} some day`,
    {
      notes: [
        {
          message:
            "once the host's memory is in small pieces, its adapter has too few segments (sg_tablesize)",
        },
      ],
      help: `as root, before the guest starts: echo ${block * 1024} > /sys/module/sg/parameters/def_reserved_size`,
    },
  );

/** `fixed`: disks of this bus have no other blocks. */
export const diskBlockSize = (at: Place, path: string, size: number, fixed: boolean) =>
  warning('disk-block-size', at, `${path} has blocks of ${size} bytes, and the guest sees 512`, {
    notes: [{ message: 'a partition table that was written with one size is not found with the other' }],
    help: `${fixed ? "use bus='scsi' or 'virtio', with" : 'add'} <blockio logical_block_size='${size}' physical_block_size='${size}'/>`,
  });

export const diskRotation = (at: Place, path: string) =>
  note(
    'disk-rotation-unsaid',
    at,
    `${path} does not rotate, and the guest takes its disk for one that does`,
    {
      help: "add rotation_rate='1' to <target>",
    },
  );
