import type { PlannedChardev } from '../model/plan/chardev';
import { chardev, keyval, type Arg } from './args';
import { emitTls } from './tls';

/** Stands for the number of a descriptor that the caller opens. */
export const FD_PLACEHOLDER = 3;

/** -chardev, after the descriptors and credentials that it names. */
export function emitChardev({ id, backend, properties, tls, descriptors }: PlannedChardev): Arg[] {
  return [
    ...(tls ? emitTls(tls) : []),
    ...descriptors.map(({ set, opaque }) => keyval('-add-fd', { set, fd: FD_PLACEHOLDER, opaque })),
    chardev(backend, { id, ...properties }),
  ];
}
