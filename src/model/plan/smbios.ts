/** One `-smbios` table: the type, and its fields named as in QEMU. */
export interface PlannedSmbios {
  readonly type: number;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** `-fw_cfg`. */
export interface PlannedFwCfg {
  readonly name: string;
  readonly file?: string | undefined;
  readonly string?: string | undefined;
}
