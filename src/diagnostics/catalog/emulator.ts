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
