import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const filesystemInvalid = (at: Place, problem: string, instead: string) =>
  error('filesystem-invalid', at, `this folder cannot be shared: ${problem}`, { help: `use ${instead}` });

export const sharedMemoryNeeded = (at: Place, what: string) =>
  error('shared-memory-needed', at, `${what} works in the guest's memory, which it does not share`, {
    help: "add <memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>",
  });

/** virtiofsd in Rust has no option for them (its README, of 1.0 and later); the one in C, up to QEMU 7.2, had. */
export const virtiofsLocks = (at: Place, kind: 'posix' | 'flock') =>
  warning(
    'virtiofs-locks',
    at,
    'virtiofsd 1.0 and later hands no locks on to the host: they hold within the guest alone',
    {
      help: `remove it, or name the virtiofsd of QEMU 7.2 or earlier in <binary path=''/>: it has -o ${kind === 'posix' ? 'posix_lock' : kind}`,
    },
  );

export const virtiofsdLacks = (at: Place, what: string, program: string) =>
  error('virtiofsd-lacks', at, `${program} is the virtiofsd of QEMU 7.2 or earlier, which has no ${what}`, {
    help: "remove it, or name virtiofsd 1.0 or later in <binary path=''/>",
  });

export const vsockTwice = (at: Place, first: Place) =>
  error('vsock-twice', at, 'a guest has one vsock device', {
    notes: [{ message: 'the other one is here', at: first }],
    help: 'remove one of the two',
  });

export const vsockCidMissing = (at: Place) =>
  error('vsock-cid', at, 'this vsock device has no address, and takes none by itself', {
    help: "give it one with <cid address='3'/>, or set auto='yes'",
  });
