import type { Place } from './place';
import type { StorageSource } from './storage-source';

export type BootDevice = 'hd' | 'cdrom' | 'fd' | 'network';

/** `<loader>`: firmware by path. */
export interface Loader {
  readonly at: Place;
  readonly path?: string | undefined;
  readonly type?: 'rom' | 'pflash' | undefined;
  readonly readonly?: boolean | undefined;
  readonly secure?: boolean | undefined;
  readonly stateless?: boolean | undefined;
  readonly format?: string | undefined;
}

/** `<nvram template= templateFormat= format=>path</nvram>`, or with `type` a `<source>` as a disk has. */
export interface Nvram {
  readonly at: Place;
  /** Absent: a file of the guest's own, made from the template. */
  readonly source?: StorageSource | undefined;
  /** `<backingStore>`: read to be refused. */
  readonly backingAt?: Place | undefined;
  readonly template?: string | undefined;
  readonly templateFormat?: string | undefined;
  readonly format?: string | undefined;
}

/** `<varstore template= path=>`: variables in a file that QEMU itself keeps, as JSON, in place of flash. */
export interface Varstore {
  readonly at: Place;
  readonly template?: string | undefined;
  /** Absent: a file of the guest's own. */
  readonly path?: string | undefined;
}

/** `<feature enabled= name=>` of `<firmware>`: named as in QEMU's firmware descriptors. */
export interface FirmwareFeature {
  readonly name: 'enrolled-keys' | 'secure-boot';
  readonly enabled: boolean;
}

/** `<os>`. */
export interface Os {
  readonly at: Place;
  readonly type: string;
  readonly arch?: string | undefined;
  readonly machine?: string | undefined;
  /** `<os firmware='efi'>`: to be selected among the descriptors. */
  readonly firmware?: 'bios' | 'efi' | undefined;
  readonly firmwareFeatures: readonly FirmwareFeature[];
  readonly loader?: Loader | undefined;
  readonly nvram?: Nvram | undefined;
  readonly varstore?: Varstore | undefined;
  readonly kernel?: string | undefined;
  readonly initrd?: string | undefined;
  readonly cmdline?: string | undefined;
  readonly dtb?: string | undefined;
  readonly shim?: string | undefined;
  readonly boot: readonly BootDevice[];
  readonly bootmenu?:
    { readonly enable?: boolean | undefined; readonly timeout?: number | undefined } | undefined;
  readonly bios?:
    { readonly useserial?: boolean | undefined; readonly rebootTimeout?: number | undefined } | undefined;
  readonly smbiosMode?: 'none' | 'emulate' | 'host' | 'sysinfo' | undefined;
  /** `<acpi><table type=>path</table></acpi>`. */
  readonly acpiTables: readonly { readonly at: Place; readonly type: string; readonly path: string }[];
}
