import type { Emitted } from '../emitter/emitted';

/** The sockets that QEMU itself listens on: a QEMU that is killed leaves their files. */
export function serverSockets(emitted: readonly Emitted[]): string[] {
  return emitted.flatMap(({ arg }) => {
    if (arg.form !== 'chardev' || arg.backend !== 'socket' || arg.value['server'] !== true) return [];
    const { path } = arg.value;
    return typeof path === 'string' ? [path] : [];
  });
}
