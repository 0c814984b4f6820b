import type { Place } from './place';

/** A choice that a user could wonder about. */
export interface Decision {
  /** What it is about: an id of the plan (`scsi0-0-2-5`) or a section (`machine`). */
  readonly subject: string;
  /** What was decided: `scsi-block`, `addr=0x3`. */
  readonly value: string;
  readonly reason: string;
  readonly at?: Place | undefined;
  /** The host fact behind it. */
  readonly fact?: string | undefined;
  /** What it costs, or what would make it different. */
  readonly caveats: readonly string[];
}

/** A process that must run beside QEMU; libvirt would start it. */
export interface Companion {
  readonly name: string;
  readonly argv: readonly string[];
  /** The socket to wait for before QEMU starts. */
  readonly socket?: string | undefined;
  /** Other files that it makes and leaves where a signal ends it. */
  readonly leaves?: readonly string[] | undefined;
  readonly reason: string;
}

/** What is to be removed when a companion has ended. */
export function remainsOf({ socket, leaves = [] }: Companion): string[] {
  return socket === undefined ? [...leaves] : [socket, ...leaves];
}

/** A host path that QEMU opens. */
export interface Resource {
  readonly path: string;
  readonly access: 'read' | 'write' | 'read-write';
  /** Shared with other guests on purpose. */
  readonly shared: boolean;
  readonly usedBy: string;
}

/** Something to be done on the host before QEMU starts. */
export interface HostStep {
  readonly what: string;
  readonly commands: readonly string[];
  /** The step is to start QEMU by these words: `commands` shows it for a person. */
  readonly prefix?: readonly string[] | undefined;
  /**
   * Takes back what must not stay when the guest is gone. It is due as soon as the first command is done, so it must bear that
   * a later one failed; each line is done whatever became of the others.
   */
  readonly undo?: readonly string[] | undefined;
  /** The variables that it exports, for all that comes after it. */
  readonly exports?: readonly string[] | undefined;
  /** It adds a device to the host, whose LUNs no plan made before can have: convert again after it. */
  readonly creates?: 'vport' | undefined;
}
