import type { Kind } from './kind';

const LINK = /^(\/dev\/(?:disk|tape)\/by-[\w-]+\/|\/dev\/mapper\/)(.+?)(-part\d+|-nst)?$/;
const BY_WWN =
  /^((?:\/dev\/(?:disk|tape)\/by-id\/)?(?:wwn-0x|scsi-3|dm-uuid-mpath-3|nvme-eui\.)|\/dev\/mapper\/3)([\da-f]{16,32})$/i;
const WWN = /^(naa\.|eui\.|0x)(.+)$/i;
const CLASS = /^((?:dm-(?:name|uuid)|scsi|ata|nvme|usb|virtio|md|lvm|pci|ip)-)(.+)$/;
/** libvirt's name of a block device has that of the kernel and the serial number of udev. */
const NODE = /^(block_(?:dm_)?[a-z]*\d*_)(.+)$/;
const MEMBER = /^(ua-.+?)((?:-\d+)+)$/;

/** What a value is made of, where a part of it is a value of its own: before it, it, behind it, and its kind. */
export function pieces(kind: Kind, value: string): readonly [string, string, string, Kind] | undefined {
  if (kind === 'wwn') {
    const [, before, digits] = WWN.exec(value) ?? [];
    return before === undefined || digits === undefined ? undefined : [before, digits, '', 'wwn'];
  }
  // A LUN of a set has the alias of the set and its own number.
  if (kind === 'alias' && value.length <= 40) {
    const [, set, number] = MEMBER.exec(value) ?? [];
    return set === undefined || number === undefined ? undefined : ['', set, number, 'alias'];
  }
  return kind === 'path' || kind === 'node' ? linkPieces(value) : undefined;
}

function linkPieces(value: string): readonly [string, string, string, Kind] | undefined {
  const [, folder, name, part] = LINK.exec(value) ?? [];
  if (folder !== undefined && name !== undefined && part !== undefined)
    return ['', `${folder}${name}`, part, 'path'];
  const [, before, digits] = BY_WWN.exec(value) ?? [];
  if (before !== undefined && digits !== undefined) return [before, digits, '', 'wwn'];
  const [, start, rest] = NODE.exec(value) ?? (folder === undefined ? CLASS.exec(value) : null) ?? [];
  if (start !== undefined && rest !== undefined) return [start, rest, '', 'label'];
  if (folder === undefined || name === undefined) return undefined;
  const [, sort = '', label = name] = CLASS.exec(name) ?? [];
  return [`${folder}${sort}`, label, '', 'label'];
}
