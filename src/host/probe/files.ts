import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Access } from '../facts';

/**
 * Reads below a root folder, `/` or a tree that looks like it. Nothing throws: what cannot be read is undefined.
 * Paths go in and come out as the host itself would write them.
 */
export class Files {
  readonly #root: string;

  constructor(root: string) {
    // The root may itself be reached by a link, as a temporary folder often is.
    this.#root = attempt(() => realpathSync.native(root)) ?? resolve(root);
  }

  /** The machine itself, and no tree that looks like one. */
  get isHost(): boolean {
    return this.#root === '/';
  }

  /** A file of sysfs or procfs without the blanks around it. */
  text(path: string): string | undefined {
    return attempt(() => readFileSync(this.#at(path), 'utf8').trim());
  }

  number(path: string): number | undefined {
    const text = this.text(path);
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  }

  bytes(path: string): Buffer | undefined {
    return attempt(() => readFileSync(this.#at(path)));
  }

  /**
   * A part of a file or block device, shorter where that ends. Nothing else is opened, and not what takes its place
   * meanwhile: a FIFO would wait for its other end, a character device may do something.
   */
  part(path: string, offset: number, length: number): Buffer | undefined {
    const stats = this.stats(path);
    if (stats === undefined || !hasBytes(stats)) return undefined;
    return attempt(() => {
      const descriptor = openSync(this.#at(path), constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        if (!hasBytes(fstatSync(descriptor))) return undefined;
        const bytes = Buffer.alloc(length);
        return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
      } finally {
        closeSync(descriptor);
      }
    });
  }

  /** The names within a folder, sorted; none where it cannot be read. */
  names(folder: string): readonly string[] {
    return this.#names(folder) ?? [];
  }

  exists(path: string): boolean {
    return this.stats(path) !== undefined;
  }

  /** Of what the path leads to; undefined also where it leads nowhere. */
  stats(path: string): Stats | undefined {
    // To throw costs more than to ask.
    return attempt(() => statSync(this.#at(path), { throwIfNoEntry: false }));
  }

  /** Why there are no stats: ENOENT, also where a part of the path is no folder, EACCES, ... */
  whyNot(path: string): string | undefined {
    try {
      return statSync(this.#at(path), { throwIfNoEntry: false }) === undefined ? 'ENOENT' : undefined;
    } catch (problem) {
      return codeOf(problem);
    }
  }

  isLink(path: string): boolean {
    return attempt(() => lstatSync(this.#at(path)).isSymbolicLink()) ?? false;
  }

  /** Where a path leads with every link followed. */
  real(path: string): string | undefined {
    const real = attempt(() => realpathSync.native(this.#at(path)));
    if (real === undefined) return undefined;
    if (this.#root === '/') return real;
    return real.startsWith(`${this.#root}/`) ? real.slice(this.#root.length) : undefined;
  }

  /** Where one link points, without looking at it: enough for what udev makes, and quick. */
  link(path: string): string | undefined {
    return attempt(() => resolve(dirname(path), readlinkSync(this.#at(path))));
  }

  /** By mode, ACL and capabilities. A node is never opened here: opening a watchdog or a tape does something. */
  access(path: string): Access {
    const may = (mode: number) => succeeds(() => accessSync(this.#at(path), mode));
    if (!may(constants.R_OK)) return 'none';
    return may(constants.W_OK) ? 'read-write' : 'read-only';
  }

  /**
   * Whether a block device can be opened for reading, since the device cgroup shows only then. Not for writing: udev
   * takes the end of that for a change of the disk. O_NONBLOCK: an empty drive opens, and its tray stays as it is.
   */
  opens(path: string): boolean {
    try {
      closeSync(openSync(this.#at(path), constants.O_RDONLY | constants.O_NONBLOCK));
      return true;
    } catch (problem) {
      const code = codeOf(problem);
      return code !== 'EPERM' && code !== 'EACCES';
    }
  }

  /**
   * Whether somebody has a block device for himself: with O_EXCL the kernel says so to who opens it (open(2)), for reading
   * too. Undefined where it does not open at all.
   */
  isHeld(path: string): boolean | undefined {
    try {
      closeSync(openSync(this.#at(path), constants.O_RDONLY | constants.O_NONBLOCK | constants.O_EXCL));
      return false;
    } catch (problem) {
      return codeOf(problem) === 'EBUSY' ? true : undefined;
    }
  }

  #names(folder: string): string[] | undefined {
    return attempt(() => readdirSync(this.#at(folder)).sort());
  }

  #at(path: string): string {
    // QEMU opens a path of a guest that is not absolute from where it is started.
    return this.isHost ? resolve(path) : join(this.#root, path);
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function hasBytes(stats: Stats): boolean {
  return stats.isFile() || stats.isBlockDevice();
}

function codeOf(problem: unknown): string | undefined {
  return typeof problem === 'object' && problem !== null && 'code' in problem
    ? String(problem.code)
    : undefined;
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
