import type { MachineName } from '../machine-version';

/** A machine type in the words of query-machines. */
export interface ProbedMachine {
  readonly name: string;
  readonly alias?: string | undefined;
  readonly isDefault: boolean;
  readonly deprecated: boolean;
  readonly maxCpus: number;
  readonly hotplugCpus: boolean;
  /** CPU model without `-cpu`, in `-cpu`'s words. */
  readonly defaultCpu?: string | undefined;
  /** The memory backend's id that makes `-machine memory-backend=` keep old guests migratable. */
  readonly defaultRamId?: string | undefined;
  /** `-numa node,mem=` is still taken. */
  readonly numaMem: boolean;
}

/** The same with its name taken apart. */
export interface MachineType extends MachineName, ProbedMachine {
  /** Of a distribution's type that no QEMU was asked about: the type upstream that all this is of. */
  readonly likened?: string | undefined;
}
