import { posix } from 'node:path';
import type { RecordedImage } from './facts';
import { isObject } from './shape';

/**
 * What an image's header calls the file below it, as QEMU finds it (QEMU block.c, bdrv_make_absolute_filename): a name
 * without a protocol that does not begin with a slash is in the folder of the image, by the path with which that was opened.
 */
export function recordedImage(name: string, format: string | undefined, image: string): RecordedImage {
  if (name.startsWith('json:')) return ofJson(name.slice('json:'.length), format);
  const path = name.replace(/^file:(?=\/)/, '');
  if (path.startsWith('/')) return { path, format };
  if (/^[^/:]*:/.test(path)) return { format };
  return { path: `${posix.dirname(image).replace(/\/$/, '')}/${path.replace(/^(\.\/)+/, '')}`, format };
}

const LOCAL = new Set(['file', 'host_device']);

/** `json:{"driver":"qcow2","file":{"driver":"file","filename":"/..."}}`, in objects or with dots. */
function ofJson(json: string, format: string | undefined): RecordedImage {
  const value = parsed(json);
  const driver = textOf(value['driver']);
  // A protocol without a format is opened as it is (QEMU block.c, bdrv_open_inherit).
  if (driver !== undefined && LOCAL.has(driver))
    return { path: absolute(value['filename']), format: format ?? 'raw' };
  const file = isObject(value['file']) ? value['file'] : {};
  const protocol = textOf(file['driver']) ?? textOf(value['file.driver']) ?? 'file';
  const path = LOCAL.has(protocol) ? absolute(file['filename'] ?? value['file.filename']) : undefined;
  return { path, format: driver ?? format };
}

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** One that is not is looked for where QEMU is started. */
function absolute(value: unknown): string | undefined {
  return typeof value === 'string' && value.startsWith('/') ? value : undefined;
}
