import type { Address } from './address';
import type { Place } from './place';

/** What every device has: `<alias>`, `<address>`, `<boot>`, and the place of its element. */
export interface DeviceBase {
  readonly at: Place;
  /** `<alias name=>` as the user wrote it (libvirt wants a `ua-` prefix), or as the alias pass chose it. */
  readonly alias?: string | undefined;
  /** As written; after the address passes every device that needs one has one. */
  readonly address?: Address | undefined;
  /** `<boot order=>`, from 1. */
  readonly bootOrder?: number | undefined;
  readonly loadparm?: string | undefined;
  /** `<acpi index=>`. */
  readonly acpiIndex?: number | undefined;
  /** Added by us because the guest needs it; `at` is then the element that called for it. */
  readonly implicit?: boolean | undefined;
}
