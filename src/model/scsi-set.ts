import type { ScsiReference } from './scsi-reference';

/** Which port an NPIV port is to be made on if it is not there yet: the ways of libvirt's node devices. */
export type VportParent =
  | { readonly by: 'name'; readonly name: string }
  /** wwnDigits; one of the two at least. */
  | { readonly by: 'port'; readonly wwpn?: string | undefined; readonly wwnn?: string | undefined }
  | { readonly by: 'fabric'; readonly fabric: string };

/** A whole target or adapter of the host: each LUN behind it becomes a device of the guest. */
export interface ScsiSet {
  readonly type: 'scsi-set';
  readonly of: 'target' | 'host';
  readonly reference: ScsiReference;
  /** The target on the adapter that `reference` names by its port. */
  readonly target?: { readonly channel: number; readonly number: number } | undefined;
  readonly parent?: VportParent | undefined;
  /** Where a target is to stand in the guest, if it does not keep its place. */
  readonly place?: { readonly bus: number; readonly target: number } | undefined;
}
