import type { Place } from './place';

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

/** `<nvram template= templateFormat= format=>path</nvram>`. */
export interface Nvram {
  readonly at: Place;
  readonly path?: string | undefined;
  readonly template?: string | undefined;
  readonly templateFormat?: string | undefined;
  readonly format?: string | undefined;
  readonly type?: string | undefined;
}

/** `<os>`. */
export interface Os {
  readonly at: Place;
  readonly type: string;
  readonly arch?: string | undefined;
  readonly machine?: string | undefined;
  /** `<os firmware='efi'>`: to be selected among the descriptors. */
  readonly firmware?: 'bios' | 'efi' | undefined;
  readonly firmwareFeatures: readonly { readonly name: string; readonly enabled: boolean }[];
  readonly loader?: Loader | undefined;
  readonly nvram?: Nvram | undefined;
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
