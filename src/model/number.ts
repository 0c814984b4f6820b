/** The largest number of libvirt's `unsignedInt`s. */
export const UINT = 0xffff_ffff;

/** In bytes. */
export const MIB = 1024 ** 2;

export const isPowerOfTwo = (value: number): boolean => value > 0 && Number.isInteger(Math.log2(value));

/** As the kernel and libvirt write parts of an address: lower case, with leading zeroes. */
export const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
