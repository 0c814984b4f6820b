/** Every diagnostic, one named function per code: the only place with error prose. */
export * from './general';
export * from './xml';
