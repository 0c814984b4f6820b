import { isUnfilled } from '../model/unfilled';
import { isPlainHost } from './host-name';
import { STAND_INS, type Kind } from './kind';
import { isGenericPath } from './path';
import { pieces } from './pieces';

/** Stand-ins by kind and value, numbered in the order of the first call. */
export class StandIns {
  private readonly known = new Map<Kind, Map<string, string>>();
  private readonly anyKind = new Map<string, string>();
  private readonly given = new Set<string>();
  private readonly folders = new Set<string>();

  /** Paths that others may be below: what is in them stays in them. */
  addFolders(paths: Iterable<string>): void {
    for (const path of paths) this.folders.add(path);
  }

  of(kind: Kind, value: string): string {
    if (value === '' || this.given.has(value) || isGeneric(kind, value)) return value;
    const composed = this.composed(kind, value);
    if (composed !== undefined) return composed;
    const folder = kind === 'path' ? value.slice(0, value.lastIndexOf('/')) : '';
    if (folder !== '' && this.folders.has(folder)) return this.below(folder, value);
    let values = this.known.get(kind);
    if (values === undefined) this.known.set(kind, (values = new Map<string, string>()));
    const folded = FOLDED.has(kind) ? value.toLowerCase() : value;
    const key = sameIn(kind, folded);
    let standIn = values.get(key);
    if (standIn === undefined) {
      standIn = unfilledAs(value, STAND_INS[kind](values.size + 1, value));
      values.set(key, standIn);
      this.given.add(standIn);
      // A part of a name is no word by itself.
      if (kind !== 'label' && kind !== 'leaf' && !this.anyKind.has(value)) this.anyKind.set(value, standIn);
    }
    return standIn;
  }

  /** Of a value that is one or more with something around them. */
  private composed(kind: Kind, value: string): string | undefined {
    const bare = value.trim();
    if (bare !== value) {
      const at = value.indexOf(bare);
      return `${blanks(value.slice(0, at))}${this.of(kind, bare)}${blanks(value.slice(at + bare.length))}`;
    }
    if (kind === 'remote' && value.includes('/'))
      return value.replace(/[^/]+/g, (part) => this.of('remote', part));
    const [before, inner, behind, innerKind = kind] = pieces(kind, value) ?? [];
    return inner === undefined ? undefined : `${before ?? ''}${this.of(innerKind, inner)}${behind ?? ''}`;
  }

  private below(folder: string, path: string): string {
    const standIn = `${this.of('path', folder)}/${this.of('leaf', path)}`;
    this.given.add(standIn);
    this.anyKind.set(path, standIn);
    return standIn;
  }

  /** What a value became, whatever it was. */
  existing(value: string): string | undefined {
    return this.anyKind.get(value);
  }

  /** Every value that has one. */
  all(): ReadonlyMap<string, string> {
    return this.anyKind;
  }
}

/** Line breaks are kept by whoever writes the value. */
function blanks(space: string): string {
  return space.replace(/[\r\n]/g, ' ');
}

/** One that nobody filled in stays such, marked before its extension: what it was called may tell whose it is. */
function unfilledAs(value: string, standIn: string): string {
  return isUnfilled(value) && !isUnfilled(standIn)
    ? standIn.replace(/(\.[a-z]\w{0,5})?$/i, '__X__$1')
    : standIn;
}

/** 20:00:00:00:c9:83:1b:4b is the same WWN without its colons; libvirt has names of devices in letters and digits alone. */
function sameIn(kind: Kind, value: string): string {
  if (kind === 'wwn') return value.replaceAll(':', '');
  return kind === 'label' ? value.replace(/[^a-z\d]/gi, '_') : value;
}

/** Kinds that are the same in capitals. */
const FOLDED: ReadonlySet<Kind> = new Set<Kind>(['uuid', 'mac', 'wwn', 'iqn']);

/** Aliases as libvirt makes them: what the device is, and numbers. */
const LIBVIRTS =
  /^(virtio-disk|scsi|ide|sata|nvme|fdc|usb|virtio-serial|ccid|pcie?|net|hostdev|channel|serial|parallel|console|redir|rng|tpm|sound|audio|video|watchdog|balloon|input|smartcard|fs|shmem|(nv)?dimm|virtiop?mem|vsock|crypto|iommu|pstore|panic|hub)[-.\d]*$/;

/** As the kernel and libvirt count them. */
const NETDEV = /^(eth|vnet|tap|macvtap|macvlan|v?net|(vir)?br)(\d+|%d)$|^lo$/;

/** What every host has, and what says nothing. */
function isGeneric(kind: Kind, value: string): boolean {
  if (/^(None|undefined|null|nil|NaN)$/.test(value)) return true;
  if (kind === 'host' || kind === 'address') return isPlainHost(value);
  if (kind === 'path') return isGenericPath(value);
  if (kind === 'bridge') return /^(vir)?br\d+$/.test(value);
  if (kind === 'network' || kind === 'pool') return value === 'default';
  if (kind === 'alias') return LIBVIRTS.test(value);
  if (kind === 'node') return /^(pci|scsi|usb)_\w+$|^s[dgr][a-z\d]+$|^(target|host)?[\d:]+$/.test(value);
  if (kind === 'netdev') return NETDEV.test(value);
  // The cookies of a drive, as this tool asks for them.
  if (kind === 'usage') return /^cookies-(fd|hd|sd|ubd|vd|xvd|nvme\d)[a-z\d]*(-\d+)?$/.test(value);
  if (kind === 'drive')
    return /^(fd|hd|sd|ubd|vd|xvd)[a-z\d]*_?$|^ioemu:hd[a-z]$|^nvme\d+n\d+(p\d+)?$/.test(value);
  if (kind === 'sound') return /^(default|null|pulse|sysdefault|(plug)?hw:[\d,]+)$/.test(value);
  if (kind === 'channel') return /^(org\.qemu|com\.redhat|org\.spice-space|org\.libguestfs)\./.test(value);
  if (kind === 'firmware') return /^opt\/(org\.tianocore|ovmf|com\.coreos|io\.systemd)(\.|\/)/i.test(value);
  if (kind === 'user') return /^\+?\d+$|^root$/.test(value);
  // As libvirt calls a LUN of a pool by its address.
  if (kind === 'volume') return /^unit:[\d:]+$/.test(value);
  return false;
}
