/** Ids from `start` in the guest are those from `target` on the host. */
export interface IdRange {
  readonly start: number;
  readonly target: number;
  readonly count: number;
}

/** As far as it is written. */
export type IdRangeSaid = { readonly [K in keyof IdRange]: number | undefined };

/** `<idmap>` of `<domain>`: for containers, but libvirt looks at it. */
export interface Idmap {
  readonly users: readonly IdRangeSaid[];
  readonly groups: readonly IdRangeSaid[];
}
