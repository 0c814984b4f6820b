/** The user's choices that bear on the plan; the command line's long options in camelCase. */
export interface ResolveOptions {
  /** The emulator to run, whatever the guest names. */
  readonly program?: string | undefined;
  readonly scsiPassthrough?: 'auto' | 'block' | 'generic' | undefined;
  /** `scsi`: a virtio LUN that this QEMU cannot pass through becomes one on virtio-scsi. */
  readonly virtioLun?: 'scsi' | undefined;
  readonly accel?: 'kvm' | 'tcg' | undefined;
  /** Secret usage or uuid -> the file that holds it. */
  readonly secret?: Readonly<Record<string, string>> | undefined;
  /** libvirt network -> bridge. */
  readonly network?: Readonly<Record<string, string>> | undefined;
  readonly qmp?: string | undefined;
  readonly monitor?: 'stdio' | undefined;
  readonly paused?: boolean | undefined;
  /** Facts that a test sets. */
  readonly context?: TestContext | undefined;
}

/** See the batch protocol. */
export interface TestContext {
  readonly variant?: string | undefined;
  readonly abiUpdate?: boolean | undefined;
  readonly capsAdd?: readonly string[] | undefined;
  readonly capsDel?: readonly string[] | undefined;
  readonly hostCpu?: string | undefined;
  readonly gic?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly migrateFrom?: string | undefined;
  /** name, writable, number of descriptors, descriptors. */
  readonly fdGroups?: readonly (readonly string[])[] | undefined;
  /** device, descriptor. */
  readonly vdpaFds?: readonly (readonly string[])[] | undefined;
  readonly nbdkitCaps?: readonly string[] | undefined;
}
