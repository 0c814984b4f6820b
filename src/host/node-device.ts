import type { Hctl } from './facts';
import { hctlOf } from './scsi';

/** What a name of a device of the host says by itself. */
export type NodeDevice =
  | { readonly is: 'scsi'; readonly hctl: Hctl }
  | { readonly is: 'scsi_target'; readonly host: number; readonly channel: number; readonly target: number }
  | { readonly is: 'scsi_host'; readonly host: number }
  /** 0000:00:1f.2 */
  | { readonly is: 'pci'; readonly address: string }
  /** A device node or a link to one; `serial`: what libvirt puts behind the kernel's name, ID_SERIAL of udev. */
  | { readonly is: 'node'; readonly path: string; readonly serial?: string | undefined }
  /** A name below /dev/disk/by-id, by-path or their like for tapes: which of them only the host can say. */
  | { readonly is: 'link'; readonly name: string }
  | { readonly is: 'unknown' };

type Reader = (match: readonly string[]) => NodeDevice;

/** libvirt's names, all but letters and digits replaced by `_` (src/node_device/node_device_udev.c), and the kernel's. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/^scsi_(\d+)_(\d+)_(\d+)_(\d+)$/, (parts) => scsi(parts.slice(1, 5).join(':'))],
  [/^(\d+:\d+:\d+:\d+)$/, ([, hctl = '']) => scsi(hctl)],
  [
    /^(?:scsi_)?target(\d{1,9})[_:](\d{1,9})[_:](\d{1,9})$/,
    ([, host, channel, target]) => ({
      is: 'scsi_target',
      host: Number(host),
      channel: Number(channel),
      target: Number(target),
    }),
  ],
  [/^(?:scsi_)?host(\d{1,9})$/, ([, host]) => ({ is: 'scsi_host', host: Number(host) })],
  [
    /^pci_([0-9a-f]{4,8})_([0-9a-f]{2})_([0-9a-f]{2})_([0-7])$/,
    ([, domain = '', bus = '', slot = '', fn = '']) => ({
      is: 'pci',
      address: `${domain}:${bus}:${slot}.${fn}`,
    }),
  ],
  [/^([0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])$/, ([, address = '']) => ({ is: 'pci', address })],
  [/^scsi_generic_(sg\d+)$/, ([, node = '']) => ({ is: 'node', path: `/dev/${node}` })],
  [
    /^block_dm_(\d+)(?:_(.+))?$/,
    ([, number = '', serial]) => ({ is: 'node', path: `/dev/dm-${number}`, serial }),
  ],
  [
    /^block_([a-z]+[0-9a-z]*)(?:_(.+))?$/,
    ([, node = '', serial]) => ({ is: 'node', path: `/dev/${node}`, serial }),
  ],
  [/^(\/dev\/.+)$/, ([, path = '']) => ({ is: 'node', path })],
  [/^((?:sd[a-z]+|sg|sr|n?st|sch|dm-)\d*)$/, ([, node = '']) => ({ is: 'node', path: `/dev/${node}` })],
  [/^([a-z][a-z0-9]*-[^/]+)$/i, ([, name = '']) => ({ is: 'link', name })],
];

/** Reads a libvirt node device name (`scsi_2_0_4_0`, `block_sdb_...`), a kernel name (`sg3`), a path or a link name. */
export function nodeDeviceOf(name: string): NodeDevice {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(name);
    if (match !== null) return read(match);
  }
  return { is: 'unknown' };
}

/** Text as libvirt has it in the name of a node device. */
export function asNodeDeviceName(text: string): string {
  return text.replaceAll(/[^a-zA-Z0-9]/g, '_');
}

function scsi(text: string): NodeDevice {
  const hctl = hctlOf(text);
  return hctl === undefined ? { is: 'unknown' } : { is: 'scsi', hctl };
}
