import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const qemuNotFound = (binary: string) =>
  error('qemu-not-found', undefined, `no QEMU '${binary}' on this machine`, {
    help: 'install it, give its path, or say --qemu-version to convert without it',
  });

export const qemuNotRunnable = (path: string) =>
  error('qemu-not-runnable', undefined, `${path} may not be run`, {
    help: 'check its permissions, or say --qemu-version to convert without it',
  });

export const notQemu = (path: string) =>
  error('qemu-not-qemu', undefined, `${path} does not answer as QEMU does`, {
    help: 'give a system emulator such as qemu-system-x86_64, or say --qemu-version to convert without it',
  });

/** What is to run a guest. */
interface Runner {
  readonly program: string;
  /** QEMU's name of what it runs. */
  readonly arch: string;
}

/** `byOption`: `--arch` chose the emulator. */
export const archForeign = (at: Place, guest: string, { program, arch }: Runner, byOption: boolean) =>
  error('arch-foreign', at, `the guest is for ${guest}, which ${program} does not run: it is for ${arch}`, {
    help: `${byOption ? `leave --arch ${arch} out` : `use an emulator of ${guest}`}, or write arch='${arch}' where the guest is made for that`,
  });

export const archOptionForeign = (asked: string, { program, arch }: Runner) =>
  error(
    'arch-foreign',
    undefined,
    `--arch asks for ${asked}, which ${program} does not run: it is for ${arch}`,
    {
      help: `leave --arch out, or name an emulator of ${asked}`,
    },
  );
