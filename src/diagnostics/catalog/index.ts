/** Every diagnostic, one named function per code: the only place with error prose. */
export * from './address';
export * from './boot';
export * from './capability';
export * from './controller';
export * from './controller-scsi';
export * from './disk';
export * from './general';
export * from './guest';
export * from './host-checks';
export * from './hostdev';
export * from './pci';
export * from './peripheral';
export * from './scsi';
export * from './snapshot';
export * from './storage';
export * from './xml';
