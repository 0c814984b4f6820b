import type { Place } from './place';

/** The decimal digits of a whole number of up to 64 bits, which numbers of JavaScript and JSON do not hold. */
export interface Whole {
  readonly whole: string;
}

/** `<qemu:property name= type= value=>`; undefined: the property is taken away. */
export interface PropertyOverride {
  readonly name: string;
  readonly value: string | Whole | boolean | undefined;
}

/** `<qemu:device alias=><qemu:frontend>`: properties of a -device that the user knows better. */
export interface DeviceOverride {
  readonly at: Place;
  readonly alias: string;
  readonly properties: readonly PropertyOverride[];
}

/** `<qemu:add capability=>` or `<qemu:del>`. */
export interface CapabilityChange {
  readonly at: Place;
  readonly name: string;
}

/** What libvirt's QEMU namespace holds: the user's own words, past all that libvirt knows. */
export interface QemuNamespace {
  readonly args: readonly { readonly at: Place; readonly value: string }[];
  readonly env: readonly { readonly name: string; readonly value?: string | undefined }[];
  readonly add: readonly CapabilityChange[];
  readonly remove: readonly CapabilityChange[];
  readonly overrides: readonly DeviceOverride[];
}
