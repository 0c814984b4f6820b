import type { Place } from './place';

/** `<entry name=>` as written. */
export interface SysinfoEntry {
  readonly at: Place;
  readonly name: string;
  readonly value: string;
}

/** `<sysinfo type='smbios'>`: one table a list; base boards and OEM strings may be many. */
export interface SmbiosInfo {
  readonly at: Place;
  readonly type: 'smbios';
  readonly bios: readonly SysinfoEntry[];
  readonly system: readonly SysinfoEntry[];
  readonly baseBoards: readonly (readonly SysinfoEntry[])[];
  readonly chassis: readonly SysinfoEntry[];
  readonly oemStrings: readonly string[];
}

/** `<sysinfo type='fwcfg'>`: blobs for the guest's firmware. */
export interface FwCfgInfo {
  readonly at: Place;
  readonly type: 'fwcfg';
  readonly entries: readonly {
    readonly at: Place;
    readonly name: string;
    readonly value?: string | undefined;
    readonly file?: string | undefined;
  }[];
}

export type Sysinfo = SmbiosInfo | FwCfgInfo;
