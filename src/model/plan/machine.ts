import type { BlockBackend } from './block-backend';

/** `-machine`; names as in QEMU, absent ones are left to QEMU. */
export interface PlannedMachine {
  /** QEMU's first releases took the machine by -M, without properties. */
  readonly option: '-machine' | '-M';
  readonly type: string;
  /** The accelerator, where -machine says it. */
  readonly accel?: string | undefined;
  readonly usb?: boolean | undefined;
  readonly vmport?: boolean | undefined;
  readonly smm?: boolean | undefined;
  readonly aesKeyWrap?: boolean | undefined;
  readonly deaKeyWrap?: boolean | undefined;
  readonly i8042?: boolean | undefined;
  readonly kernelIrqchip?: 'on' | 'split' | undefined;
  /** What only this kind of board has: `gic-version=`, `cap-htm=`. */
  readonly board: Readonly<Record<string, string | boolean | undefined>>;
  readonly dumpGuestCore?: boolean | undefined;
  readonly memMerge?: boolean | undefined;
  readonly iommu?: 'smmuv3' | undefined;
  /** In the order of the devices: `nvdimm=on`, `sgx-epc.0.memdev=`. */
  readonly memoryDevices: Readonly<Record<string, string | number | boolean>>;
  readonly hmat?: boolean | undefined;
  /** The newest POWER that the guest may see. */
  readonly maxCpuCompat?: string | undefined;
  readonly memoryBackend?: string | undefined;
  /** The object of `<launchSecurity>`, by the property of the release. */
  readonly confidentialGuestSupport?: string | undefined;
  readonly memoryEncryption?: string | undefined;
  readonly graphics?: boolean | undefined;
  readonly pflash0?: string | undefined;
  readonly pflash1?: string | undefined;
  readonly pcspkAudiodev?: string | undefined;
  readonly hpet?: boolean | undefined;
  readonly acpi?: boolean | undefined;
  readonly loadparm?: string | undefined;
  /** `-global mch.extended-tseg-mbytes`. */
  readonly tsegMiB?: number | undefined;
}

/** `-accel`. */
export interface PlannedAccel {
  readonly name: 'kvm' | 'tcg' | 'hvf';
  /** By -accel, by -machine, by -enable-kvm, or not at all: it is QEMU's default. */
  readonly form: 'option' | 'machine' | 'enable-kvm' | 'none';
  readonly dirtyRingSize?: number | undefined;
  /** MiB */
  readonly tbSize?: number | undefined;
}

/** `-cpu`: the model and what is switched on and off, in order. */
export interface PlannedCpu {
  readonly model: string;
  readonly features: readonly { readonly name: string; readonly value: boolean | string | number | null }[];
}

/** `-smp`. */
export interface PlannedSmp {
  readonly cpus: number;
  readonly maxcpus?: number | undefined;
  readonly sockets: number;
  readonly dies?: number | undefined;
  readonly clusters?: number | undefined;
  readonly cores: number;
  readonly threads: number;
}

/** `-object iothread`, or `main-loop`: the thread that does what no other does. */
export interface PlannedIothread {
  readonly type: 'iothread' | 'main-loop';
  readonly id: string;
  readonly pollMax?: number | undefined;
  readonly pollGrow?: number | undefined;
  readonly pollShrink?: number | undefined;
  readonly pollWeight?: number | undefined;
  readonly threadPoolMin?: number | undefined;
  readonly threadPoolMax?: number | undefined;
}

/** The guest's firmware: a ROM, or flash. */
export interface PlannedFirmware {
  /** `-bios`. */
  readonly bios?: string | undefined;
  readonly flash: readonly PlannedFlash[];
  /** `-device uefi-vars-*`: where a ROM keeps its variables. */
  readonly varstore?:
    { readonly driver: 'uefi-vars-x64' | 'uefi-vars-sysbus'; readonly jsonfile: string } | undefined;
  /** Only code in system management mode may write to the flash. */
  readonly secure: boolean;
}

/** `-drive if=pflash`, or block nodes that -machine names. */
export interface PlannedFlash {
  readonly unit: 0 | 1;
  readonly backend: BlockBackend;
}
