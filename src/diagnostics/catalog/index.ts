/** Every diagnostic, one named function per code: the only place with error prose. */
export * from './address';
export * from './capability';
export * from './controller';
export * from './controller-scsi';
export * from './boot';
export * from './capability';
export * from './disk';
export * from './general';
export * from './guest';
export * from './hostdev';
export * from './peripheral';
export * from './pci';
export * from './scsi';
export * from './snapshot';
export * from './storage';
export * from './xml';
