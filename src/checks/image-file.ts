import { pathDenied, pathMissing } from '../diagnostics/catalog';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { blockByPath, nodeByPath } from '../host/block';
import type { Place } from '../model/place';
import type { CheckInput } from './check';

/** A file that the header of an image names. */
interface ImageFile {
  readonly at: Place;
  /** `the image below a:`. */
  readonly what: string;
  readonly path: string;
  readonly writes: boolean;
  /** What to do where it is not there. */
  readonly help: string;
}

/** Why QEMU would not open it; undefined: it would, or that is not known. */
export function notOpened(
  { at, what, path, writes, help }: ImageFile,
  { context: { host } }: CheckInput,
): Diagnostic | undefined {
  const block = blockByPath(host, path);
  const node = typeof block === 'object' ? block : nodeByPath(host, path);
  if (node === 'absent') return pathMissing(at, what, path, help);
  if (typeof node !== 'object') return undefined;
  const denied = node.access === 'none' || (writes && node.access === 'read-only');
  return denied ? pathDenied(at, what, path, writes ? 'write to' : 'read') : undefined;
}
