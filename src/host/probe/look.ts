import type * as Os from 'node:os';
import type { HostFacts, Listening, ScsiUse } from '../facts';
import { readAdapters } from './adapters';
import { Files } from './files';
import { nameLinks, type Links } from './links';
import { readMachine } from './machine';
import { readListening } from './network';
import { readScsiUse } from './scsi-use';
import { readSurroundings, type Surroundings } from './surroundings';
import { usageOf, type Usage } from './usage';

/**
 * One look at a host: what hangs on no guest is read when it is first asked for, and stays as it was then. So it is made
 * by a run that ends, as a `check` of many files does, and kept no longer; what lives on, as `batch` and `run` do, takes
 * a new look for each guest, which is what every probe does that is given none. What a guest names is read anew each time.
 */
export interface Look {
  readonly files: Files;
  /** Whether there is a sysfs: not on another system than Linux, nor in some sandboxes. */
  readonly hasDevices: () => boolean;
  readonly arch: () => string | undefined;
  readonly hostname: () => string | undefined;
  readonly machine: () => ReturnType<typeof readMachine>;
  readonly surroundings: () => Surroundings;
  readonly usage: () => Usage;
  /** The stable names of disks and tapes. */
  readonly names: () => Links;
  readonly adapters: () => HostFacts['adapters'];
  readonly scsiUse: () => ScsiUse;
  /** With the processes that listen. */
  readonly listening: () => Listening | undefined;
}

export interface ProbeOptions {
  /** Where the host's file system is: `/`, or a tree that looks like it. */
  readonly root?: string | undefined;
  /** An earlier look at the same host. */
  readonly look?: Look | undefined;
}

export function lookAt(root = '/'): Look {
  const files = new Files(root);
  return {
    files,
    hasDevices: once(() => files.exists('/sys/class')),
    arch: once(() => files.text('/proc/sys/kernel/arch') ?? (root === '/' ? machineOf() : undefined)),
    hostname: once(() => files.text('/proc/sys/kernel/hostname')),
    machine: once(() => readMachine(files)),
    surroundings: once(() => readSurroundings(files)),
    usage: once(() => usageOf(files)),
    names: once(() => nameLinks(files)),
    adapters: once(() => readAdapters(files)),
    scsiUse: once(() => readScsiUse(files)),
    listening: once(() => readListening(files, { withOwners: true })),
  };
}

/** Before Linux 6.1 the kernel's name of the architecture is only in uname. */
function machineOf(): string {
  // Loaded here: start-up pays for what it uses.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('node:os') as typeof Os).machine();
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: read() }).value;
}
