import { basename, extname, isAbsolute, resolve } from 'node:path';

export type Arch = 'x86_64' | 'aarch64';
export type MachineFamily = 'q35' | 'pc' | 'virt';

export interface Image {
  /** Absolute. */
  readonly path: string;
  /** QEMU's name of the format. */
  readonly format: string;
}

/** All that a guest is made of: what was asked, and the defaults of what was not. */
export interface Answers {
  readonly name: string;
  /** MiB. */
  readonly memory: number;
  readonly vcpus: number;
  readonly disks: readonly Image[];
  readonly luns: readonly string[];
  readonly cdrom?: string | undefined;
  readonly bridge?: string | undefined;
  readonly network: 'user' | 'none';
  readonly arch: Arch;
  readonly machine: MachineFamily;
  readonly firmware: 'bios' | 'uefi';
  readonly accel: 'kvm' | 'tcg';
}

/** What somebody wrote, as a value, or what is wrong with it and what to write instead. */
export type Reading<T> =
  { readonly value: T } | { readonly problem: string; readonly help?: string | undefined };

/** What XML cannot hold, or drives a terminal. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/;

/** libvirt takes any name without a slash; a shell and a file name want no blanks at its ends. */
export function readName(text: string): Reading<string> {
  if (text === '' || text !== text.trim() || CONTROL.test(text) || /^\.+$/.test(text) || text.includes('/'))
    return { problem: `'${text}' is no name for a guest`, help: 'use letters, digits, dots and dashes: db1' };
  return { value: text };
}

const MEBI: Readonly<Record<string, number>> = { M: 1, G: 1024, T: 1024 * 1024 };

/** `2G`, `512M`, `1.5GiB` -> MiB. */
export function readMemory(text: string): Reading<number> {
  const [, count = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([MGT])(?:i?B)?$/i.exec(text.trim()) ?? [];
  const size = Number(count) * (MEBI[unit.toUpperCase()] ?? 0);
  if (size === 0)
    return {
      problem: `'${text}' is no size of memory`,
      help: /^\d+$/.test(text.trim()) ? `say the unit: ${text.trim()}M` : 'write it as 512M or 2G',
    };
  if (!Number.isInteger(size))
    return { problem: `'${text}' is not a whole number of MiB`, help: 'write it in M' };
  if (size < 16 || size > 16 * MEBI_OF_TEBI)
    return { problem: `${text} is not between 16M and 16T`, help: 'write it as 512M or 2G' };
  return { value: size };
}

const MEBI_OF_TEBI = 1024 * 1024;

/** The most that every machine type here takes without more being said in the XML. */
const MOST_VCPUS = 255;

export function readVcpus(text: string): Reading<number> {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= MOST_VCPUS
    ? { value: count }
    : { problem: `'${text}' is not a number of virtual CPUs`, help: `a number from 1 to ${MOST_VCPUS}` };
}

/** QEMU's formats by the ends of file names. */
const FORMATS: Readonly<Record<string, string>> = {
  '.qcow2': 'qcow2',
  '.raw': 'raw',
  '.img': 'raw',
  '.vmdk': 'vmdk',
  '.vdi': 'vdi',
  '.vhdx': 'vhdx',
  '.qed': 'qed',
};

/** An image by its path, the format by the end of its name; a device node holds what it holds. */
export function readDisk(text: string): Reading<Image> {
  const wrong = wrongPath(text);
  if (wrong !== undefined) return { problem: wrong };
  const path = resolve(text);
  if (path.startsWith('/dev/')) return { value: { path, format: 'raw' } };
  const extension = extname(path).toLowerCase();
  const format = FORMATS[extension];
  if (format !== undefined) return { value: { path, format } };
  return {
    problem: `the format of '${text}' is not known by the end of its name`,
    help:
      extension === '.iso'
        ? 'a CD-ROM is given with --cdrom'
        : `name it one of *${Object.keys(FORMATS).join(', *')}`,
  };
}

export function readCdrom(text: string): Reading<string> {
  const wrong = wrongPath(text);
  return wrong === undefined ? { value: resolve(text) } : { problem: wrong };
}

/** A LUN is passed through by the node of its device. */
export function readLun(text: string): Reading<string> {
  const wrong = wrongPath(text);
  if (wrong !== undefined) return { problem: wrong };
  if (isAbsolute(text) && text.startsWith('/dev/')) return { value: text };
  return {
    problem: `'${text}' is no device node`,
    help: "write /dev/disk/by-id/...: 'domxml2qemu host' lists the names that stay",
  };
}

/** Linux: 15 bytes, no slash, no blank. */
export function readBridge(text: string): Reading<string> {
  return /^[^\s/:]{1,15}$/.test(text) && !CONTROL.test(text) && !/^\.\.?$/.test(text)
    ? { value: text }
    : { problem: `'${text}' is no name of a bridge`, help: 'write it as br0' };
}

function wrongPath(text: string): string | undefined {
  if (text.trim() === '') return 'a path is missing';
  return CONTROL.test(text) ? `'${text}' has characters that no XML file can hold` : undefined;
}

/** `db1.xml` -> `db1`: the name of a guest whose file it is, where it makes one. */
export function nameFromFile(file: string | undefined): string {
  const name = file === undefined || file === '-' ? '' : basename(file, '.xml');
  return 'value' in readName(name) ? name : 'guest';
}
